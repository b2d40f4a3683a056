import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { canSeeDevicesOf } from '../policy.ts';
import { deviceRows, type ListedDevice } from './device-rows.server.ts';

/**
 * Phones of a hamlet's members, also of those whose role there ended (null: every phone that the actor may see, down to the own
 * one), the one that called last first. Throws `not_found` for a hamlet whose phones the actor may not see.
 */
export async function listDevices(ctx: ReadContext, hamletId: Id | null): Promise<ListedDevice[]> {
  if (hamletId !== null) {
    if (!canSeeDevicesOf(ctx.actor, hamletId)) throw notFound();
    found(await findHamlet(ctx, hamletId));
  }
  return deviceRows(ctx, { hamlet: hamletId });
}

/** The actor's own phones. */
export async function listOwnDevices(ctx: ReadContext): Promise<ListedDevice[]> {
  return deviceRows(ctx, { account: ctx.actor.accountId });
}
