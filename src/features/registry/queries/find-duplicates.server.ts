import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { notFound } from '#shared/problem.ts';
import type { Id } from '#shared/ids.ts';
import { canSeeHousehold, canSeeWholeRegister } from '../policy.ts';
import { listedHouseholds, type ListedHousehold } from './listed-households.server.ts';

/** Two households that may be one; a person decides (R80), nothing is merged by itself. */
export interface DuplicatePair {
  first: ListedHousehold;
  second: ListedHousehold;
  /** People of the same folded name and birth year on both sides; candidates for `samePeople` of a merge. */
  samePeople: { firstId: Id; secondId: Id; name: string }[];
  samePhone: boolean;
}

/** So many are given when nobody says how many. */
export const mostPairs = 100;

/**
 * Pairs of living households whose heads have the same name (no diacritics) and birth year, or that share a person of the same
 * name and full birth date (R80); surest first: more people in common, then the same phone. With `hamletId` one of the two must be
 * there, with `householdId` one of the two must be that household. At most `limit` pairs. `not_found` for who does not see all of what is compared.
 */
export async function findDuplicates(
  ctx: ReadContext,
  options: { hamletId?: Id | null; householdId?: Id; limit?: number } = {},
): Promise<DuplicatePair[]> {
  const hamletId = options.hamletId ?? null;
  const householdId = options.householdId ?? null;
  if (hamletId === null ? !canSeeWholeRegister(ctx.actor) : !canSeeHousehold(ctx.actor, { hamletId }))
    throw notFound();
  const whole = canSeeWholeRegister(ctx.actor);
  const { rows } = await sql<{
    first: Id;
    second: Id;
    pairs: { firstId: Id; secondId: Id; name: string }[];
    phone: boolean;
  }>`
    with person as materialized (
      select r.id, r.household_id, r.name_folded, r.full_name, r.birth_date, r.birth_precision,
             extract(year from r.birth_date)::int as year, r.phone, h.hamlet_id, (h.head_id = r.id) as head
        from residents r join households h on h.commune_id = ${ctx.communeId} and h.id = r.household_id
       where r.commune_id = ${ctx.communeId} and r.merged_into is null and r.state = 'living'
         and h.merged_into is null and h.state in ('living', 'away') and r.birth_date is not null
         and (${whole} or h.hamlet_id = ${hamletId}::uuid)
    ), same as (
      select a.household_id as first, b.household_id as second, a.id as a_id, b.id as b_id, a.full_name as name,
             (a.head and b.head) as heads,
             (a.birth_date = b.birth_date and a.birth_precision = 'day' and b.birth_precision = 'day') as exact,
             (a.phone is not null and a.phone = b.phone) as phone
        from person a join person b
          on b.name_folded = a.name_folded and b.year = a.year and b.household_id > a.household_id
       where (${hamletId}::uuid is null or a.hamlet_id = ${hamletId}::uuid or b.hamlet_id = ${hamletId}::uuid)
         and (${householdId}::uuid is null or a.household_id = ${householdId}::uuid or b.household_id = ${householdId}::uuid)
    )
    select first, second, bool_or(phone) as phone,
           jsonb_agg(jsonb_build_object('firstId', a_id, 'secondId', b_id, 'name', name)) as pairs
      from same
     group by first, second
    having bool_or(heads) or bool_or(exact)
     order by count(*) desc, bool_or(phone) desc, first, second
     limit ${options.limit ?? mostPairs}`.execute(ctx.tx);
  const listed = new Map(
    (await listedHouseholds(ctx, [...new Set(rows.flatMap((row) => [row.first, row.second]))])).map((row) => [
      row.id,
      row,
    ]),
  );
  return rows.flatMap((row) => {
    const first = listed.get(row.first);
    const second = listed.get(row.second);
    return first && second ? [{ first, second, samePeople: row.pairs, samePhone: row.phone }] : [];
  });
}
