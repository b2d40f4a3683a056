import { sql, type RawBuilder } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { familyOn, ofFamily } from '#features/org/queries/hamlet-lives.server.ts';
import { compileVerdicts } from '#features/targets/compile.server.ts';
import type { Condition, TargetDefinition } from '#features/targets/definition.ts';
import { guidedOutcomes } from '#features/targets/options.ts';
import { liveSources } from '#features/targets/relations.server.ts';
import { sourcesAt } from '#features/targets/rewind.server.ts';
import { doubtedVisits } from '#features/visits/doubts.server.ts';
import { effectiveGuidances, effectiveVisits, goesOn, type AsOf } from '#features/visits/facts.server.ts';
import type { VisitDoubt } from '#features/visits/model/plausible.ts';
import type { Measure } from '../model/movement.ts';
import type { Movement } from './movements.server.ts';

/** One household (hộ) or person (người) in a movement, once, with the visit by which it counts, or for which it is held apart. */
export interface Credited {
  measure: Measure;
  /** The household or the person. */
  subject_id: Id;
  household_id: Id;
  /** Where it lives now, or lived when the movement was closed. */
  hamlet_id: Id;
  sort_key: string;
  visit_id: Id;
  visited_on: Day;
  /** Whose visit it was; null: of somebody who is in no team. */
  member_id: Id | null;
  /** Null: it counts. */
  doubt: VisitDoubt | null;
}

const livingHome: Condition = { fact: 'household_state', in: ['living'] };
/** Of whom the shares are. Who is not known to belong is in no whole. */
const wholes: Record<Measure, { code: string; subject: 'household' | 'resident'; of: Condition }> = {
  homes_met: { code: 'homes', subject: 'household', of: livingHome },
  homes_guided: { code: 'homes', subject: 'household', of: livingHome },
  priority_homes_met: {
    code: 'priority',
    subject: 'household',
    of: {
      all: [livingHome, { fact: 'priority', reasons: ['vulnerable', 'elderly', 'no_smartphone'] }],
    },
  },
  people_guided: {
    code: 'people',
    subject: 'resident',
    of: { all: [livingHome, { fact: 'resident_state', in: ['living'] }] },
  },
  people_vneid: {
    code: 'people',
    subject: 'resident',
    of: { all: [livingHome, { fact: 'resident_state', in: ['living'] }] },
  },
};

/** Guided far enough for a figure: outcomes, and the item that the platform tracks (null: any). */
const guided: Partial<Record<Measure, { outcomes: readonly string[]; tracks: string | null }>> = {
  homes_guided: { outcomes: guidedOutcomes, tracks: null },
  people_guided: { outcomes: guidedOutcomes, tracks: null },
  people_vneid: { outcomes: ['installed', 'activated'], tracks: 'vneid' },
};

/**
 * The two relations from which every number of a movement and the list behind it are read: `whole` (measure, subject_id,
 * household_id, hamlet_id, sort_key) and `credited` (`Credited`). They stand at the head of a statement after `with`.
 *
 * A household or person counts once however often somebody called (R62): by the first visit of the movement's days that is believed,
 * by the time of the visit and not of its writing down. Withdrawn and replaced visits, doubles, and visits at which nobody was met
 * count nothing; what the door said otherwise and hours with too many visits are held apart. A closed movement says what it said
 * when it was closed.
 */
export async function creditedRelations(ctx: ReadContext, movement: Movement): Promise<RawBuilder<unknown>> {
  const { closedAt, startsOn, endsOn, hamlets, goals } = movement;
  const day = endsOn < ctx.today ? endsOn : ctx.today;
  const sources = closedAt === null ? liveSources : await sourcesAt(ctx, closedAt, day);
  const asOf: AsOf = {
    communeId: ctx.communeId,
    recordedBy: closedAt ?? ctx.now,
    day,
    doubles: {
      households: goesOn('households', ctx, sources.households),
      residents: goesOn('residents', ctx, sources.residents),
    },
  };
  const asked = goals.map(({ measure }) => measure);
  const definitions = new Map(
    asked.map((measure) => [wholes[measure].code, populationOf(wholes[measure])] as const),
  );
  const horizon = { day: asOf.day, from: startsOn, to: endsOn, planEnd: endsOn, platforms: {} };
  const verdicts = compileVerdicts([...definitions.values()], { scope: 'all', horizon, asOf, sources });
  const measuresOf = sql`(values ${sql.join(
    asked.map((measure) => sql`(${measure}::text, ${wholes[measure].code}::text)`),
  )})`;
  // A movement of the whole commune was of the hamlets that it had on its last day.
  const places =
    hamlets.length > 0 ? hamlets.map(({ id }) => id) : await familyOn(ctx, null, day, closedAt ?? ctx.now);
  const here = places === null ? sql`` : sql`and ${ofFamily(sql`v.hamlet_id`, places)}`;
  const touches = asked.map((measure) => touchesOf(measure, ctx.communeId, asOf));
  return sql`
    population as materialized (
      select v.target, v.subject_id, v.household_id, v.hamlet_id, v.sort_key from (${verdicts}) as v
       where v.belongs ${here}
    ), whole as (
      select m.measure, p.subject_id, p.household_id, p.hamlet_id, p.sort_key
        from ${measuresOf} as m(measure, target) join population as p on p.target = m.target
    ), seen as materialized (
      select v.* from ${effectiveVisits(asOf)} as v where v.visited_on between ${startsOn} and ${asOf.day}
    ), doubted as materialized (
      select * from ${doubtedVisits(asOf, sql`seen`)} as d
    ), touch as materialized (${sql.join(touches, sql` union all `)}),
    credited as materialized (
      select distinct on (w.measure, w.subject_id) w.measure, w.subject_id, w.household_id, w.hamlet_id, w.sort_key,
             v.id as visit_id, v.visited_on, v.member_id, d.doubt
        from touch as t
        join whole as w on w.measure = t.measure and w.subject_id = t.subject_id
        join seen as v on v.id = t.visit_id
        left join doubted as d on d.visit_id = v.id
       order by w.measure, w.subject_id, (d.doubt is not null), v.visited_at, coalesce(v.member_id, v.recorded_by), v.id
    )`;
}

/** measure, subject_id, visit_id: which visits touched whom, as often as they did. */
function touchesOf(measure: Measure, communeId: string, asOf: AsOf): RawBuilder<unknown> {
  const rule = guided[measure];
  if (!rule)
    return sql`select ${measure}::text as measure, v.household_id as subject_id, v.id as visit_id
      from seen as v where v.met = 'someone'`;
  const subject = wholes[measure].subject === 'household' ? sql`g.household_id` : sql`g.resident_id`;
  const platforms =
    rule.tracks === null
      ? sql``
      : sql`and g.platform in (select c.code from catalogue_entries as c
          where c.commune_id = ${communeId} and c.kind = 'platform' and c.details ->> 'tracks' = ${rule.tracks})`;
  return sql`select ${measure}::text as measure, ${subject} as subject_id, g.visit_id
    from ${effectiveGuidances({ ...asOf, visits: sql`seen` })} as g
    join seen as v on v.id = g.visit_id and v.met = 'someone'
   where ${subject} is not null and g.outcome = any(${[...rule.outcomes]}::text[]) ${platforms}`;
}

// Only who belongs is asked; what is reached is counted here, by the visits.
function populationOf({ code, subject, of }: (typeof wholes)[Measure]): TargetDefinition {
  return {
    code,
    title: code,
    planText: code,
    subject,
    unit: subject === 'household' ? 'hộ' : 'người',
    population: of,
    reached: of,
    goal: { kind: 'rate', floor: 100 },
    planLine: { kind: 'even' },
    beside: [],
    doubt: null,
  };
}
