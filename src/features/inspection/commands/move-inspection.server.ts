import { defineCommand } from '#platform/commands/command.server.ts';
import { insertRows } from '#platform/db/insert-rows.server.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import { InspectionCancel, InspectionClosing, InspectionMove } from '../model/inputs.ts';
import { canKeepInspections } from '../policy.ts';
import * as words from '../words.ts';
import { lockedInspection, mustFollow } from './lock-inspection.server.ts';
import { arePossible, peopleOf, plannedThere } from './plan-inspections.server.ts';

/**
 * Gives a planned inspection another day or other people. Tells 'inspection.moved', or nothing when nothing changes. Throws
 * `state.conflict` once it is held or cancelled, `input.invalid` for a day that is over or taken, or a person who is not there.
 */
export const moveInspection = defineCommand({
  name: 'inspection.move',
  input: InspectionMove,
  load: (ctx, input) => lockedInspection(ctx, input.inspectionId),
  allow: (actor) => canKeepInspections(actor),
  async run(ctx, input, one) {
    if (one.state !== 'planned')
      throw new Problem('state.conflict', { message: words.noSuchStep(one.state) });
    const before = { planned_on: one.plannedOn, people: one.people.toSorted(), note: one.note };
    const after = {
      planned_on: input.plannedOn,
      people: [...new Set(input.people)].toSorted(),
      note: input.note,
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const fields: FieldProblems = {};
    const isMoved = after.planned_on !== before.planned_on;
    if (isMoved && after.planned_on < ctx.today) fields['plannedOn'] = words.dayPast;
    else if (isMoved && (await plannedThere(ctx, one.hamletId, after.planned_on)))
      fields['plannedOn'] = words.planned(one.hamletName, after.planned_on);
    if (!(await arePossible(ctx, after.people))) fields['people'] = words.personGone;
    if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
    await ctx.tx
      .updateTable('inspections')
      .set({ planned_on: after.planned_on, note: after.note })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', one.id)
      .execute();
    await ctx.tx
      .deleteFrom('inspection_people')
      .where('commune_id', '=', ctx.communeId)
      .where('inspection_id', '=', one.id)
      .execute();
    await insertRows(ctx.tx, 'inspection_people', peopleOf(ctx, one.id, after.people));
    await ctx.emit({
      name: 'inspection.moved',
      hamletId: one.hamletId,
      subject: 'inspection',
      subjectId: one.id,
      data: { before, after, note: input.note },
    });
  },
});

/** Calls a planned inspection off, with the reason. Again it does nothing. Tells 'inspection.cancelled'. Throws `state.conflict` once it was held. */
export const cancelInspection = defineCommand({
  name: 'inspection.cancel',
  input: InspectionCancel,
  load: (ctx, input) => lockedInspection(ctx, input.inspectionId),
  allow: (actor) => canKeepInspections(actor),
  async run(ctx, input, one) {
    if (one.state === 'cancelled') return;
    mustFollow(one.state, 'cancelled');
    await ctx.tx
      .updateTable('inspections')
      .set({ state: 'cancelled', reason: input.reason })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', one.id)
      .execute();
    await ctx.emit({
      name: 'inspection.cancelled',
      hamletId: one.hamletId,
      subject: 'inspection',
      subjectId: one.id,
      data: { before: { state: one.state }, after: { state: 'cancelled' }, note: input.reason },
    });
  },
});

/**
 * Ends an inspection that was held, with its conclusion, when nothing of it is open any more. Again it does nothing. Tells
 * 'inspection.closed'. Throws `state.conflict` while a finding is open, or before it was held.
 */
export const closeInspection = defineCommand({
  name: 'inspection.close',
  input: InspectionClosing,
  load: (ctx, input) => lockedInspection(ctx, input.inspectionId),
  allow: (actor) => canKeepInspections(actor),
  async run(ctx, input, one) {
    if (one.state === 'closed') return;
    mustFollow(one.state, 'closed');
    if (one.findingsOpen > 0)
      throw new Problem('state.conflict', { message: words.findingsOpen(one.findingsOpen) });
    await ctx.tx
      .updateTable('inspections')
      .set({ state: 'closed', conclusion: input.conclusion, closed_on: ctx.today })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', one.id)
      .execute();
    await ctx.emit({
      name: 'inspection.closed',
      hamletId: one.hamletId,
      subject: 'inspection',
      subjectId: one.id,
      data: { before: { state: one.state }, after: { state: 'closed' }, note: input.conclusion },
    });
  },
});
