import { sql, type SelectQueryBuilder, type SqlBool } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Tables } from '#platform/db/tables.ts';
import { bornBy } from '#shared/calendar.ts';
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
  /** How many households match (hộ); null when more than `countedUpTo`. */
  total: number | null;
}

export const pageSize = 50;
/** Counting stops here: "hơn 1.000 hộ". */
export const countedUpTo = 1000;

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
  const query = await matching(ctx, filter);
  const column = filter.sort === 'address' ? 'h.address_sort_key' : 'h.head_sort_key';
  const cursor = readCursor(filter.cursor);
  const backwards = cursor?.direction === 'before';
  const order = backwards ? 'desc' : 'asc';
  const found = await query
    .select(['h.id', `${column} as sort`])
    .$if(cursor !== null, (from) =>
      from.where(
        sql<SqlBool>`(${sql.ref(column)}, h.id) ${sql.raw(backwards ? '<' : '>')} (${cursor?.key ?? ''}, ${cursor?.id ?? ''})`,
      ),
    )
    .orderBy(column, order)
    .orderBy('h.id', order)
    .limit(pageSize + 1)
    .execute();
  const more = found.length > pageSize;
  const page = found.slice(0, pageSize);
  if (backwards) page.reverse();
  const first = page.at(0);
  const last = page.at(-1);
  const hasNext = backwards ? cursor !== null : more;
  const hasPrevious = backwards ? more : cursor !== null;
  return {
    rows: await listedHouseholds(
      ctx,
      page.map((row) => row.id),
    ),
    next: hasNext && last ? writeCursor({ direction: 'after', key: last.sort, id: last.id }) : null,
    previous:
      hasPrevious && first ? writeCursor({ direction: 'before', key: first.sort, id: first.id }) : null,
    total: await cheapCount(ctx, await matching(ctx, filter)),
  };
}

/** The households that match, within what the actor may see: for lists, exports and the work lists of features above. */
export async function matching(ctx: ReadContext, filter: HouseholdFilterInput): Promise<Households> {
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
  const words = searchWords(filter.text ?? '');
  const together = words.length > 1 ? likePattern(words.join(' ')) : null;
  if (together !== null && (await exists(query.where('h.search_text', 'like', together))))
    return query.where('h.search_text', 'like', together);
  for (const word of words) query = query.where('h.search_text', 'like', likePattern(word));
  return query;
}

/** Words are found by their beginning; digits anywhere, because people remember the end of a phone number. */
function likePattern(words: string): string {
  const literal = words.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  return /^\d+$/.test(words) ? `%${literal}%` : `% ${literal}%`;
}

async function exists(query: Households): Promise<boolean> {
  return (await query.select('h.id').limit(1).executeTakeFirst()) !== undefined;
}

async function cheapCount(ctx: ReadContext, query: Households): Promise<number | null> {
  const { count } = await ctx.tx
    .selectFrom(
      query
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
  const person = (rule: ReturnType<typeof sql<SqlBool>>) =>
    sql<SqlBool>`exists (select 1 from residents r where r.commune_id = ${ctx.communeId} and r.household_id = h.id
      and r.merged_into is null and r.state = 'living' and ${rule})`;
  if (reason === 'elderly') return person(sql<SqlBool>`r.birth_date <= ${bornBy(ctx.today, elderlyFrom)}`);
  if (reason === 'no_smartphone')
    return sql<SqlBool>`(h.has_smartphone = 'no' or ${person(
      sql<SqlBool>`r.has_smartphone = 'no' and r.birth_date <= ${bornBy(ctx.today, phoneAgeFrom)}`,
    )})`;
  return sql<SqlBool>`(h.poverty in ('poor', 'near_poor') or ${person(sql<SqlBool>`r.vulnerable`)})`;
}
