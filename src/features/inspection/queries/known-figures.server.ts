import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { knownFigures } from '#platform/feature.server.ts';
import { addDays } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { effectiveSessions } from '#features/outreach/facts.server.ts';
import { openStates } from '#features/tasks/model/task-state.ts';
import { attendedTrainings } from '#features/training/facts.server.ts';
import { asOfNow, effectiveVisits } from '#features/visits/facts.server.ts';
import {
  figureCodes,
  type FigureCode,
  type FrozenFigures,
  type KnownFigure,
} from '../model/known-figures.ts';

/** All that the product knows of a hamlet today, this room's own and those of the rooms above it, in the order of `figureCodes`. */
export async function figuresOf(ctx: ReadContext, hamletId: Id): Promise<FrozenFigures> {
  const known = await knownFigures(ctx, hamletId);
  return {
    on: ctx.today,
    values: figureCodes.flatMap((code): KnownFigure[] => {
      const one = known.find((each) => each.code === code);
      return one ? [{ code, part: one.part, of: one.of }] : [];
    }),
  };
}

/** The figures of the rooms below. Members are those in office of the hamlet's own team. */
export async function figuresBelow(ctx: ReadContext, hamletId: Id): Promise<KnownFigure[]> {
  const { communeId, today } = ctx;
  const yearStart = `${today.slice(0, 4)}-01-01`;
  const asOf = asOfNow(ctx);
  const open = sql`any(${[...openStates]}::text[])`;
  const { rows } = await sql<Record<string, number>>`
    with members as (
      select m.id from team_members as m
        join teams as t on t.commune_id = ${communeId} and t.id = m.team_id
       where m.commune_id = ${communeId} and t.hamlet_id = ${hamletId} and t.ended_on is null
         and m.started_on <= ${today} and (m.ended_on is null or m.ended_on > ${today})
    ), visits_here as materialized (
      select v.member_id, v.household_id, v.visited_on, v.met from ${effectiveVisits(asOf)} as v
       where v.visited_on >= least(${yearStart}::date, ${addDays(today, -30)}::date)
         and (v.hamlet_id = ${hamletId} or v.member_id in (select id from members))
    ), homes as (
      select h.id from households as h
       where h.commune_id = ${communeId} and h.hamlet_id = ${hamletId} and h.merged_into is null
         and h.state in ('living', 'away')
    )
    select (select count(*) from members)::int as members,
           (select count(*) from members as m where not exists (
             select 1 from visits_here as v where v.member_id = m.id and v.visited_on > ${addDays(today, -30)}))::int as idle,
           (select count(distinct a.member_id) from ${attendedTrainings(asOf)} as a
             where a.held_on >= ${yearStart} and a.member_id in (select id from members))::int as trained,
           (select count(*) from homes)::int as homes,
           (select count(*) from homes as h where exists (
             select 1 from visits_here as v
              where v.household_id = h.id and v.met = 'someone' and v.visited_on >= ${yearStart}))::int as met,
           (select count(*) from ${effectiveSessions(asOf)} as s
             where s.hamlet_id = ${hamletId} and s.held_on > ${addDays(today, -90)})::int as sessions,
           (select count(*) from groups as g
             where g.commune_id = ${communeId} and g.hamlet_id = ${hamletId} and g.state <> 'closed')::int as groups,
           (select count(*) from groups as g
             where g.commune_id = ${communeId} and g.hamlet_id = ${hamletId} and g.state = 'active')::int as active,
           (select count(*) from tasks as t
             where t.commune_id = ${communeId} and t.hamlet_id = ${hamletId} and t.state = ${open})::int as tasks,
           (select count(*) from tasks as t
             where t.commune_id = ${communeId} and t.hamlet_id = ${hamletId} and t.state = ${open}
               and t.due_on < ${today})::int as tasks_late,
           (select count(*) from obstacles as o
             where o.commune_id = ${communeId} and o.hamlet_id = ${hamletId}
               and o.state not in ('resolved', 'confirmed'))::int as obstacles,
           (select count(*) from obstacles as o
             where o.commune_id = ${communeId} and o.hamlet_id = ${hamletId}
               and o.state not in ('resolved', 'confirmed') and o.due_on < ${today})::int as obstacles_late`.execute(
    ctx.tx,
  );
  const [row = {}] = rows;
  const figure = (code: FigureCode, part: string, of: string | null): KnownFigure => ({
    code,
    part: row[part] ?? null,
    of: of === null ? null : (row[of] ?? null),
  });
  return [
    figure('households_met', 'met', 'homes'),
    figure('members_idle', 'idle', 'members'),
    figure('members_trained', 'trained', 'members'),
    figure('sessions_held', 'sessions', null),
    figure('groups_active', 'active', 'groups'),
    figure('tasks_late', 'tasks_late', 'tasks'),
    figure('obstacles_late', 'obstacles_late', 'obstacles'),
  ];
}
