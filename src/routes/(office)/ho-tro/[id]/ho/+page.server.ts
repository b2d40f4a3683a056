import { visible } from '#platform/commands/command.server.ts';
import { canOpenRegister } from '#features/registry/policy.ts';
import { supportStepsFor } from '#features/support/policy.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { homesFoundBy } from '../../homes-found.server.ts';
import { requestAt } from '../seen-request.server.ts';

/** The household of somebody who asked from outside the register, so that what is done counts. */
export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const request = visible(
      await requestAt(ctx, event.params.id),
      (one) => one.householdId === null && supportStepsFor(ctx.actor, one).finish,
    );
    const search = event.url.searchParams.get('tim')?.trim().slice(0, 100) ?? request.personName;
    return { request, search, found: await homesFoundBy(ctx, search) };
  });
