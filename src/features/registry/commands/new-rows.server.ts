import type { WriteContext } from '#platform/commands/command.server.ts';
import { fold, nameSortKey } from '#shared/fold.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import type { ResidentInput } from '../model.ts';
import type { HamletRow, HouseholdRow, ResidentRow } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';

/** Takes the next `count` codes of a hamlet ('01-0123'); who takes them holds the hamlet's counter until commit (law 7: no global sequence). */
export async function takeHouseholdCodes(
  ctx: WriteContext,
  hamlet: Pick<HamletRow, 'id' | 'code'>,
  count: number,
): Promise<string[]> {
  const row = await ctx.tx
    .insertInto('household_numbers')
    .values({ commune_id: ctx.communeId, hamlet_id: hamlet.id, next_number: 1 + count })
    .onConflict((conflict) =>
      conflict
        .columns(['commune_id', 'hamlet_id'])
        .doUpdateSet((eb) => ({ next_number: eb('household_numbers.next_number', '+', count) })),
    )
    .returning('next_number')
    .executeTakeFirstOrThrow();
  const first = row.next_number - count;
  return Array.from({ length: count }, (_, index) => householdCode(hamlet.code, first + index));
}

/** Our own code of a household: the hamlet's part of its code, and the number within the hamlet. It stays when the household moves. */
export function householdCode(hamletCode: string, number: number): string {
  return `${hamletCode.split('-').at(-1)}-${String(number).padStart(4, '0')}`;
}

/** A household's row with everything unknown that is not given. Derived columns come from `derivedOf`. */
export function newHouseholdRow(
  ctx: WriteContext,
  given: Pick<HouseholdRow, 'id' | 'hamlet_id' | 'code'> & Partial<HouseholdRow>,
): HouseholdRow {
  return {
    commune_id: ctx.communeId,
    book_number: null,
    group_name: null,
    address: null,
    phone: null,
    head_id: null,
    head_name: '',
    head_sort_key: '',
    address_sort_key: '',
    search_text: '',
    stated_size: null,
    state: 'living',
    state_on: ctx.today,
    has_smartphone: 'unknown',
    has_internet: 'unknown',
    poverty: 'unknown',
    poverty_year: null,
    poverty_decision: null,
    responsible_member_id: null,
    note: null,
    merged_into: null,
    registered_on: ctx.today,
    created_at: ctx.now,
    updated_at: ctx.now,
    ...given,
  };
}

/** A resident's row; `field` names the form's part for problems. Throws `input.invalid` for a birth in the future. */
export function newResidentRow(
  ctx: WriteContext,
  householdId: Id,
  position: number,
  input: ResidentInput,
  field = '',
): ResidentRow {
  if (input.birth && isFuture(input.birth.date, input.birth.precision, ctx.today))
    throw new Problem('input.invalid', { fields: { [`${field}birth`]: words.birthInFuture } });
  return {
    commune_id: ctx.communeId,
    id: input.id ?? ctx.id(),
    household_id: householdId,
    position,
    full_name: input.fullName,
    name_folded: fold(input.fullName),
    sort_key: nameSortKey(input.fullName),
    sex: input.sex,
    birth_date: input.birth?.date ?? null,
    birth_precision: input.birth?.precision ?? null,
    residence: input.residence,
    relation: input.relation,
    relation_text: input.relationText,
    phone: input.phone,
    has_smartphone: input.hasSmartphone,
    vulnerable: false,
    state: 'living',
    state_on: ctx.today,
    merged_into: null,
    created_at: ctx.now,
    updated_at: ctx.now,
  };
}

/** A birth known by its year or month only is stored as that period's last day, which may lie ahead: the period itself must not. */
export function isFuture(date: string, precision: 'day' | 'month' | 'year', today: string): boolean {
  const length = precision === 'year' ? 4 : precision === 'month' ? 7 : 10;
  return date.slice(0, length) > today.slice(0, length);
}
