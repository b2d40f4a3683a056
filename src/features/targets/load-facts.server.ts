import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { prepared } from '#platform/db/preparing-client.server.ts';
import { outreachContacts } from '#features/outreach/facts.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import {
  activeHelpers,
  effectiveGuidances,
  effectiveVisits,
  foldedRecords,
  latestSkillChecks,
  withMerged,
  type AsOf,
} from '#features/visits/facts.server.ts';
import { digitalItems, type Outcome } from './definition.ts';
import type { HouseholdFacts, ResidentFacts } from './facts.ts';
import { everRecorded } from './relations.server.ts';

/** The facts of some households on a day, for the evaluator: what the explanation of one household needs. Not for whole communes. */
export async function loadFacts(
  ctx: ReadContext,
  householdIds: readonly Id[],
  day: Day,
): Promise<Map<Id, HouseholdFacts>> {
  if (householdIds.length === 0) return new Map();
  const among = await withMerged(ctx, householdIds);
  const asOf: AsOf = { communeId: ctx.communeId, recordedBy: everRecorded, day, among };
  const answers = digitalItems.map((item) => sql`'${sql.raw(item)}', d.${sql.ref(item)}`);
  const { rows } = await sql<{
    id: Id;
    hamletId: Id;
    state: HouseholdFacts['state'];
    smartphone: HouseholdFacts['smartphone'];
    poverty: HouseholdFacts['poverty'];
    statedSize: number | null;
    residents: ResidentFacts[];
    contacts: { on: Day; form: string }[];
    guidances: { on: Day; platform: string; outcome: Outcome }[];
    hasHelper: boolean;
  }>`${prepared}
    with
    person as (
      select r.household_id, jsonb_agg(jsonb_build_object(
               'id', r.id, 'state', r.state, 'residence', r.residence, 'birth', r.birth_date, 'smartphone', r.has_smartphone,
               'vulnerable', r.vulnerable, 'digital', jsonb_build_object(${sql.join(answers)}),
               'skills', case when k.resident_id is not null then to_jsonb(k) end) order by r.position, r.id) as list
        from residents as r
        left join ${foldedRecords(asOf)} as d on d.resident_id = r.id
        left join ${latestSkillChecks(asOf)} as k on k.resident_id = r.id
       where r.commune_id = ${ctx.communeId} and r.household_id = any(${[...householdIds]}::uuid[]) and r.merged_into is null
       group by r.household_id
    ),
    contact as (
      select c.household_id, jsonb_agg(jsonb_build_object('on', c.held_on, 'form', c.form)) as list
        from (
          select v.household_id, v.visited_on as held_on, v.form from ${effectiveVisits(asOf)} as v where v.met = 'someone'
          union all
          select o.household_id, o.held_on, o.form from ${outreachContacts(asOf)} as o
        ) as c group by c.household_id
    ),
    guided as (
      select g.household_id, jsonb_agg(jsonb_build_object('on', g.visited_on, 'platform', g.platform, 'outcome', g.outcome)) as list
        from ${effectiveGuidances(asOf)} as g group by g.household_id
    )
    select h.id, h.hamlet_id as "hamletId", h.state, h.has_smartphone as smartphone, h.poverty,
           h.stated_size as "statedSize", coalesce(p.list, '[]') as residents, coalesce(c.list, '[]') as contacts,
           coalesce(g.list, '[]') as guidances,
           exists (select 1 from ${activeHelpers(asOf)} as a where a.household_id = h.id) as "hasHelper"
      from households as h
      left join person as p on p.household_id = h.id
      left join contact as c on c.household_id = h.id
      left join guided as g on g.household_id = h.id
     where h.commune_id = ${ctx.communeId} and h.id = any(${[...householdIds]}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}
