import { sql, type SelectQueryBuilder, type SqlBool } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Tables } from '#platform/db/tables.ts';
import { bornBy } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound, Problem } from '#shared/problem.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import {
  isRestricted,
  readCursor,
  writeCursor,
  type HouseholdFilterInput,
} from '../model/household-filter.ts';
import { searchWords } from '../model/derived.ts';
import { elderlyFrom, phoneAgeFrom } from '../model/priority.ts';
import { canOpenRegister, canSeeHousehold, canSeeRestrictedList, canSeeWholeRegister } from '../policy.ts';
import { listedHouseholds, type ListedHousehold } from './listed-households.server.ts';

export interface HouseholdList {
  rows: ListedHousehold[];
  /** Cursors of the pages after and before; null when there is none. */
  next: string | null;
  previous: string | null;
  /** How many households match (hộ); null when more than `countedUpTo` and no text was searched. */
  total: number | null;
}

export const pageSize = 50;
/** Counting stops here: "hơn 1.000 hộ". */
export const countedUpTo = 1000;

interface Match {
  id: Id;
  /** The key it is sorted by. */
  sort: string;
  total: number | null;
}

type Households = SelectQueryBuilder<Tables & { h: Tables['households'] }, 'h', object>;

/**
 * One page of the households that the actor may see, by the head's given name or by address (Vietnamese order). Every word of
 * `text` must be found; when several words stand together somewhere, only those places count ("nguyen van dung" finds Nguyễn
 * Văn Dũng, not every house with a Nguyễn, a Văn and a Dũng). Throws `not_found` for a hamlet that is not the actor's, and
 * `not_allowed` for a restricted filter: those go through `seeRestrictedHouseholds`, which writes the audit.
 */
export async function listHouseholds(
  ctx: ReadContext,
  filter: HouseholdFilterInput = {},
): Promise<HouseholdList> {
  if (isRestricted(filter)) throw new Problem('not_allowed');
  return pageOfHouseholds(ctx, filter);
}

/** As `listHouseholds`, restricted filters included, for who may see restricted fields in the whole of what is listed. */
export async function pageOfHouseholds(
  ctx: ReadContext,
  filter: HouseholdFilterInput,
): Promise<HouseholdList> {
  const cursor = readCursor(filter.cursor);
  const backwards = cursor?.direction === 'before';
  const order = backwards ? 'desc' : 'asc';
  const found = await ctx.tx
    .selectFrom(matchingHouseholds(ctx, filter).as('few'))
    .select(['few.id', 'few.sort', 'few.total'])
    .$if(cursor !== null, (from) =>
      from.where(
        sql<SqlBool>`(few.sort, few.id) ${sql.raw(backwards ? '<' : '>')} (${cursor?.key ?? ''}, ${cursor?.id ?? ''})`,
      ),
    )
    .orderBy('few.sort', order)
    .orderBy('few.id', order)
    .limit(pageSize + 1)
    .execute();
  const more = found.length > pageSize;
  const page = found.slice(0, pageSize);
  if (backwards) page.reverse();
  const first = page.at(0);
  const last = page.at(-1);
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : cursor !== null;
  const ids = page.map((row) => row.id);
  return {
    rows: await listedHouseholds(ctx, ids),
    next: hasNext && last ? writeCursor({ direction: 'after', key: last.sort, id: last.id }) : null,
    previous:
      hasPrevious && first ? writeCursor({ direction: 'before', key: first.sort, id: first.id }) : null,
    total: searchWords(filter.text ?? '').length > 0 ? (first?.total ?? 0) : await cheapCount(ctx, filter),
  };
}

/**
 * The households that match, within what the actor may see, with the key they are sorted by: for pages of lists and for exports.
 * `total` counts them when there is a text to search (those rows are all looked at anyway).
 *
 * A text is searched by reading the commune's (or hamlet's) rows, 6 ms at 15,000 households: row-level security forbids
 * PostgreSQL to use a trigram index, because the operators of such an index are not leakproof.
 */
export function matchingHouseholds(ctx: ReadContext, filter: HouseholdFilterInput) {
  const sort = filter.sort === 'address' ? 'h.address_sort_key' : 'h.head_sort_key';
  const words = searchWords(filter.text ?? '');
  const within = householdsWithin(ctx, filter);
  if (words.length === 0)
    return ctx.tx
      .selectFrom(
        within
          .select(['h.id', `${sort} as sort`])
          .select(sql<number | null>`null::int`.as('total'))
          .$castTo<Match>()
          .as('match'),
      )
      .selectAll('match');
  // The longest word first: it is found fastest, and rules out most rows before the others are looked for.
  const rules = words.toSorted((one, other) => other.length - one.length).map(contains);
  const together = words.length > 1 ? contains(words.join(' ')) : sql<SqlBool>`true`;
  const found = ctx.tx
    .with(
      (cte) => cte('found').materialized(),
      () =>
        within
          .where((on) => on.and(rules))
          .select(['h.id', `${sort} as sort`])
          .select(together.as('together')),
    )
    .selectFrom('found')
    .select(['found.id', 'found.sort'])
    // Counted beside the rows, not by a window over them: thousands match a family name, and fifty are shown.
    .select(
      sql<number | null>`(
        select coalesce(nullif(count(*) filter (where f.together), 0), count(*))::int from found as f)`.as(
        'total',
      ),
    )
    .where(sql<SqlBool>`(found.together or not exists (select 1 from found as f where f.together))`)
    .$castTo<Match>();
  return ctx.tx.selectFrom(found.as('match')).selectAll('match');
}

/** Every rule of a filter but its text. Throws as `listHouseholds` does. */
function householdsWithin(ctx: ReadContext, filter: HouseholdFilterInput): Households {
  if (!canOpenRegister(ctx.actor)) throw notFound();
  const hamletId = filter.hamletId ?? null;
  if (hamletId !== null && !canSeeHousehold(ctx.actor, { hamletId })) throw notFound();
  if (isRestricted(filter) && !canSeeRestrictedList(ctx.actor, hamletId)) throw new Problem('not_allowed');
  let query: Households = ctx.tx
    .selectFrom('households as h')
    .where('h.commune_id', '=', ctx.communeId)
    .where('h.merged_into', 'is', null);
  if (hamletId !== null) query = query.where('h.hamlet_id', '=', hamletId);
  else if (!canSeeWholeRegister(ctx.actor))
    query = query.where(
      'h.hamlet_id',
      'in',
      hamletsOf(ctx.actor, 'member', 'hamlet_team_leader', 'hamlet_head'),
    );
  if (filter.groupName) query = query.where('h.group_name', '=', filter.groupName);
  if (filter.state) query = query.where('h.state', '=', filter.state);
  if (filter.poverty) query = query.where('h.poverty', '=', filter.poverty);
  if (filter.responsible === 'none') query = query.where('h.responsible_member_id', 'is', null);
  else if (filter.responsible) query = query.where('h.responsible_member_id', '=', filter.responsible);
  if (filter.priority) query = query.where(priorityRule(ctx, filter.priority));
  return query;
}

/** Words are found by their beginning; digits anywhere, because people remember the end of a phone number. */
function contains(words: string) {
  return sql<SqlBool>`strpos(h.search_text, ${/^\d+$/.test(words) ? words : ` ${words}`}) > 0`;
}

async function cheapCount(ctx: ReadContext, filter: HouseholdFilterInput): Promise<number | null> {
  const { count } = await ctx.tx
    .selectFrom(
      householdsWithin(ctx, filter)
        .select('h.id')
        .limit(countedUpTo + 1)
        .as('few'),
    )
    .select((on) => on.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count > countedUpTo ? null : count;
}

/** The same rules as `householdReasonsOf` in the model, in SQL (a test compares the two). */
function priorityRule(ctx: ReadContext, reason: 'elderly' | 'no_smartphone' | 'vulnerable') {
  const someone = (rule: ReturnType<typeof sql<SqlBool>>) =>
    sql<SqlBool>`h.id in (select r.household_id from residents r where r.commune_id = ${ctx.communeId}
      and r.merged_into is null and r.state = 'living' and ${rule})`;
  if (reason === 'elderly')
    return sql<SqlBool>`exists (select 1 from residents r where r.commune_id = ${ctx.communeId} and r.household_id = h.id
      and r.merged_into is null and r.state = 'living' and r.birth_date <= ${bornBy(ctx.today, elderlyFrom)})`;
  if (reason === 'no_smartphone')
    return sql<SqlBool>`(h.has_smartphone = 'no' or ${someone(
      sql<SqlBool>`r.has_smartphone = 'no' and r.birth_date <= ${bornBy(ctx.today, phoneAgeFrom)}`,
    )})`;
  return sql<SqlBool>`(h.poverty in ('poor', 'near_poor') or ${someone(sql<SqlBool>`r.vulnerable`)})`;
}
