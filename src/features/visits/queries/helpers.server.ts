import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { usualSettings } from '#features/plans/model.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import { activeHelpers, asOfNow, effectiveVisits, withMerged, type ActiveHelper } from '../facts.server.ts';
import { nextCallOn } from '../model/helper.ts';
import { canSeeVisits } from '../policy.ts';
import { checkHamlet, getLivingPlace } from './place.server.ts';

/** An assignment in force, and when its helper should call again. */
export interface Helper {
  assignmentId: Id;
  householdId: Id;
  headName: string;
  memberId: Id;
  memberName: string;
  reason: string;
  everyDays: number;
  startedOn: Day;
  /** The household's last visit by the helper since the start; null when there was none. */
  lastVisitOn: Day | null;
  nextCallOn: Day;
}

/** How often (days) a helper calls where nothing else was agreed: a setting of the plan in force. */
export async function usualRhythm(ctx: ReadContext): Promise<number> {
  return ((await findPlan(ctx))?.settings ?? usualSettings).helperEveryDays;
}

/** The helper of a household today, or undefined. Throws `not_found` when the actor may not see the household. */
export async function findHelper(ctx: ReadContext, householdId: Id): Promise<Helper | undefined> {
  const place = await getLivingPlace(ctx, householdId);
  if (!canSeeVisits(ctx.actor, place)) throw notFound();
  const helpers = await helpersOf(ctx, { among: await withMerged(ctx, [place.id]) });
  return helpers[0];
}

/** The households living here that a member helps, whose call is due first at the top; only those that the actor may see. */
export async function listHelpedBy(ctx: ReadContext, memberId: Id): Promise<Helper[]> {
  return helpersOf(ctx, { memberId });
}

/** The assignments in force in a hamlet (null: in the commune), whose call is due first at the top. Throws `not_found` as visits do. */
export async function listHelpers(ctx: ReadContext, hamletId: Id | null): Promise<Helper[]> {
  await checkHamlet(ctx, hamletId);
  return helpersOf(ctx, { hamletId });
}

async function helpersOf(
  ctx: ReadContext,
  of: { among?: readonly Id[]; memberId?: Id; hamletId?: Id | null },
): Promise<Helper[]> {
  const { rows } = await sql<
    ActiveHelper & { head_name: string; hamlet_id: Id; full_name: string; last_on: Day | null }
  >`
    with helped as materialized (${helpedHomes(ctx, of.among)})
    select a.*, h.head_name, h.hamlet_id, t.full_name
      from helped as a
      join households as h on h.commune_id = ${ctx.communeId} and h.id = a.household_id
      join team_members as t on t.commune_id = ${ctx.communeId} and t.id = a.member_id
     where (${of.memberId ?? null}::uuid is null or a.member_id = ${of.memberId ?? null}::uuid)
       and (${of.hamletId ?? null}::uuid is null or h.hamlet_id = ${of.hamletId ?? null}::uuid)
       ${of.among === undefined ? sql`and h.state = 'living'` : sql``}
     order by a.started_on, a.id`.execute(ctx.tx);
  return rows
    .filter((row) => canSeeVisits(ctx.actor, { hamletId: row.hamlet_id }))
    .map((row) => ({
      assignmentId: row.id,
      householdId: row.household_id,
      headName: row.head_name,
      memberId: row.member_id,
      memberName: row.full_name,
      reason: row.reason,
      everyDays: row.every_days,
      startedOn: row.started_on,
      lastVisitOn: row.last_on,
      nextCallOn: nextCallOn({ startedOn: row.started_on, everyDays: row.every_days }, row.last_on),
    }))
    .sort((left, right) =>
      left.nextCallOn < right.nextCallOn ? -1 : left.nextCallOn > right.nextCallOn ? 1 : 0,
    );
}

/** Assignments in force, with the last visit by the helper since its start (`last_on`). */
export function helpedHomes(ctx: ReadContext, among?: readonly Id[]) {
  const asOf = asOfNow(ctx, among);
  return sql<ActiveHelper & { last_on: Day | null }>`
    select a.*, max(v.visited_on) as last_on
      from ${activeHelpers(asOf)} as a
      left join ${effectiveVisits(asOf)} as v
        on v.household_id = a.household_id and v.member_id = a.member_id and v.visited_on >= a.started_on
     group by a.id, a.household_id, a.member_id, a.reason, a.every_days, a.started_on`;
}

/** How many households (hộ) a member helps today. */
export interface HelperLoad {
  memberId: Id;
  fullName: string;
  organisation: string;
  households: number;
}

/**
 * The members who may help in a hamlet, of its team and the commune's, the least burdened first, each with all that they
 * help. Throws `not_found` for a hamlet whose visits the actor may not see.
 */
export async function helperLoad(ctx: ReadContext, hamletId: Id): Promise<HelperLoad[]> {
  await checkHamlet(ctx, hamletId);
  const { rows } = await sql<HelperLoad>`
    select m.id as "memberId", m.full_name as "fullName", m.organisation, count(a.id)::int as households
      from team_members as m
      join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id
      left join ${activeHelpers(asOfNow(ctx))} as a on a.member_id = m.id
     where m.commune_id = ${ctx.communeId} and (t.hamlet_id = ${hamletId} or t.hamlet_id is null)
       and t.ended_on is null and m.started_on <= ${ctx.today} and (m.ended_on is null or m.ended_on > ${ctx.today})
     group by m.id, m.full_name, m.organisation, m.sort_key
     order by households, m.sort_key, m.id`.execute(ctx.tx);
  return rows;
}
