import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { MovementChange, MovementInput, type Goal } from '../model/movement.ts';
import { canKeepMovement, canOpenMovements, canStartMovements } from '../policy.ts';
import { holdMovement } from '../queries/movements.server.ts';
import * as words from '../words.ts';

/**
 * Writes a movement down (R62, W13), as a draft that nobody else reads. The same id again writes nothing. Tells
 * 'emulation.drafted'. Throws `input.invalid` for a hamlet that is not there.
 */
export const draftMovement = defineCommand({
  name: 'emulation.draft',
  input: MovementInput,
  load: (ctx) => Promise.resolve(visible(ctx.actor, canOpenMovements)),
  allow: (actor) => canStartMovements(actor),
  async run(ctx, input) {
    const id = input.id ?? ctx.id();
    const hamletIds = await hamletsIn(ctx, input.places);
    const written = await ctx.tx
      .insertInto('emulation_movements')
      .values({
        commune_id: ctx.communeId,
        id,
        name: input.name,
        purpose: input.purpose,
        organiser: input.organiser,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        state: 'draft',
        state_note: null,
        created_by: ctx.actor.accountId,
        created_at: ctx.now,
        launched_at: null,
        closed_at: null,
        cancelled_at: null,
      })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return { id };
    await writeParts(ctx, id, hamletIds, input.goals);
    await ctx.emit({
      name: 'emulation.drafted',
      hamletId: null,
      subject: 'emulation',
      subjectId: id,
      data: { name: input.name, startsOn: input.startsOn, endsOn: input.endsOn, goals: input.goals },
    });
    return { id };
  },
});

/** Writes a draft anew. Once it is launched its goals and days stand, so that all compete by the same. Tells 'emulation.changed'. */
export const changeMovement = defineCommand({
  name: 'emulation.change',
  input: MovementChange,
  load: (ctx, input) => holdMovement(ctx, input.movementId),
  allow: (actor, movement) => canKeepMovement(actor, movement),
  async run(ctx, input, movement) {
    if (movement.state !== 'draft') throw new Problem('state.conflict', { message: words.onlyDraft });
    const hamletIds = await hamletsIn(ctx, input.places);
    await ctx.tx
      .updateTable('emulation_movements')
      .set({
        name: input.name,
        purpose: input.purpose,
        organiser: input.organiser,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
      })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', movement.id)
      .execute();
    for (const table of ['emulation_hamlets', 'emulation_goals'] as const)
      await ctx.tx
        .deleteFrom(table)
        .where('commune_id', '=', ctx.communeId)
        .where('movement_id', '=', movement.id)
        .execute();
    await writeParts(ctx, movement.id, hamletIds, input.goals);
    await ctx.emit({
      name: 'emulation.changed',
      hamletId: null,
      subject: 'emulation',
      subjectId: movement.id,
      data: {
        before: {
          name: movement.name,
          startsOn: movement.startsOn,
          endsOn: movement.endsOn,
          goals: movement.goals,
        },
        after: { name: input.name, startsOn: input.startsOn, endsOn: input.endsOn, goals: input.goals },
      },
    });
  },
});

/** The chosen hamlets; none when the whole commune is among them. */
async function hamletsIn(ctx: WriteContext, places: readonly (Id | null)[]): Promise<Id[]> {
  const chosen = [...new Set(places.filter((one) => one !== null))];
  const known = new Set((await listHamlets(ctx)).map(({ id }) => id));
  if (!chosen.every((id) => known.has(id)))
    throw new Problem('input.invalid', { fields: { places: words.placeGone } });
  return places.includes(null) ? [] : chosen;
}

async function writeParts(
  ctx: WriteContext,
  movementId: Id,
  hamletIds: readonly Id[],
  goals: readonly Goal[],
): Promise<void> {
  const of = { commune_id: ctx.communeId, movement_id: movementId };
  if (hamletIds.length > 0)
    await ctx.tx
      .insertInto('emulation_hamlets')
      .values(hamletIds.map((hamlet_id) => ({ ...of, hamlet_id })))
      .execute();
  await ctx.tx
    .insertInto('emulation_goals')
    .values(goals.map((goal) => ({ ...of, ...goal })))
    .execute();
}
