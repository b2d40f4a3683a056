import type * as z from 'zod/mini';
import { defineCommand, type ReadContext, type WriteContext } from '#platform/commands/command.server.ts';
import { lockVersion } from '#platform/commands/versions.server.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem, type FieldProblems } from '#shared/problem.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { ActivityCancellation, ActivityCorrection, ActivityInput, peopleIn } from '../model/activity.ts';
import { canRecordActivity } from '../policy.ts';
import { getActivity, possibleMembers, type Activity } from '../queries/activities.server.ts';
import { holdMovement, takesPart, type Movement } from '../queries/movements.server.ts';
import * as words from '../words.ts';

type Told = Omit<z.infer<typeof ActivityInput>, 'id' | 'movementId'>;

/**
 * Writes a joint activity down (R61): members of teams by name, people of units in numbers only. The same id again writes nothing.
 * Tells 'emulation_activity.recorded'. Throws `input.invalid` for a day outside the movement, a hamlet that takes no part, or a
 * member who was in no team; `state.conflict` unless the movement runs.
 */
export const recordActivity = defineCommand({
  name: 'emulation.record_activity',
  input: ActivityInput,
  async load(ctx, input) {
    const movement = await holdMovement(ctx, input.movementId);
    if (input.hamletId !== null) found(await findHamlet(ctx, input.hamletId));
    return { movement, createdBy: movement.createdBy, hamletId: input.hamletId };
  },
  allow: (actor, place) => canRecordActivity(actor, place),
  async run(ctx, input, { movement }) {
    const id = input.id ?? ctx.id();
    if (!(await save(ctx, id, movement, input, null))) return { id };
    await tell(ctx, 'emulation_activity.recorded', movement, input.hamletId, id, {
      on: input.heldOn,
      people: countOf(input),
    });
    return { id };
  },
});

/** Holds the movement of an activity before anything is asked about it. */
async function holdActivity(ctx: ReadContext, id: Id) {
  const { activity, movement } = await getActivity(ctx, id);
  return { activity, movement: await holdMovement(ctx, movement.id), createdBy: movement.createdBy };
}

/** Writes it as it was, as a new version; who corrects must be in the right at both places. Tells 'emulation_activity.corrected'. */
export const correctActivity = defineCommand({
  name: 'emulation.correct_activity',
  input: ActivityCorrection,
  async load(ctx, input) {
    if (input.hamletId !== null) found(await findHamlet(ctx, input.hamletId));
    return holdActivity(ctx, input.activityId);
  },
  allow: (actor, { activity, createdBy }, input) =>
    canRecordActivity(actor, { createdBy, hamletId: activity.hamletId }) &&
    canRecordActivity(actor, { createdBy, hamletId: input.hamletId }),
  async run(ctx, input, { activity, movement }) {
    const id = input.id ?? ctx.id();
    const version = { id: activity.id, newId: id, replaced: words.alreadyReplaced };
    if ((await lockVersion(ctx, 'emulation_activities', version)) === 'again') return { id };
    await save(ctx, id, movement, input, { id: activity.id, reason: input.reason });
    await tell(ctx, 'emulation_activity.corrected', movement, input.hamletId, id, {
      replaces: activity.id,
      reason: input.reason,
      before: { on: activity.heldOn, people: countOfStanding(activity) },
      after: { on: input.heldOn, people: countOf(input) },
    });
    return { id };
  },
});

/** Takes one back that was not held; what was told of it stays readable. Tells 'emulation_activity.cancelled'. */
export const cancelActivity = defineCommand({
  name: 'emulation.cancel_activity',
  input: ActivityCancellation,
  load: (ctx, input) => holdActivity(ctx, input.activityId),
  allow: (actor, { activity, createdBy }) =>
    canRecordActivity(actor, { createdBy, hamletId: activity.hamletId }),
  async run(ctx, input, { activity, movement }) {
    mustRun(movement);
    const id = input.id ?? ctx.id();
    const version = { id: activity.id, newId: id, replaced: words.alreadyReplaced };
    if ((await lockVersion(ctx, 'emulation_activities', version)) === 'again') return { id };
    await ctx.tx
      .insertInto('emulation_activities')
      .values({
        commune_id: ctx.communeId,
        id,
        movement_id: movement.id,
        hamlet_id: activity.hamletId,
        held_on: activity.heldOn,
        place: activity.place,
        work: activity.work,
        recorded_at: ctx.now,
        recorded_by: ctx.actor.accountId,
        replaces: activity.id,
        void: true,
        reason: input.reason,
      })
      .execute();
    await tell(ctx, 'emulation_activity.cancelled', movement, activity.hamletId, id, {
      replaces: activity.id,
      reason: input.reason,
      before: { on: activity.heldOn, people: countOfStanding(activity) },
    });
    return { id };
  },
});

function mustRun(movement: Movement): void {
  if (movement.state !== 'launched') throw new Problem('state.conflict', { message: words.notRunning });
}

/** Writes the rows of a version; false when this id was written before by the same sending. */
async function save(
  ctx: WriteContext,
  id: Id,
  movement: Movement,
  told: Told,
  replaces: { id: Id; reason: string } | null,
): Promise<boolean> {
  mustRun(movement);
  const fields: FieldProblems = {};
  const last = movement.endsOn < ctx.today ? movement.endsOn : ctx.today;
  if (told.heldOn < movement.startsOn || told.heldOn > last)
    fields['heldOn'] = words.dayOutside(movement.startsOn, last);
  if (!takesPart(movement, told.hamletId)) fields['hamletId'] = words.hamletOutside;
  const memberIds = [...new Set(told.memberIds)];
  const members = new Set((await possibleMembers(ctx, told.heldOn)).map((one) => one.id));
  if (!memberIds.every((one) => members.has(one))) fields['memberIds'] = words.memberUnknown;
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
  const written = await ctx.tx
    .insertInto('emulation_activities')
    .values({
      commune_id: ctx.communeId,
      id,
      movement_id: movement.id,
      hamlet_id: told.hamletId,
      held_on: told.heldOn,
      place: told.place,
      work: told.work,
      recorded_at: ctx.now,
      recorded_by: ctx.actor.accountId,
      replaces: replaces?.id ?? null,
      void: false,
      reason: replaces?.reason ?? null,
    })
    .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return false;
  const of = { commune_id: ctx.communeId, activity_id: id };
  if (memberIds.length > 0)
    await ctx.tx
      .insertInto('emulation_activity_members')
      .values(memberIds.map((member_id) => ({ ...of, member_id })))
      .execute();
  if (told.groups.length > 0)
    await ctx.tx
      .insertInto('emulation_activity_groups')
      .values(
        told.groups.map(({ unitName, teachers, pupils, others }, position) => ({
          ...of,
          position,
          unit_name: unitName,
          teachers,
          pupils,
          others,
        })),
      )
      .execute();
  return true;
}

const countOf = ({ memberIds, groups }: Pick<Told, 'memberIds' | 'groups'>): number =>
  new Set(memberIds).size + groups.reduce((sum, group) => sum + peopleIn(group), 0);
const countOfStanding = ({ members, groups }: Activity): number =>
  members.length + groups.reduce((sum, group) => sum + peopleIn(group), 0);

async function tell(
  ctx: WriteContext,
  name: string,
  movement: Movement,
  hamletId: Id | null,
  activityId: Id,
  data: Record<string, unknown>,
): Promise<void> {
  await ctx.emit({
    name,
    hamletId,
    subject: 'emulation',
    subjectId: movement.id,
    data: { activityId, name: movement.name, ...data },
  });
}
