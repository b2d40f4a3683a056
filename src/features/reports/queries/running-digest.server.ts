import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { addDays, monthOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { getCommune, listHamlets } from '#features/org/queries.server.ts';
import { tasksAsOf } from '#features/tasks/queries/tasks-as-of.server.ts';
import { digestDays, type Digest, type DigestKind } from '../model/digest.ts';
import { periodOf } from '../model/period.ts';
import type { Span } from '../model/span.ts';
import { canReadDigest } from '../policy.ts';
import * as words from '../words.ts';
import { guidedQuestions } from './catalogue-questions.server.ts';
import {
  groundOf,
  outingsOf,
  tallyContacts,
  tallyGuided,
  tallyObstacles,
  tallySupport,
  tallyVerdicts,
  type Ground,
  type SpanCounts,
} from './tallies.server.ts';

/** Targets that a running update tells the year's state of, as far as the plan has them. */
const ofTheYear = ['T2', 'T3', 'T5', 'T6'] as const;
const mostThanked = 5;

/**
 * What happened in a hamlet (null: the commune) today, or in the seven days that end today (R45, W17), by the same counts as
 * its reports. Throws `not_found` for who reads no reports of the place.
 */
export async function runningDigest(
  ctx: ReadContext,
  hamletId: Id | null,
  kind: DigestKind,
): Promise<Digest> {
  if (!canReadDigest(ctx.actor, hamletId)) throw notFound();
  const to = ctx.today;
  const from = addDays(to, 1 - digestDays[kind]);
  const span: Span = { key: monthOf(to), kind: 'month', closing: 'calendar', from, to };
  const ground = await groundOf(ctx, hamletId, periodOf(span, ctx.now));
  const spans = {
    period: [from, to] as [Day, Day],
    before: [addDays(from, -digestDays[kind]), addDays(from, -1)] as [Day, Day],
    year: [ground.yearFrom, to] as [Day, Day],
  };
  const contacts = await tallyContacts(ctx, ground, spans);
  const [reached, year] = await tallyVerdicts(ctx, [
    { ground, wanted: new Set(['T2']), from },
    { ground, wanted: new Set(ofTheYear) },
  ]);
  const met = reached?.get('T2');
  const guided = await tallyGuided(ctx, ground, spans, await guidedQuestions(ctx, to));
  const commune = await getCommune(ctx);
  const sum = (span: 'period' | 'before') => contacts.reduce((total, one) => total + one[span], 0);
  return {
    kind,
    place: hamletId === null ? commune.title : found(await hamletName(ctx, hamletId)),
    team: commune.teamKindName,
    from,
    to,
    contacts: sum('period'),
    contactsBefore: sum('before'),
    households: met?.reached ?? 0,
    guided: words.guidedWhat.map(([key, what]) => ({
      what,
      people: guided.find((one) => one.key === key)?.period ?? 0,
    })),
    work: await tasksAsOf(ctx, { hamletId, from, day: to, cutoffAt: ctx.now }),
    support: inDays(await tallySupport(ctx, ground, spans), ['received', 'helped', 'late']),
    obstacles: inDays(await tallyObstacles(ctx, ground, spans), ['raised', 'solved', 'late']),
    year: ofTheYear.flatMap((code) => {
      const counts = year?.get(code);
      const definition = ground.questions.find((one) => one.code === code);
      if (!counts || !definition || counts.population === 0) return [];
      const { reached, population } = counts;
      return [{ what: words.yearWhat[code], reached, population, unit: definition.unit }];
    }),
    thanks: await thanksOf(ctx, ground, spans.period),
  };
}

/** What was counted in the days, by these keys; of what nothing is told there was none. */
function inDays<Key extends string>(
  counted: readonly SpanCounts[],
  keys: readonly Key[],
): Record<Key, number> {
  const entries = keys.map((key) => [key, counted.find((one) => one.key === key)?.period ?? 0]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the keys it was given
  return Object.fromEntries(entries) as Record<Key, number>;
}

const hamletName = async (ctx: ReadContext, id: Id) =>
  (await listHamlets(ctx)).find((hamlet) => hamlet.id === id)?.name;

/** Who went most often (lượt: a member on a day): members of a hamlet by name, hamlets of the commune. */
async function thanksOf(ctx: ReadContext, ground: Ground, [from, to]: [Day, Day]): Promise<Digest['thanks']> {
  const ofHamlets = ground.hamletId === null;
  const { rows } = await sql<{ name: string | null; outings: number }>`
    select ${ofHamlets ? sql`h.name` : sql`coalesce(m.full_name, a.full_name)`} as name, count(*)::int as outings
      from ${outingsOf(ground)} as o
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = o.hamlet_id
      left join team_members as m on m.commune_id = ${ctx.communeId} and m.id = o.member_id
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = o.member_id
     where o.visited_on between ${from} and ${to}
     group by 1 order by 2 desc, 1 limit ${mostThanked}`.execute(ctx.tx);
  return rows.flatMap(({ name, outings }) => (name === null ? [] : [{ name, outings }]));
}
