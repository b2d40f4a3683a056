import { sql, type RawBuilder } from 'kysely';
import { type ReadContext } from '#platform/commands/command.server.ts';
import { daysBetween, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import type { TaskState } from '#features/tasks/model/task-state.ts';
import { getInspection, listInspections, type Inspection } from './inspections.server.ts';

/** What the hamlet said to a finding. */
export interface HamletAnswer {
  id: Id;
  text: string;
  by: string | null;
  at: Date;
}

/** Something that is to be put right. */
export interface Finding {
  id: Id;
  inspectionId: Id;
  /** Of which question; null: of none. */
  code: string | null;
  text: string;
  remedy: string;
  dueOn: Day;
  state: 'open' | 'closed';
  foundOn: Day;
  /** Days past its day while it is open; 0: in time. */
  overdue: number;
  /** The task that was given of it, as it stands. */
  task: { id: Id; state: TaskState; dueOn: Day } | null;
  answers: HamletAnswer[];
  closedOn: Day | null;
  closedBy: string | null;
  closingWord: string | null;
}

/** The findings of an inspection, the open ones by their day first; `not_found` when the actor may not see it. */
export async function findingsOf(ctx: ReadContext, inspectionId: Id): Promise<Finding[]> {
  const { id } = await getInspection(ctx, inspectionId);
  return findingRows(ctx, sql`f.inspection_id = ${id}`);
}

export interface PlacedFinding extends Finding {
  inspection: Inspection;
}

/** The findings of all inspections that the actor may see, the open ones by their day first. */
export async function listFindings(
  ctx: ReadContext,
  filter: { open?: boolean; hamletId?: Id | null } = {},
): Promise<PlacedFinding[]> {
  const inspections = new Map(
    (await listInspections(ctx, { hamletId: filter.hamletId ?? null })).map((one) => [one.id, one]),
  );
  const findings = await findingRows(
    ctx,
    sql`f.inspection_id = any(${[...inspections.keys()]}::uuid[])
      ${filter.open === true ? sql`and f.state = 'open'` : sql``}`,
  );
  return findings.flatMap((one) => {
    const inspection = inspections.get(one.inspectionId);
    return inspection ? [{ ...one, inspection }] : [];
  });
}

/** One finding with its inspection; throws `not_found` when there is none that the actor may see. */
export async function getFinding(ctx: ReadContext, id: Id): Promise<PlacedFinding> {
  const [finding] = await findingRows(ctx, sql`f.id = ${id}`);
  if (!finding) throw notFound();
  return { ...found(finding), inspection: await getInspection(ctx, finding.inspectionId) };
}

interface Row extends Omit<Finding, 'overdue' | 'task'> {
  taskId: Id | null;
  taskState: TaskState | null;
  taskDueOn: Day | null;
}

async function findingRows(ctx: ReadContext, where: RawBuilder<unknown>): Promise<Finding[]> {
  const { rows } = await sql<Row>`
    select f.id, f.inspection_id as "inspectionId", f.code, f.text, f.remedy, f.due_on as "dueOn", f.state,
           f.found_on as "foundOn", f.closed_on as "closedOn", c.full_name as "closedBy", f.closing_word as "closingWord",
           t.id as "taskId", t.state as "taskState", t.due_on as "taskDueOn"
      from inspection_findings as f
      left join accounts as c on c.commune_id = ${ctx.communeId} and c.id = f.closed_by
      left join tasks as t on t.commune_id = ${ctx.communeId} and t.id = f.task_id
     where f.commune_id = ${ctx.communeId} and ${where}
     order by f.state = 'closed', case when f.state = 'open' then f.due_on end, f.closed_on desc, f.found_at, f.id`.execute(
    ctx.tx,
  );
  const answers = await answersTo(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ taskId, taskState, taskDueOn, ...row }) => ({
    ...row,
    answers: answers
      .filter((one) => one.findingId === row.id)
      .map(({ findingId: _findingId, ...one }) => one),
    task:
      taskId === null || taskState === null || taskDueOn === null
        ? null
        : { id: taskId, state: taskState, dueOn: taskDueOn },
    overdue: row.state === 'open' ? Math.max(0, daysBetween(row.dueOn, ctx.today)) : 0,
  }));
}

async function answersTo(
  ctx: ReadContext,
  findingIds: readonly Id[],
): Promise<(HamletAnswer & { findingId: Id })[]> {
  const { rows } = await sql<HamletAnswer & { findingId: Id }>`
    select w.id, w.finding_id as "findingId", w.text, a.full_name as by, w.written_at as at
      from inspection_answers as w
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = w.written_by
     where w.commune_id = ${ctx.communeId} and w.finding_id = any(${[...findingIds]}::uuid[])
     order by w.written_at, w.id`.execute(ctx.tx);
  return rows;
}
