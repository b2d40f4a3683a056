import { sql, type RawBuilder } from 'kysely';
import {
  activeHelpers,
  effectiveGuidances,
  effectiveVisits,
  foldedRecords,
  latestSkillChecks,
  type AsOf,
} from '#features/visits/facts.server.ts';
import { outreachContacts } from '#features/outreach/facts.server.ts';
import type { Id } from '#shared/ids.ts';
import type { Horizon } from './facts.ts';

/** Which households are looked at; ids are of households that go on, not of doubles. */
export type Scope = 'all' | { hamletIds: readonly Id[] } | { householdIds: readonly Id[] };

/** The tables of the register and the groups: today's, or those of a past moment, with the same columns (`rewind.server.ts`). */
export interface Sources {
  households: RawBuilder<unknown>;
  residents: RawBuilder<unknown>;
  groups: RawBuilder<unknown>;
}

export const liveSources: Sources = {
  households: sql`households`,
  residents: sql`residents`,
  groups: sql`groups`,
};

/** Of what the figures are: commune, households, day, what was written down by when, and the tables to read. */
export interface Frame {
  scope: Scope;
  horizon: Horizon;
  /** Its `among` is the scope's households with their doubles (`withMerged`), or nothing for all. */
  asOf: AsOf;
  sources: Sources;
}

/** All that is committed counts, whatever its clock said: for what is live, where two requests may overtake each other. */
export const everRecorded = new Date('9999-12-31T00:00:00Z');

/** The scope's households said as a list too, by which an index finds their few rows. */
const within = (column: RawBuilder<unknown>, { among }: AsOf) =>
  among === undefined ? sql`` : sql`and ${column} = any(${[...among]}::uuid[])`;

/** The households of the scope and their people. */
export function registerRelations(frame: Frame): RawBuilder<unknown> {
  const { scope, sources, asOf } = frame;
  const inScope =
    scope === 'all'
      ? sql``
      : 'hamletIds' in scope
        ? sql`and h.hamlet_id = any(${[...scope.hamletIds]}::uuid[])`
        : sql`and h.id = any(${[...scope.householdIds]}::uuid[])`;
  return sql`
    scope as materialized (
      select h.id, h.hamlet_id, h.state, h.has_smartphone, h.poverty, h.stated_size, h.head_sort_key
        from ${sources.households} as h
       where h.commune_id = ${asOf.communeId} and h.merged_into is null ${inScope}
    ),
    people as materialized (
      select r.id, r.household_id, r.state, r.residence, r.birth_date, r.vulnerable, r.has_smartphone, r.sort_key
        from scope as s
        join ${sources.residents} as r on r.commune_id = ${asOf.communeId} and r.household_id = s.id
       where r.merged_into is null ${within(sql`r.household_id`, asOf)}
    )`;
}

/** Per household: contacts in the plan year, their different forms, and the last contact ever. Nobody met is no contact. */
export function contactRelation(frame: Frame): RawBuilder<unknown> {
  const { asOf, horizon } = frame;
  const inPlan = sql`c.held_on between ${horizon.from} and ${horizon.to}`;
  return sql`
    contact as (
      select c.household_id, count(*) filter (where ${inPlan}) as times,
             count(distinct c.form) filter (where ${inPlan}) as forms, max(c.held_on) as last_on
        from (
          select v.household_id, v.form, v.visited_on as held_on
            from ${effectiveVisits(asOf)} as v where v.met = 'someone'
          union all
          select o.household_id, o.form, o.held_on from ${outreachContacts(asOf)} as o
        ) as c
       group by c.household_id
    )`;
}

/** Per household one column for each question about guidance that the definitions ask. */
export function guidanceRelation(
  frame: Frame,
  questions: readonly { column: string; platforms: readonly string[]; outcomes: readonly string[] }[],
): RawBuilder<unknown> {
  const columns = questions.map(
    ({ column, platforms, outcomes }) =>
      sql`bool_or(g.platform = any(${[...platforms]}::text[]) and g.outcome = any(${[...outcomes]}::text[])) as ${sql.ref(column)}`,
  );
  return sql`
    guided as (
      select g.household_id, ${sql.join(columns)}
        from ${effectiveGuidances(frame.asOf)} as g
       where g.visited_on between ${frame.horizon.from} and ${frame.horizon.to}
       group by g.household_id
    )`;
}

/** Households that a team member looks after on the day. */
export function helperRelation(frame: Frame): RawBuilder<unknown> {
  return sql`helped as (select distinct a.household_id from ${activeHelpers(frame.asOf)} as a)`;
}

/** Every person of the scope with what is known of them. */
export function personRelation(
  frame: Frame,
  digitalItems: readonly string[],
  skills: boolean,
): RawBuilder<unknown> {
  const items = digitalItems.map((item) => sql`, d.${sql.ref(item)}`);
  const checks = sql`, k.online_services, k.online_shopping, k.online_payment, k.self_protection, k.other_platform,
    k.vneid_account as skill_vneid, k.dvc_account as skill_dvc`;
  return sql`
    person as materialized (
      select p.* ${sql.join(items, sql``)} ${skills ? checks : sql``}
        from people as p
        ${items.length > 0 ? sql`left join ${foldedRecords(frame.asOf)} as d on d.resident_id = p.id` : sql``}
        ${skills ? sql`left join ${latestSkillChecks(frame.asOf)} as k on k.resident_id = p.id` : sql``}
    )`;
}
