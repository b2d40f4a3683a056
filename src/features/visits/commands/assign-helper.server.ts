import { sql } from 'kysely';
import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { dayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { withMerged } from '../facts.server.ts';
import { HelperInput, isInForce } from '../model/helper.ts';
import { canAssignHelper } from '../policy.ts';
import { usualRhythm } from '../queries/helpers.server.ts';
import { getLivingPlace } from '../queries/place.server.ts';
import * as words from '../words.ts';

/**
 * Names the team member who helps a household in which nobody has the skills (R27): one at a time, an active member of
 * the hamlet's team or of the commune's. The same id again writes nothing. Tells 'helper.assigned'. Throws
 * `state.conflict` while another helper stands, `input.invalid` for a member who is none.
 */
export const assignHelper = defineCommand({
  name: 'helper.assign',
  input: HelperInput,
  load: (ctx, input) => getLivingPlace(ctx, input.householdId),
  allow: (actor, place) => canAssignHelper(actor, place),
  async run(ctx, input, place) {
    const id = input.id ?? ctx.id();
    const startedOn = input.startedOn ?? dayOf(ctx.happenedAt);
    if (startedOn > ctx.today)
      throw new Problem('input.invalid', { fields: { startedOn: words.startInFuture } });
    const standing = await lockAssignments(ctx, await withMerged(ctx, [place.id]), id);
    const again = standing.find((one) => one.id === id);
    if (again) {
      if (again.member_id !== input.memberId) throw new Problem('duplicate');
      return { id };
    }
    const other = standing.find((one) => one.ended_on === null);
    if (other)
      throw new Problem('state.conflict', {
        message: words.helperStands(await nameOf(ctx, other.member_id)),
      });
    await checkMember(ctx, input.memberId, place.hamletId, startedOn);
    const everyDays = input.everyDays ?? (await usualRhythm(ctx));
    await ctx.tx
      .insertInto('helper_assignments')
      .values({
        commune_id: ctx.communeId,
        id,
        household_id: place.id,
        member_id: input.memberId,
        reason: input.reason,
        every_days: everyDays,
        started_on: startedOn,
        ended_on: null,
        end_reason: null,
        recorded_at: ctx.now,
        recorded_by: ctx.actor.accountId,
        end_recorded_at: null,
        end_recorded_by: null,
      })
      .execute();
    await ctx.emit({
      name: 'helper.assigned',
      hamletId: place.hamletId,
      subject: 'household',
      subjectId: place.id,
      data: {
        householdIds: [place.id],
        assignmentId: id,
        memberId: input.memberId,
        startedOn,
        everyDays,
        reason: input.reason,
      },
    });
    return { id };
  },
});

/** The assignments of a household, and the one of this id; two who assign at once wait for each other at the household. */
async function lockAssignments(ctx: WriteContext, householdIds: readonly Id[], id: Id) {
  await sql`select 1 from households where commune_id = ${ctx.communeId} and id = any(${householdIds}::uuid[])
    order by id for update`.execute(ctx.tx);
  return ctx.tx
    .selectFrom('helper_assignments')
    .select(['id', 'member_id', 'ended_on'])
    .where('commune_id', '=', ctx.communeId)
    .where((eb) => eb.or([eb('household_id', 'in', householdIds), eb('id', '=', id)]))
    .execute();
}

async function nameOf(ctx: WriteContext, memberId: Id): Promise<string> {
  const member = await ctx.tx
    .selectFrom('team_members')
    .select('full_name')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  return member.full_name;
}

async function checkMember(ctx: WriteContext, memberId: Id, hamletId: Id, on: Day): Promise<void> {
  const member = await ctx.tx
    .selectFrom('team_members as m')
    .innerJoin('teams as t', (join) =>
      join.on('t.commune_id', '=', ctx.communeId).onRef('t.id', '=', 'm.team_id'),
    )
    .select(['m.started_on', 'm.ended_on', 't.hamlet_id', 't.ended_on as team_ended_on'])
    .where('m.commune_id', '=', ctx.communeId)
    .where('m.id', '=', memberId)
    .executeTakeFirst();
  const isActive =
    member !== undefined &&
    member.team_ended_on === null &&
    (member.hamlet_id === null || member.hamlet_id === hamletId) &&
    [on, ctx.today].every((day) =>
      isInForce({ startedOn: member.started_on, endedOn: member.ended_on }, day),
    );
  if (!isActive) throw new Problem('input.invalid', { fields: { memberId: words.memberNotActive } });
}
