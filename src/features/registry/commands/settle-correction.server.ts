import { sql } from 'kysely';
import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Settled, StaleField, ToldCorrection } from '#platform/commands/field-command.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import type { Id } from '#shared/ids.ts';
import { HouseholdCorrection, ResidentCorrection } from '../model.ts';
import { lockHousehold, lockResident } from '../queries/registry-rows.server.ts';

/**
 * A correction that was made on a phone meets what others wrote meanwhile (sync law 7). A field that still stands as the phone
 * showed it is simply corrected. Otherwise: name and birth, by which people are known, are kept both for somebody to decide;
 * of everything else the later word by the corrected clock stands.
 */
interface Rules {
  /** The column that holds a field, in rows and in the events that told its changes. */
  columns: Readonly<Record<string, string>>;
  identity: ReadonlySet<string>;
}

const householdRules: Rules = {
  columns: {
    bookNumber: 'book_number',
    groupName: 'group_name',
    address: 'address',
    phone: 'phone',
    statedSize: 'stated_size',
    hasSmartphone: 'has_smartphone',
    hasInternet: 'has_internet',
    note: 'note',
  },
  identity: new Set(),
};
const residentRules: Rules = {
  columns: {
    fullName: 'full_name',
    sex: 'sex',
    birth: 'birth_date',
    residence: 'residence',
    relation: 'relation',
    relationText: 'relation_text',
    phone: 'phone',
    hasSmartphone: 'has_smartphone',
  },
  identity: new Set(['fullName', 'birth']),
};

/** For 'household.correct'. Throws `input.invalid`, and `not_found` for a household that the actor may not see. */
export async function settleHousehold(ctx: WriteContext, told: ToldCorrection): Promise<Settled> {
  const input = parseInput(HouseholdCorrection, told.input);
  const shown = HouseholdCorrection.safeParse({ ...told.base, householdId: input.householdId });
  const base = shown.success ? shown.data : {};
  const row = await lockHousehold(ctx, input.householdId);
  const stands = new Map(
    Object.entries(householdRules.columns).map(([field, column]) => [field, valueOf(row, column)]),
  );
  return settle(ctx, told.at, householdRules, { kind: 'household', id: row.id }, 'householdId', {
    input,
    base,
    stands,
  });
}

/** For 'resident.correct'; throws as `settleHousehold`. */
export async function settleResident(ctx: WriteContext, told: ToldCorrection): Promise<Settled> {
  const input = parseInput(ResidentCorrection, told.input);
  const shown = ResidentCorrection.safeParse({ ...told.base, residentId: input.residentId });
  const base = shown.success ? shown.data : {};
  const { resident } = await lockResident(ctx, input.residentId);
  const stands = new Map(
    Object.entries(residentRules.columns).map(([field, column]) => [field, valueOf(resident, column)]),
  );
  stands.set(
    'birth',
    resident.birth_date === null
      ? null
      : { date: resident.birth_date, precision: resident.birth_precision ?? 'day' },
  );
  return settle(ctx, told.at, residentRules, { kind: 'resident', id: resident.id }, 'residentId', {
    input,
    base,
    stands,
  });
}

async function settle(
  ctx: WriteContext,
  at: Date,
  rules: Rules,
  subject: { kind: 'household' | 'resident'; id: Id },
  idField: string,
  words: { input: object; base: object; stands: ReadonlyMap<string, unknown> },
): Promise<Settled> {
  const left: Record<string, unknown> = {};
  const overruled: StaleField[] = [];
  const review: StaleField[] = [];
  for (const [field, told] of Object.entries(words.input)) {
    if (field === idField || told === undefined) continue;
    const stands = words.stands.get(field) ?? null;
    if (alike(told, stands)) continue;
    const shown = valueOf(words.base, field);
    if (shown !== undefined && alike(shown, stands)) {
      left[field] = told;
      continue;
    }
    const column = rules.columns[field] ?? field;
    const last = await lastWord(ctx, subject.id, column);
    const stale = { field, told, stands, by: last?.by ?? null, at: last?.at ?? null };
    if (rules.identity.has(field)) review.push(stale);
    else if (last === undefined || last.at <= at) left[field] = told;
    else overruled.push(stale);
  }
  const some = Object.keys(left).length > 0;
  return {
    input: some ? { ...left, [idField]: subject.id } : null,
    overruled,
    review,
    subject: review.length > 0 ? subject : null,
  };
}

/** Who last wrote a column, and when they did it by their own corrected clock. */
async function lastWord(
  ctx: WriteContext,
  subjectId: Id,
  column: string,
): Promise<{ by: string | null; at: Date } | undefined> {
  const { rows } = await sql<{ by: string | null; at: Date }>`
    select a.full_name as "by", e.happened_at as "at"
      from events as e
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = e.actor_id
     where e.commune_id = ${ctx.communeId} and e.subject_id = ${subjectId}
       and (e.data -> 'after' ? ${column} or e.name in ('household.registered', 'resident.registered'))
     order by e.happened_at desc, e.recorded_at desc, e.id desc limit 1`.execute(ctx.tx);
  return rows[0];
}

function valueOf(row: object, key: string): unknown {
  return Object.entries(row).find(([name]) => name === key)?.[1];
}

const alike = (left: unknown, right: unknown) =>
  JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
