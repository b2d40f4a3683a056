import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { effectiveSessions } from '#features/outreach/facts.server.ts';
import { catalogueNames, findPlan } from '#features/plans/queries.server.ts';
import { asOfNow, effectiveVisits } from '#features/visits/facts.server.ts';
import { canOpenTargets, canSeeFigures, targetArea } from '../policy.ts';

/** What loudspeakers, leaflets and other channels reached that name no household: shown beside T2 and T4, in no figure (R31). */
export interface MassChannel {
  form: string;
  name: string;
  /** Sessions (buổi) in the plan year. */
  sessions: number;
  /** People reached by the recorders' own guess (người, lượt); the same person may be in it many times. */
  estimatedPeople: number;
}

/** The share of visits that went to the population of a target: the order check of T3p. */
export interface VisitShare {
  /** Visits (lượt) in the plan year at which somebody was met. */
  visits: number;
  toPopulation: number;
}

/**
 * Sessions without a list in the plan year, by form, the most frequent first: of a hamlet, or (null) of all that the actor
 * sees, those of the whole commune included. Throws `not_found` for whoever may not see the figures.
 */
export async function massChannels(ctx: ReadContext, hamletId: Id | null): Promise<MassChannel[]> {
  const hamlets = seenHamlets(ctx, hamletId);
  const plan = await findPlan(ctx);
  if (!plan) return [];
  const names = await catalogueNames(ctx, 'outreach_form');
  const { rows } = await sql<Omit<MassChannel, 'name'>>`
    select s.form, count(*)::int as sessions, coalesce(sum(s.estimated_people), 0)::int as "estimatedPeople"
      from ${effectiveSessions(asOfNow(ctx))} as s
     where s.reach_kind = 'estimated' and s.held_on between ${plan.startsOn} and ${plan.endsOn}
       ${hamlets === 'commune' ? sql`` : sql`and (s.hamlet_id is null or s.hamlet_id = any(${[...hamlets]}::uuid[]))`}
     group by s.form order by sessions desc, s.form`.execute(ctx.tx);
  return rows.map((row) => ({ ...row, name: names.get(row.form) ?? row.form }));
}

/** How many of the plan year's visits went to households that a target asks about. Throws as `massChannels` does. */
export async function visitShare(ctx: ReadContext, target: string, hamletId: Id | null): Promise<VisitShare> {
  const hamlets = seenHamlets(ctx, hamletId);
  const plan = await findPlan(ctx);
  if (!plan) return { visits: 0, toPopulation: 0 };
  const { rows } = await sql<VisitShare>`
    select count(*)::int as visits, count(m.subject_id)::int as "toPopulation"
      from ${effectiveVisits(asOfNow(ctx))} as v
      left join target_marks as m on m.commune_id = ${ctx.communeId} and m.target = ${target}
           and m.subject_id = v.household_id and m.belongs
     where v.met = 'someone' and v.visited_on between ${plan.startsOn} and ${plan.endsOn}
       ${hamlets === 'commune' ? sql`` : sql`and v.hamlet_id = any(${[...hamlets]}::uuid[])`}`.execute(
    ctx.tx,
  );
  return rows[0] ?? { visits: 0, toPopulation: 0 };
}

function seenHamlets(ctx: ReadContext, hamletId: Id | null): 'commune' | readonly Id[] {
  if (!canOpenTargets(ctx.actor) || (hamletId !== null && !canSeeFigures(ctx.actor, hamletId)))
    throw notFound();
  return hamletId === null ? targetArea(ctx.actor) : [hamletId];
}

/** The day of the newest contact written down in the area: the age of the data. Null when there is none. */
export async function newestContactOn(ctx: ReadContext, hamletId: Id | null): Promise<Day | null> {
  const hamlets = seenHamlets(ctx, hamletId);
  const row = await ctx.tx
    .selectFrom('target_marks')
    .select((on) => on.fn.max('last_contact_on').as('day'))
    .where('commune_id', '=', ctx.communeId)
    .$if(hamlets !== 'commune', (query) =>
      query.where('hamlet_id', 'in', hamlets === 'commune' ? [] : [...hamlets]),
    )
    .executeTakeFirst();
  return row?.day ?? null;
}
