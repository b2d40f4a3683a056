import { defineCommand, visible, type ReadContext } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem, type FieldProblems } from '#shared/problem.ts';
import { isSupportPoint } from '#features/groups/queries.server.ts';
import { findLivingHamlet } from '#features/org/queries.server.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';
import { getHouseholdPlace } from '#features/registry/queries/household-place.server.ts';
import { dueOn, SupportInput } from '../model.ts';
import { canAskSupport } from '../policy.ts';
import { supportClockOn } from '../queries/clock.server.ts';
import * as words from '../words.ts';
import { insertStep } from './write-step.server.ts';

/**
 * Writes down that somebody needs help (W9), with the days that its urgency has. The same id again writes nothing. Tells
 * 'support.asked'. Throws `not_found` for a hamlet or a household that the actor may not see, `input.invalid` for a person,
 * platform or support point that is not there.
 */
export const askSupport = defineCommand({
  name: 'support.ask',
  input: SupportInput,
  async load(ctx, { hamletId, householdId }) {
    found(await findLivingHamlet(ctx, hamletId));
    visible({ hamletId }, (place) => canAskSupport(ctx.actor, place));
    return { hamletId, home: householdId === null ? null : await getHouseholdPlace(ctx, householdId) };
  },
  allow: (actor, place) => canAskSupport(actor, place),
  async run(ctx, input, { hamletId, home }) {
    const id = input.id ?? ctx.id();
    const fields: FieldProblems = {};
    if (home && home.hamletId !== hamletId) fields['householdId'] = words.householdElsewhere;
    const resident =
      home && input.residentId !== null ? await whoLivesIn(ctx, input.residentId, home.id) : null;
    if (input.residentId !== null && resident === null) fields['residentId'] = words.residentElsewhere;
    if (input.groupId !== null && !(await isSupportPoint(ctx, input.groupId, hamletId)))
      fields['groupId'] = words.pointGone;
    const platforms = input.platform === null ? [] : await listCatalogue(ctx, 'platform');
    if (input.platform !== null && !platforms.some((one) => one.code === input.platform))
      fields['platform'] = words.notInCatalogue;
    if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
    const on = dayOf(ctx.happenedAt);
    const row = {
      commune_id: ctx.communeId,
      id,
      hamlet_id: hamletId,
      channel: input.channel,
      household_id: home?.id ?? null,
      resident_id: input.residentId,
      person_name: resident?.fullName ?? input.personName ?? '',
      phone: input.phone,
      platform: input.platform,
      topic: input.topic,
      place: input.place,
      group_id: input.groupId,
      urgency: input.urgency,
      state: 'new' as const,
      state_on: on,
      due_on: dueOn(on, input.urgency, await supportClockOn(ctx, on)),
      member_id: null,
      scheduled_on: null,
      scheduled_at: null,
      visit_id: null,
      satisfaction: null,
      raised_by: ctx.actor.accountId,
      raised_on: on,
      note: input.note,
      steps: 1,
    };
    const written = await ctx.tx
      .insertInto('support_requests')
      .values(row)
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      const there = await ctx.tx
        .selectFrom('support_requests')
        .select(['hamlet_id', 'raised_by'])
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', id)
        .executeTakeFirst();
      if (there?.hamlet_id !== hamletId || there.raised_by !== ctx.actor.accountId)
        throw new Problem('duplicate');
      return { id };
    }
    await insertStep(ctx, row, 'new', null);
    await ctx.emit({
      name: 'support.asked',
      hamletId,
      subject: 'support',
      subjectId: id,
      data: { householdId: row.household_id, channel: row.channel, urgency: row.urgency },
    });
    return { id };
  },
});

async function whoLivesIn(
  ctx: ReadContext,
  residentId: Id,
  householdId: Id,
): Promise<{ fullName: string } | null> {
  const row = await ctx.tx
    .selectFrom('residents')
    .select('full_name as fullName')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', residentId)
    .where('household_id', '=', householdId)
    .where('state', '=', 'living')
    .executeTakeFirst();
  return row ?? null;
}
