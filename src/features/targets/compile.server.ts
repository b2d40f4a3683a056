import { sql, type RawBuilder } from 'kysely';
import { priorityReasons } from '#features/registry/model.ts';
import { goesOn } from '#features/visits/facts.server.ts';
import { compileCondition, noNeeds, type Needs } from './conditions.server.ts';
import type { BesideFigure, Condition, TargetDefinition } from './definition.ts';
import { anyPriority } from './priority.ts';
import {
  contactRelation,
  guidanceRelation,
  helperRelation,
  personRelation,
  registerRelations,
  type Frame,
} from './relations.server.ts';

/**
 * A statement that gives one row per target and subject that is in its population, may be in it, or is shown beside it:
 * target, subject_id, household_id, hamlet_id, belongs (null: not known), verdict (null: not known), beside (two bits a
 * figure: 0 outside, 1 left, 2 reached, 3 unknown), priority_rank (0 first), last_contact_on, sort_key.
 */
export function compileVerdicts(
  definitions: readonly TargetDefinition[],
  asked: Frame,
): RawBuilder<VerdictRow> {
  const { relations, frame } = registerOnce(asked);
  return sql`with ${relations} select * from (${verdictsOver(definitions, frame)}) as v`;
}

/** The register's relations, to stand once at the head of a statement, and the frame in which `verdictsOver` finds them. */
export function registerOnce(asked: Frame): { relations: RawBuilder<unknown>; frame: Frame } {
  const { asOf, sources } = asked;
  const doubles = { households: sql`double_households`, residents: sql`double_residents` };
  const frame: Frame = { ...asked, asOf: { ...asOf, doubles } };
  return {
    frame,
    relations: sql`
      double_households as materialized (select id, goes_on from ${goesOn('households', asOf, sources.households)} as d),
      double_residents as materialized (select id, goes_on from ${goesOn('residents', asOf, sources.residents)} as d),
      ${registerRelations(frame)}`,
  };
}

function verdictsOver(definitions: readonly TargetDefinition[], frame: Frame): RawBuilder<VerdictRow> {
  const needs = noNeeds();
  const selects = definitions.map((target) => verdictSelect(target, frame, needs));
  const priority = compileCondition(anyPriority(priorityReasons), frame, needs);
  return sql`
    with
    ${askedRelations(frame, needs)},
    house as materialized (
      select h.*, case when ${priority} then 0 else 1 end as rank from asked h
    )
    ${sql.join(selects, sql` union all `)}`;
}

/** `person` and `asked`: people and households of the scope with what the conditions need to know of them. */
export function askedRelations(frame: Frame, needs: Needs): RawBuilder<unknown> {
  return sql`
    ${contactRelation(frame)},
    ${needs.guided.length > 0 ? sql`${guidanceRelation(frame, needs.guided)},` : sql``}
    ${helperRelation(frame)},
    ${personRelation(frame, [...needs.digital].sort(), needs.skills)},
    listed as (
      select p.household_id, count(*) filter (where p.state = 'living') as living
             ${sql.join(
               needs.some.map(
                 ({ column, holds }) =>
                   sql`, bool_or(${holds}) as ${sql.ref(`${column}_yes`)}, bool_or((${holds}) is null) as ${sql.ref(`${column}_open`)}`,
               ),
               sql``,
             )}
        from person p group by p.household_id
    ),
    asked as (
      select s.*, coalesce(c.times, 0) as times, coalesce(c.forms, 0) as forms, c.last_on,
             (a.household_id is not null) as helped, coalesce(l.living, 0) as living
             ${sql.join(
               needs.guided.map(
                 ({ column }) => sql`, coalesce(g.${sql.ref(column)}, false) as ${sql.ref(column)}`,
               ),
               sql``,
             )}
             ${sql.join(
               needs.some.map(
                 ({ column }) => sql`, case when l.${sql.ref(`${column}_yes`)} then true
                   when l.${sql.ref(`${column}_open`)} or coalesce(l.living, 0) = 0 or l.living < s.stated_size then null
                   else false end as ${sql.ref(column)}`,
               ),
               sql``,
             )}
        from scope s
        left join contact c on c.household_id = s.id
        ${needs.guided.length > 0 ? sql`left join guided g on g.household_id = s.id` : sql``}
        left join helped a on a.household_id = s.id
        left join listed l on l.household_id = s.id
    )`;
}

/** A row of `compileVerdicts`. */
export interface VerdictRow {
  target: string;
  subject_id: string;
  household_id: string | null;
  hamlet_id: string;
  belongs: boolean | null;
  verdict: boolean | null;
  beside: number;
  priority_rank: number;
  last_contact_on: string | null;
  sort_key: string;
}

function verdictSelect(target: TargetDefinition, frame: Frame, needs: Needs): RawBuilder<unknown> {
  const say = (condition: Condition) => compileCondition(condition, frame, needs);
  const belongs = say(target.population);
  const bits = (part: BesideFigure, index: number) => {
    const counts = say(part.counts);
    return sql`case when ${part.of ? say(part.of) : sql`q.belongs`} then
      case when ${counts} then ${sql.lit(2 << (2 * index))} when (${counts}) is null then ${sql.lit(3 << (2 * index))}
           else ${sql.lit(1 << (2 * index))} end else 0 end`;
  };
  const beside = target.beside.length > 0 ? sql.join(target.beside.map(bits), sql` + `) : sql`0`;
  const of = {
    household: sql`h.id as subject_id, h.id as household_id, h.hamlet_id, h.rank, h.last_on, h.head_sort_key as sort_key from house h`,
    resident: sql`p.id as subject_id, h.id as household_id, h.hamlet_id, h.rank, h.last_on, p.sort_key from person p join house h on h.id = p.household_id`,
    group: sql`o.id as subject_id, null::uuid as household_id, o.hamlet_id, 1 as rank, null::date as last_on, o.name as sort_key from ${groupsOf(frame)} o`,
  }[target.subject];
  const columns = sql`${sql.lit(target.code)} as target, x.subject_id, x.household_id, x.hamlet_id, x.belongs, x.verdict, x.beside::int, x.rank::smallint as priority_rank, x.last_on as last_contact_on, x.sort_key`;
  const from = sql`${of} cross join lateral (select ${belongs} as belongs) q`;
  return sql`
    select ${columns} from (
      select q.belongs, case when q.belongs then ${say(target.reached)} end as verdict, ${beside} as beside, ${from}
    ) x where x.belongs is not false or x.beside <> 0`;
}

/** Groups of the scope; a scope of households has none. */
export function groupsOf(frame: Frame): RawBuilder<unknown> {
  const { scope } = frame;
  const within =
    scope === 'all'
      ? sql``
      : 'hamletIds' in scope
        ? sql`and g.hamlet_id = any(${[...scope.hamletIds]}::uuid[])`
        : sql`and false`;
  return sql`(select g.id, g.hamlet_id, g.state, g.name from ${frame.sources.groups} g where g.commune_id = ${frame.asOf.communeId} ${within})`;
}
