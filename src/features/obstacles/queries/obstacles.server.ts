import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import { daysBetween, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { hamletsOf, hasRole } from '#features/accounts/model.ts';
import {
  daysOverdue,
  type ObstacleKind,
  type ObstacleLevel,
  type ObstacleState,
  type Pillar,
  type Severity,
} from '../model.ts';
import { canSeeAllObstacles, canSeeObstacle, type ObstaclePlace } from '../policy.ts';
import type { ObstacleStepKind } from '../tables.ts';

/** An obstacle as people read it. */
export interface Obstacle extends ObstaclePlace {
  id: Id;
  hamletName: string | null;
  kind: ObstacleKind;
  pillar: Pillar;
  title: string;
  description: string | null;
  households: number | null;
  severity: Severity;
  stateOn: Day;
  dueOn: Day;
  answer: string | null;
  directive: string | null;
  raisedOn: Day;
  raiserName: string | null;
  /** Who speaks for it since who raised it has left. */
  speakerName: string | null;
  /** Days since it was raised. */
  age: number;
  /** Days past its clock; 0: in time, or answered. */
  overdue: number;
}

/** What a list may be narrowed to. */
export interface ObstacleFilter {
  hamletId?: Id | null;
  kind?: ObstacleKind | null;
  pillar?: Pillar | null;
  state?: ObstacleState | null;
  level?: ObstacleLevel | null;
  /** Only those past their clock. */
  overdue?: boolean;
  /** Only those that the actor raised. */
  own?: boolean;
  /** Without those that are closed. */
  open?: boolean;
}

/** Enough for a commune of many years; a list that is longer says so. */
export const mostListed = 500;

/**
 * The obstacles that the actor may see (down to none), the most pressing first: past the clock longest, then by the last day in
 * time; the closed ones after them, newest first.
 */
export async function listObstacles(ctx: ReadContext, filter: ObstacleFilter = {}): Promise<Obstacle[]> {
  const { actor } = ctx;
  const own = hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head');
  const isProvince = hasRole(actor, 'province_viewer');
  const rows = await obstacleRows(ctx)
    .$if(!canSeeAllObstacles(actor), (query) =>
      query.where((on) =>
        on.or([
          on('o.raised_by', '=', actor.accountId),
          on('o.spoken_by', '=', actor.accountId),
          ...(own.length > 0 ? [on('o.hamlet_id', 'in', own)] : []),
          ...(isProvince ? [on.and([on('o.level', '=', 'province'), on('o.state', '!=', 'escalated')])] : []),
        ]),
      ),
    )
    .$if(filter.hamletId != null, (query) => query.where('o.hamlet_id', '=', filter.hamletId ?? ''))
    .$if(filter.kind != null, (query) => query.where('o.kind', '=', filter.kind ?? 'obstacle'))
    .$if(filter.pillar != null, (query) => query.where('o.pillar', '=', filter.pillar ?? 'other'))
    .$if(filter.state != null, (query) => query.where('o.state', '=', filter.state ?? 'raised'))
    .$if(filter.level != null, (query) => query.where('o.level', '=', filter.level ?? 'hamlet'))
    .$if(filter.own === true, (query) =>
      query.where(sql`coalesce(o.spoken_by, o.raised_by)`, '=', actor.accountId),
    )
    .$if(filter.open === true, (query) => query.where('o.state', '!=', 'confirmed'))
    .$if(filter.overdue === true, (query) =>
      query.where('o.due_on', '<', ctx.today).where('o.state', 'not in', ['resolved', 'confirmed']),
    )
    .orderBy(sql`case o.state when 'confirmed' then 2 when 'resolved' then 1 else 0 end`)
    .orderBy(sql`case when o.state = 'confirmed' then o.state_on end`, 'desc')
    .orderBy('o.due_on')
    .orderBy('o.id')
    .limit(mostListed)
    .execute();
  return rows.map((row) => toObstacle(row, ctx.today));
}

/** One obstacle; throws `not_found` when there is none that the actor may see. */
export async function getObstacle(ctx: ReadContext, id: Id): Promise<Obstacle> {
  const row = await obstacleRows(ctx).where('o.id', '=', id).executeTakeFirst();
  return visible(row && toObstacle(row, ctx.today), (one) => canSeeObstacle(ctx.actor, one));
}

/** One line of an obstacle's story. */
export interface ObstacleStory {
  seq: number;
  step: ObstacleStepKind;
  state: ObstacleState;
  level: ObstacleLevel;
  dueOn: Day;
  note: string | null;
  actorName: string | null;
  /** The day on which it was done, and the moment at which it was written down. */
  doneOn: Day;
  recordedAt: Date;
}

/** What happened to an obstacle, oldest first; throws `not_found` when the actor may not see it. */
export async function listObstacleSteps(ctx: ReadContext, id: Id): Promise<ObstacleStory[]> {
  const one = await getObstacle(ctx, id);
  const rows = await ctx.tx
    .selectFrom('obstacle_steps as s')
    .leftJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 's.done_by'),
    )
    .select(['s.seq', 's.step', 's.state', 's.level', 's.due_on', 's.note', 's.done_on', 's.recorded_at'])
    .select('a.full_name')
    .where('s.commune_id', '=', ctx.communeId)
    .where('s.obstacle_id', '=', one.id)
    .orderBy('s.seq')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    step: row.step,
    state: row.state,
    level: row.level,
    dueOn: row.due_on,
    note: row.note,
    actorName: row.full_name,
    doneOn: row.done_on,
    recordedAt: row.recorded_at,
  }));
}

function obstacleRows(ctx: ReadContext) {
  return ctx.tx
    .selectFrom('obstacles as o')
    .leftJoin('hamlets as h', (join) =>
      join.on('h.commune_id', '=', ctx.communeId).onRef('h.id', '=', 'o.hamlet_id'),
    )
    .leftJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 'o.raised_by'),
    )
    .leftJoin('accounts as p', (join) =>
      join.on('p.commune_id', '=', ctx.communeId).onRef('p.id', '=', 'o.spoken_by'),
    )
    .selectAll('o')
    .select(['h.name as hamlet_name', 'a.full_name as raiser_name', 'p.full_name as speaker_name'])
    .where('o.commune_id', '=', ctx.communeId);
}

type Row = Awaited<ReturnType<ReturnType<typeof obstacleRows>['execute']>>[number];

function toObstacle(row: Row, today: Day): Obstacle {
  return {
    id: row.id,
    hamletId: row.hamlet_id,
    hamletName: row.hamlet_name,
    kind: row.kind,
    pillar: row.pillar,
    title: row.title,
    description: row.description,
    households: row.households,
    severity: row.severity,
    level: row.level,
    state: row.state,
    stateOn: row.state_on,
    dueOn: row.due_on,
    answer: row.answer,
    directive: row.directive,
    raisedBy: row.raised_by,
    spokenBy: row.spoken_by,
    speakerName: row.speaker_name,
    raisedOn: row.raised_on,
    raiserName: row.raiser_name,
    age: Math.max(0, daysBetween(row.raised_on, today)),
    overdue: daysOverdue({ state: row.state, dueOn: row.due_on }, today),
  };
}
