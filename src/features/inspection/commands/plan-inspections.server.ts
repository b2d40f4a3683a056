import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import { insertRows } from '#platform/db/insert-rows.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { InspectionPlan } from '../model/inputs.ts';
import { canKeepInspections, canOpenInspections } from '../policy.ts';
import { currentChecklist } from '../queries/checklist.server.ts';
import { possibleInspectors } from '../queries/inspectors.server.ts';
import * as words from '../words.ts';
import { writeChecklist } from './keep-checklist.server.ts';

/**
 * Plans an inspection of each chosen hamlet (R56, W20), on its own day or on the plan's, with the checklist as it is now. The same
 * batch again plans nothing. Tells 'inspection.planned' for each. Throws `input.invalid` for a day that is over, a hamlet, person or
 * question that is not there, a hamlet that has one planned for that day; `state.conflict` when the checklist has a newer version.
 */
export const planInspections = defineCommand({
  name: 'inspection.plan',
  input: InspectionPlan,
  load: (ctx) => Promise.resolve(visible(ctx.actor, canOpenInspections)),
  allow: (actor) => canKeepInspections(actor),
  async run(ctx, input): Promise<{ batchId: Id; ids: Id[] }> {
    const batchId = input.batchId ?? ctx.id();
    const before = await idsOfBatch(ctx, batchId);
    if (before.length > 0) return { batchId, ids: before };
    const checklist = await currentChecklist(ctx);
    if (checklist.version !== input.version)
      throw new Problem('state.conflict', { message: words.listChanged });
    await checkPlan(ctx, input, new Set(checklist.questions.map(({ code }) => code)));
    const checklistId = checklist.id ?? (await writeChecklist(ctx, checklist.questions, null)).id;
    const asked = new Set(input.topics);
    const topics = checklist.questions.map(({ code }) => code).filter((code) => asked.has(code));
    const rows = stopsOf(input).map(([hamletId, plannedOn]) => ({
      commune_id: ctx.communeId,
      id: ctx.id(),
      batch_id: batchId,
      hamlet_id: hamletId,
      kind: input.kind,
      planned_on: plannedOn,
      note: input.note,
      checklist_id: checklistId,
      topics,
      state: 'planned' as const,
      held_on: null,
      held_at: null,
      figures: null,
      conclusion: null,
      closed_on: null,
      reason: null,
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
    }));
    await insertRows(ctx.tx, 'inspections', rows);
    await insertRows(
      ctx.tx,
      'inspection_people',
      rows.flatMap(({ id }) => peopleOf(ctx, id, input.people)),
    );
    await ctx.emitAll(
      rows.map((row) => ({
        name: 'inspection.planned',
        hamletId: row.hamlet_id,
        subject: 'inspection',
        subjectId: row.id,
        data: {
          after: { state: 'planned', kind: row.kind, planned_on: row.planned_on, people: input.people },
          note: input.note,
        },
      })),
    );
    return { batchId, ids: rows.map(({ id }) => id) };
  },
});

/** Who goes, as rows; each once. */
export const peopleOf = (ctx: WriteContext, inspectionId: Id, people: readonly Id[]) =>
  [...new Set(people)].map((accountId) => ({
    commune_id: ctx.communeId,
    inspection_id: inspectionId,
    account_id: accountId,
  }));

/** Everybody who is named may be. */
export async function arePossible(ctx: WriteContext, people: readonly Id[]): Promise<boolean> {
  const possible = new Set((await possibleInspectors(ctx)).map(({ id }) => id));
  return people.every((id) => possible.has(id));
}

/** The planned inspection of a hamlet on a day, if there is one. */
export const plannedThere = (ctx: WriteContext, hamletId: Id, day: Day) =>
  ctx.tx
    .selectFrom('inspections')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('hamlet_id', '=', hamletId)
    .where('planned_on', '=', day)
    .where('state', '=', 'planned')
    .executeTakeFirst();

/** Each chosen hamlet once, with its day. */
const stopsOf = ({ hamletIds, days, plannedOn }: InspectionPlan): [Id, Day][] =>
  [...new Set(hamletIds)].map((hamletId) => [hamletId, days[hamletId] ?? plannedOn]);

async function checkPlan(
  ctx: WriteContext,
  input: InspectionPlan,
  codes: ReadonlySet<string>,
): Promise<void> {
  const fields: FieldProblems = {};
  const hamlets = new Map((await listHamlets(ctx)).map(({ id, name }) => [id, name]));
  if (!(await arePossible(ctx, input.people))) fields['people'] = words.personGone;
  if (!input.topics.every((code) => codes.has(code))) fields['topics'] = words.questionGone;
  for (const [hamletId, day] of stopsOf(input)) {
    const name = hamlets.get(hamletId);
    const field = input.days[hamletId] == null ? 'plannedOn' : `days.${hamletId}`;
    if (name === undefined) fields['hamletIds'] = words.hamletGone;
    else if (day < ctx.today) fields[field] = words.dayPast;
    else if (await plannedThere(ctx, hamletId, day)) fields[field] = words.planned(name, day);
  }
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
}

async function idsOfBatch(ctx: WriteContext, batchId: Id): Promise<Id[]> {
  const rows = await ctx.tx
    .selectFrom('inspections')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('batch_id', '=', batchId)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
