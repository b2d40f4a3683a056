import { callCommand, defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import { notePoint } from '#features/groups/commands/note-point.server.ts';
import { atPoint } from '#features/groups/model.ts';
import { getHouseholdPlace } from '#features/registry/queries/household-place.server.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { isWaiting, SupportRating, SupportResult } from '../model.ts';
import { canRateSupport, canWorkSupport } from '../policy.ts';
import * as words from '../words.ts';
import { holdRequest, takeStep, writeStep, type HeldRequest } from './write-step.server.ts';

/**
 * Help came. For a household of the register the guidance is recorded as a visit, by the visits' own command and in the same
 * transaction, so that targets move (R43); for somebody who is not in it, what was done stands in words. Who helped at once,
 * without an appointment, is taken to have had one that day. Tells 'visit.recorded' and 'support.moved'. Throws
 * `input.invalid` without a result or with another household's, and whatever the visit's own command throws; `state.conflict`
 * for words about a request that came to nothing meanwhile.
 */
export const finishSupport = defineCommand({
  name: 'support.finish',
  input: SupportResult,
  load: (ctx, input) => holdRequest(ctx, input.requestId),
  allow: (actor, { one }) => canWorkSupport(actor, one),
  async run(ctx, { visit, satisfaction, note }, { row }) {
    if (!isWaiting(row.state)) return keepLateVisit(ctx, row, visit);
    if (row.household_id !== null && visit === null)
      throw new Problem('input.invalid', { fields: { visit: words.visitNeeded } });
    if (visit === null && note === null)
      throw new Problem('input.invalid', { fields: { note: words.resultNeeded } });
    const on = dayOf(ctx.happenedAt);
    const agreed =
      row.state === 'assigned'
        ? await takeStep(ctx, row, { to: 'scheduled', change: { scheduled_on: on }, note: null })
        : row;
    let visitId: string | null = null;
    if (visit !== null) {
      const asked = row.household_id === null ? null : await getHouseholdPlace(ctx, row.household_id);
      const met = await getHouseholdPlace(ctx, visit.householdId);
      if (asked !== null && asked.id !== met.id)
        throw new Problem('input.invalid', { fields: { visit: words.visitOfAnother } });
      visitId = (await callCommand(ctx, recordVisit, visit)).id;
      // Where it was is known from the request.
      if (row.group_id !== null && visit.form === atPoint)
        await notePoint(ctx, { visitId, groupId: row.group_id });
    }
    await takeStep(ctx, agreed, { to: 'done', change: { visit_id: visitId, satisfaction }, note });
  },
});

/**
 * Somebody else closed the request while a phone without a network finished it. The request stays as it is; the visit happened, and
 * is kept like any other, once. Tells 'visit.recorded' and 'support.visited'.
 */
async function keepLateVisit(
  ctx: WriteContext,
  row: HeldRequest['row'],
  visit: SupportResult['visit'],
): Promise<void> {
  // Without an id nobody can tell a visit from the same one sent twice.
  if (visit === null || visit.id === null) {
    if (row.state === 'done') return;
    throw new Problem('state.conflict', { message: words.noSuchStep(row.state) });
  }
  if (row.visit_id === visit.id) return;
  const { id } = await callCommand(ctx, recordVisit, visit);
  await ctx.emit({
    name: 'support.visited',
    hamletId: row.hamlet_id,
    subject: 'support',
    subjectId: row.id,
    data: { visitId: id, state: row.state },
  });
}

/** How content they were, in one tap; said again it is what was said last. Tells 'support.rated'. */
export const rateSupport = defineCommand({
  name: 'support.rate',
  input: SupportRating,
  load: (ctx, input) => holdRequest(ctx, input.requestId),
  allow: (actor, { one }) => canRateSupport(actor, one),
  async run(ctx, { satisfaction }, { row }) {
    if (row.state !== 'done') throw new Problem('state.conflict', { message: words.noSuchStep(row.state) });
    if (row.satisfaction === satisfaction) return;
    await writeStep(ctx, row, { step: 'rated', change: { satisfaction }, note: null });
    await ctx.emit({
      name: 'support.rated',
      hamletId: row.hamlet_id,
      subject: 'support',
      subjectId: row.id,
      data: { before: { satisfaction: row.satisfaction }, after: { satisfaction } },
    });
  },
});
