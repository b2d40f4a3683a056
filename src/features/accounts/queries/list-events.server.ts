import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { endOf, startOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { canReadAudit } from '../policy.ts';
import { namesOfAccounts } from '../queries.server.ts';

/** What happened, once or many times in one stroke (an import writes thousands): no content, no names of residents. */
export interface EventLine {
  recordedAt: Date;
  /** 'visit.recorded' */
  name: string;
  /** 'household', 'account', … */
  subject: string;
  /** How many events of this kind were written by this person at this moment in this hamlet. */
  count: number;
  hamletName: string | null;
  /** Null is the product itself (set-up, clock). */
  actorName: string | null;
  /** The account that it is about, when it is about one. */
  accountName: string | null;
  /** For the next page: `after` of the following call. */
  key: string;
}

export interface EventFilter {
  day?: Day | null;
  actorId?: Id | null;
  /** The key of the last line that was seen. */
  after?: string | null;
}

const keyShape = /^(\d{10,14})_([0-9a-f-]{36})$/;

/** The commune's events, newest first, one line for each stroke; only for those who read the audit, else `not_found`. */
export async function listEvents(ctx: ReadContext, filter: EventFilter, limit = 50): Promise<EventLine[]> {
  if (!canReadAudit(ctx.actor)) throw notFound();
  const after = keyShape.exec(filter.after ?? '');
  const moment = after ? new Date(Number(after[1])) : null;
  const newest = sql<string>`max(e.id::text)`;
  const rows = await ctx.tx
    .selectFrom('events as e')
    .select((on) => [
      'e.recorded_at',
      'e.name',
      'e.subject',
      'e.hamlet_id',
      'e.actor_id',
      on.fn.countAll<number>().as('count'),
      sql<string>`min(e.subject_id::text)`.as('subject_id'),
      newest.as('newest'),
    ])
    .where('e.commune_id', '=', ctx.communeId)
    .$if(moment !== null, (query) => query.where('e.recorded_at', '<=', moment ?? ctx.now))
    .$if(Boolean(filter.day), (query) =>
      query
        .where('e.recorded_at', '>=', startOf(filter.day ?? ctx.today))
        .where('e.recorded_at', '<', endOf(filter.day ?? ctx.today)),
    )
    .$if(Boolean(filter.actorId), (query) => query.where('e.actor_id', '=', filter.actorId ?? null))
    .groupBy(['e.recorded_at', 'e.name', 'e.subject', 'e.hamlet_id', 'e.actor_id'])
    .$if(moment !== null, (query) =>
      query.having(sql<boolean>`(e.recorded_at, max(e.id::text)) < (${moment}, ${after?.[2] ?? ''})`),
    )
    .orderBy('e.recorded_at', 'desc')
    .orderBy(newest, 'desc')
    .limit(limit)
    .execute();
  const names = await namesFor(ctx, rows);
  return rows.map((row) => ({
    recordedAt: row.recorded_at,
    name: row.name,
    subject: row.subject,
    count: row.count,
    hamletName: names.hamlets.get(row.hamlet_id ?? '') ?? null,
    actorName: names.accounts.get(row.actor_id ?? '') ?? null,
    accountName:
      row.subject === 'account' && row.count === 1 ? (names.accounts.get(row.subject_id) ?? null) : null,
    key: `${row.recorded_at.getTime()}_${row.newest}`,
  }));
}

async function namesFor(
  ctx: ReadContext,
  rows: readonly { hamlet_id: Id | null; actor_id: Id | null; subject: string; subject_id: Id }[],
): Promise<{ hamlets: Map<Id, string>; accounts: Map<Id, string> }> {
  const accountIds = rows.flatMap((row) => [
    ...(row.actor_id === null ? [] : [row.actor_id]),
    ...(row.subject === 'account' ? [row.subject_id] : []),
  ]);
  const hamlets = await ctx.tx
    .selectFrom('hamlets')
    .select(['id', 'name'])
    .where('commune_id', '=', ctx.communeId)
    .execute();
  return {
    hamlets: new Map(hamlets.map((hamlet) => [hamlet.id, hamlet.name])),
    accounts: await namesOfAccounts(ctx, accountIds),
  };
}

/** Everybody who may have done something, by given name, for the choice of a person; only for those who read the audit. */
export async function listActors(ctx: ReadContext): Promise<{ id: Id; fullName: string }[]> {
  if (!canReadAudit(ctx.actor)) throw notFound();
  const rows = await ctx.tx
    .selectFrom('accounts')
    .select(['id', 'full_name'])
    .where('commune_id', '=', ctx.communeId)
    .orderBy('sort_key')
    .execute();
  return rows.map((row) => ({ id: row.id, fullName: row.full_name }));
}
