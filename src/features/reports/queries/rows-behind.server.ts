import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { measures } from '../measures.ts';
import type { FigureCode } from '../model/figure-codes.ts';
import {
  canSeeBusinessesBehind,
  canSeePeopleBehind,
  canSeeObstaclesBehind,
  canSeeSupportBehind,
  canSeeTeamsBehind,
  canSeeVisitsBehind,
} from '../policy.ts';
import { behindSource, type BehindQuestion } from './behind-source.server.ts';

/** One row behind a figure: a household, a person, a visit or session, a member, a group. */
export interface BehindRow {
  /** Different for every row of the list. */
  key: string;
  kind:
    | 'household'
    | 'resident'
    | 'visit'
    | 'session'
    | 'outing'
    | 'member'
    | 'team'
    | 'group'
    | 'class'
    | 'request'
    | 'obstacle'
    | 'business';
  /** Who or what: a head's, a resident's, a member's name; null for a session. */
  name: string | null;
  /** The household to open. */
  householdId: Id | null;
  address: string | null;
  /** When it happened. */
  on: Day | null;
  /** Outreach form or platform, by its code in the catalogue; null: none. */
  detail: string | null;
  /** How many visits an outing had. */
  count: number | null;
}

export interface BehindPage {
  rows: BehindRow[];
  /** All rows of the figure: what the report prints. */
  total: number;
  next: string | null;
}

export const behindPageSize = 50;

/** Whether the actor may open the rows of a figure of this hamlet (null: the commune). */
export function canOpenBehind(
  ctx: Pick<ReadContext, 'actor'>,
  figure: FigureCode,
  hamletId: Id | null,
): boolean {
  const { by } = measures[figure];
  if (by === 'contacts' || by === 'outings' || by === 'guided')
    return canSeeVisitsBehind(ctx.actor, hamletId);
  if (by === 'obstacles') return canSeeObstaclesBehind(ctx.actor, hamletId);
  if (by === 'support') return canSeeSupportBehind(ctx.actor, hamletId);
  if (by === 'teams' || by === 'members' || by === 'training') return canSeeTeamsBehind(ctx.actor, hamletId);
  if (by === 'businesses') return canSeeBusinessesBehind(ctx.actor, hamletId);
  return canSeePeopleBehind(ctx.actor, hamletId);
}

/**
 * The rows that a figure counts (R82), of the period or since the plan's first day, as of the same cut-off: as many as the
 * report prints. Pages of 50 by name or day. Throws `not_found` for who may not see such rows of the hamlet.
 */
export async function rowsBehind(
  ctx: ReadContext,
  figure: FigureCode,
  question: BehindQuestion,
  cursor: string | null,
): Promise<BehindPage> {
  if (!canOpenBehind(ctx, figure, question.hamletId)) throw notFound();
  const source = await behindSource(ctx, figure, question);
  const after = cursor === null ? null : readCursor(cursor);
  const { rows } = await sql<BehindRow & { sort: string; total: number }>`
    with behind as materialized (${source})
    select b.*, b.on::text as "on", (select count(*) from behind)::int as total from behind as b
     where ${after === null ? sql`true` : sql`(b.sort, b.key) > (${after.sort}, ${after.key})`}
     order by b.sort, b.key limit ${behindPageSize + 1}`.execute(ctx.tx);
  const page = rows.slice(0, behindPageSize);
  const last = page.at(-1);
  return {
    rows: page.map(({ sort: _sort, total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    next: rows.length > behindPageSize && last ? writeCursor(last) : null,
  };
}

function writeCursor({ sort, key }: { sort: string; key: string }): string {
  return Buffer.from(JSON.stringify([sort, key])).toString('base64url');
}

/** A cursor that somebody made up is like none that we gave out: not found. */
function readCursor(text: string): { sort: string; key: string } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const [sort, key]: unknown[] = Array.isArray(parsed) ? parsed : [];
    if (typeof sort === 'string' && typeof key === 'string') return { sort, key };
  } catch {
    // Not ours, whatever it is.
  }
  throw notFound();
}
