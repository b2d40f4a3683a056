import { sql, type RawBuilder } from 'kysely';
import { effectiveGuidances, effectiveVisits } from '#features/visits/facts.server.ts';
import { askedRelations, groupsOf, registerOnce } from './compile.server.ts';
import { compileCondition, noNeeds, type Needs } from './conditions.server.ts';
import type { TargetDefinition } from './definition.ts';
import type { Horizon } from './facts.ts';
import type { Frame } from './relations.server.ts';

/** Questions that are asked of one register, each within a span of its own and up to its own day. */
export interface Asked {
  key: number;
  definitions: readonly TargetDefinition[];
  horizon: Horizon;
}

/** What the subjects' answers to a question sum up to: those of `compileVerdicts`, counted. */
export interface CountRow {
  key: number;
  target: string;
  population: number;
  reached: number;
  unknown: number;
}

/**
 * A statement that counts over the frame's scope without making a row for each subject. What the sets have in common is
 * read once: the register, and what was done up to the frame's day, which is the latest of theirs.
 */
export function compileCounts(sets: readonly Asked[], asked: Frame): RawBuilder<CountRow> {
  const { relations, frame } = registerOnce(asked);
  const visits = sql`visits_once`;
  const once = { ...frame.asOf, visits, guidances: sql`guidances_once` };
  const counted = sets.map(({ key, definitions, horizon }) => {
    const counts = countsOver(definitions, { ...frame, horizon, asOf: { ...once, day: horizon.day } });
    return sql`select ${sql.lit(key)}::int as key, c.* from (${counts}) as c`;
  });
  return sql`
    with ${relations},
    visits_once as materialized (select * from ${effectiveVisits(frame.asOf)} as v),
    guidances_once as materialized (select * from ${effectiveGuidances({ ...frame.asOf, visits })} as g)
    ${sql.join(counted, sql` union all `)}`;
}

function countsOver(definitions: readonly TargetDefinition[], frame: Frame): RawBuilder<unknown> {
  const needs = noNeeds();
  const selects = (['household', 'resident', 'group'] as const).flatMap((subject) => {
    const own = definitions.filter((definition) => definition.subject === subject);
    return own.length === 0 ? [] : [countSelect(own, rowsOf(subject, frame), frame, needs)];
  });
  return sql`
    with ${askedRelations(frame, needs)},
    house as materialized (select h.* from asked h)
    ${sql.join(selects, sql` union all `)}`;
}

const rowsOf = (subject: TargetDefinition['subject'], frame: Frame): RawBuilder<unknown> =>
  ({
    household: sql`house h`,
    resident: sql`person p join house h on h.id = p.household_id`,
    group: sql`${groupsOf(frame)} o`,
  })[subject];

/** The counts of questions about the same subjects, in one walk over them. */
function countSelect(
  definitions: readonly TargetDefinition[],
  rows: RawBuilder<unknown>,
  frame: Frame,
  needs: Needs,
): RawBuilder<unknown> {
  const counts = definitions.map(({ population, reached }, index) => {
    const belongs = compileCondition(population, frame, needs);
    const verdict = compileCondition(reached, frame, needs);
    const name = (what: string) => sql.ref(`${what}${index}`);
    return sql`
      count(*) filter (where ${belongs})::int as ${name('population')},
      count(*) filter (where ${belongs} and ${verdict})::int as ${name('reached')},
      count(*) filter (where ${belongs} and (${verdict}) is null)::int as ${name('unknown')}`;
  });
  const lines = definitions.map(
    ({ code }, index) =>
      sql`(${sql.lit(code)}, ${sql.ref(`n.population${index}`)}, ${sql.ref(`n.reached${index}`)}, ${sql.ref(`n.unknown${index}`)})`,
  );
  return sql`
    select line.target, line.population, line.reached, line.unknown
      from (select ${sql.join(counts)} from ${rows}) as n
     cross join lateral (values ${sql.join(lines)}) as line(target, population, reached, unknown)`;
}
