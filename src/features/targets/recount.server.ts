import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { compileVerdicts } from './compile.server.ts';
import { targetsInForce } from './in-force.server.ts';
import { frameOf } from './marks.server.ts';
import { tally } from './tally.server.ts';

/** Where a counter or a mark says something else than the rows it was made from. */
export interface Difference {
  kind: 'counter' | 'mark';
  target: string;
  hamletId: string;
  /** Null for a counter. */
  subjectId: string | null;
  kept: string | null;
  counted: string | null;
}

export interface Recount {
  /** The day that was counted: that of the marks, so that a late clock is no difference. Null: nothing is marked yet. */
  day: string | null;
  /** Marks compared. */
  marks: number;
  differences: Difference[];
}

/**
 * Counts every target anew from the rows and compares with marks and counters (law 9). Reads only. At most 1,000
 * differences of each kind are listed. The name's place in the order of a list is not compared: the register renews its
 * sort keys after it has told of a change, so a mark may hold the old key until the household's next change or midnight.
 */
export async function recount(ctx: ReadContext): Promise<Recount> {
  const marked = await ctx.tx
    .selectFrom('target_days')
    .select('marked_on')
    .where('commune_id', '=', ctx.communeId)
    .executeTakeFirst();
  const targets = marked && (await targetsInForce(ctx, marked.marked_on));
  if (!targets) return { day: null, marks: 0, differences: [] };
  const fresh = compileVerdicts(targets.definitions, frameOf(ctx, targets, 'all'));
  const { rows } = await sql<Difference & { total: number }>`
    with fresh as materialized (${fresh}),
    wrong_marks as (
      select 'mark' as kind, coalesce(m.target, f.target) as target, coalesce(m.hamlet_id, f.hamlet_id) as "hamletId",
             coalesce(m.subject_id, f.subject_id) as "subjectId",
             case when m.subject_id is not null then ${shown('m')} end as kept,
             case when f.subject_id is not null then ${shown('f')} end as counted
        from fresh as f
        full join (select * from target_marks where commune_id = ${ctx.communeId}) as m
          on m.target = f.target and m.subject_id = f.subject_id
       where (m.subject_id is null or f.subject_id is null
          or (m.household_id, m.hamlet_id, m.belongs, m.verdict, m.beside, m.priority_rank, m.last_contact_on)
             is distinct from (f.household_id, f.hamlet_id, f.belongs, f.verdict, f.beside, f.priority_rank, f.last_contact_on))
       limit 1000
    ),
    wrong_counters as (
      select 'counter' as kind, coalesce(k.target, c.target) as target, coalesce(k.hamlet_id, c.hamlet_id) as "hamletId",
             null::uuid as "subjectId",
             case when k.target is not null then ${counters('k')} end as kept,
             case when c.target is not null then ${counters('c')} end as counted
        from (${tally(targets.definitions, sql`fresh`)}) as c
        full join (select * from target_counters where commune_id = ${ctx.communeId}) as k
          on k.target = c.target and k.hamlet_id = c.hamlet_id
       where (coalesce(k.population, 0), coalesce(k.reached, 0), coalesce(k.unknown, 0), coalesce(k.uncertain, 0))
          <> (coalesce(c.population, 0), coalesce(c.reached, 0), coalesce(c.unknown, 0), coalesce(c.uncertain, 0))
       limit 1000
    )
    select *, (select count(*) from fresh) as total from (
      select * from wrong_counters union all select * from wrong_marks
      union all select null, null, null, null, null, null) as d`.execute(ctx.tx);
  return {
    day: marked.marked_on,
    marks: rows[0]?.total ?? 0,
    differences: rows
      .filter((row) => row.kind !== null)
      .map(({ kind, target, hamletId, subjectId, kept, counted }) => ({
        kind,
        target,
        hamletId,
        subjectId,
        kept,
        counted,
      })),
  };
}

/** A mark and a counter in one line, to be read by people. */
const shown = (alias: string) =>
  sql`concat_ws('|', ${sql.ref(`${alias}.hamlet_id`)}, coalesce(${sql.ref(`${alias}.household_id`)}::text, '-'), coalesce(${sql.ref(`${alias}.belongs`)}::text, '?'), coalesce(${sql.ref(`${alias}.verdict`)}::text, '?'), ${sql.ref(`${alias}.beside`)}, ${sql.ref(`${alias}.priority_rank`)}, coalesce(${sql.ref(`${alias}.last_contact_on`)}::text, '-'))`;
const counters = (alias: string) =>
  sql`concat_ws('|', ${sql.ref(`${alias}.population`)}, ${sql.ref(`${alias}.reached`)}, ${sql.ref(`${alias}.unknown`)}, ${sql.ref(`${alias}.uncertain`)})`;
