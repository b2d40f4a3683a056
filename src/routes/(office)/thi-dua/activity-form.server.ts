import type { ReadContext } from '#platform/commands/command.server.ts';
import { canRecordActivity } from '#features/emulation/policy.ts';
import { possibleMembers } from '#features/emulation/queries/activities.server.ts';
import { listCalls } from '#features/emulation/queries/calls.server.ts';
import { takesPart, type Movement } from '#features/emulation/queries/movements.server.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import type { Id } from '#shared/ids.ts';
import type { FormValues } from '#routes/door.server.ts';

/** What the form of a joint activity offers: places and members whom the reader may name, and the units of the movement. */
export async function activityChoices(ctx: ReadContext, movement: Movement) {
  const { createdBy } = movement;
  const may = (hamletId: Id | null) => canRecordActivity(ctx.actor, { createdBy, hamletId });
  const wide = may(null);
  const day = movement.endsOn < ctx.today ? movement.endsOn : ctx.today;
  return {
    wide,
    hamlets: (await listHamlets(ctx))
      .filter(({ id }) => takesPart(movement, id) && may(id))
      .map(({ id, name }) => ({ value: id, label: name })),
    members: (await possibleMembers(ctx, day))
      .filter(({ hamletId }) => wide || (hamletId !== null && may(hamletId)))
      .map(({ id, name, hamletName }) => ({ value: id, label: name, detail: hamletName ?? undefined })),
    units: (await listCalls(ctx, movement))
      .filter(({ state }) => state !== 'withdrawn' && state !== 'declined')
      .map(({ unitName }) => unitName),
  };
}

/** Whether the reader writes down any joint activity of the movement. */
export async function mayRecordSome(ctx: ReadContext, movement: Movement): Promise<boolean> {
  if (movement.state !== 'launched') return false;
  const { wide, hamlets } = await activityChoices(ctx, movement);
  return wide || hamlets.length > 0;
}

/** A form that ticks nobody sends no list. */
export const activityInput = (values: FormValues): FormValues => ({ memberIds: [], ...values });
