import type { Id } from '#shared/ids.ts';
import type { FieldProblems } from '#shared/problem.ts';
import { ResidentCorrection, ResidentInput } from '#features/registry/model.ts';
import type { CardPerson } from '#features/registry/model/citizen-card.ts';
import { formatBirth } from '#features/registry/model/birth.ts';
import { birthInFuture } from '#features/registry/words.ts';
import type { PhonePerson } from '#features/sync/model/home.ts';
import type { Day } from '#shared/calendar.ts';
import { check, type Checked } from '../form/checked.ts';
import { textOf, type Typed } from '../form/typed.ts';

/** What the form of a person asks. */
export const residentFields = [
  'fullName',
  'relation',
  'sex',
  'birth',
  'residence',
  'phone',
  'hasSmartphone',
] as const;

/** A person as the form shows them. */
export function shownPerson(person: PhonePerson): Record<string, string> {
  return {
    fullName: person.fullName,
    relation: person.relation,
    sex: person.sex ?? '',
    birth:
      person.birthDate === null
        ? ''
        : formatBirth({ birth_date: person.birthDate, birth_precision: person.birthPrecision }),
    residence: person.residence,
    phone: person.phone ?? '',
    hasSmartphone: person.hasSmartphone,
  };
}

/** What a correction begins with: the fields as they stand, and the person as the phone showed them, also for a draft of last week. */
export function startOfCorrection(person: PhonePerson): Typed {
  return { ...shownPerson(person), shown: JSON.stringify(person) };
}

/** A person's fields as the server has them, in the shape of the input: what a correction was made of (sync law 7). */
function standing(person: PhonePerson): Record<string, unknown> {
  return {
    fullName: person.fullName,
    relation: person.relation,
    sex: person.sex,
    birth:
      person.birthDate === null
        ? null
        : { date: person.birthDate, precision: person.birthPrecision ?? 'day' },
    residence: person.residence,
    phone: person.phone,
    hasSmartphone: person.hasSmartphone,
  };
}

/** A correction: only the fields that differ, each with what the phone showed of it. Null: nothing differs. */
export interface Correction {
  input: Record<string, unknown>;
  base: Record<string, unknown>;
}

/** The fields that differ between what was shown and what is typed, read by the command's schema. */
export function differing(
  read: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
): Correction | null {
  const changed = Object.keys(before).filter(
    (field) => read[field] !== undefined && JSON.stringify(read[field]) !== JSON.stringify(before[field]),
  );
  if (changed.length === 0) return null;
  const only = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(changed.map((field) => [field, values[field]]));
  return { input: only(read), base: only(before) };
}

/** The input of 'resident.correct' with its base; null when nothing was changed. */
export function personCorrection(typed: Typed, today: Day): Checked<Correction | null> {
  // Written by startOfCorrection.
  const person: PhonePerson = JSON.parse(textOf(typed, 'shown'));
  const shown = shownPerson(person);
  const touched = residentFields.filter((field) => textOf(typed, field).trim() !== shown[field]);
  const raw = Object.fromEntries(touched.map((field) => [field, textOf(typed, field)]));
  const read = check(ResidentCorrection, { ...raw, residentId: person.id });
  if ('problems' in read) return read;
  const { residentId, ...fields } = read.input;
  if (fields.birth && fields.birth.date > today) return { problems: { birth: birthInFuture } };
  const correction = differing(fields, standing(person));
  return {
    input: correction && { ...correction, input: { ...correction.input, residentId } },
  };
}

/** A new person, read from the fields below `path` ('residents.0.', 'resident.'). */
export function newPerson(
  typed: Typed,
  path: string,
  given: { id: Id; today: Day; isHead?: boolean },
): Checked<ResidentInput> {
  const raw = Object.fromEntries(residentFields.map((field) => [field, textOf(typed, path + field)]));
  const read = check(ResidentInput, { ...raw, id: given.id, ...(given.isHead && { relation: 'head' }) });
  const named = (problems: FieldProblems) =>
    Object.fromEntries(Object.entries(problems).map(([field, text]) => [path + field, text]));
  if ('problems' in read) return { problems: named(read.problems) };
  if (read.input.birth && read.input.birth.date > given.today)
    return { problems: named({ birth: birthInFuture }) };
  return read;
}

/** What a citizen card fills in: name, birth, sex. A card never empties a field. */
export function fromCard(card: CardPerson, path: string): Typed {
  return {
    [`${path}fullName`]: card.fullName,
    [`${path}birth`]: formatBirth({ birth_date: card.birth.date, birth_precision: card.birth.precision }),
    ...(card.sex && { [`${path}sex`]: card.sex }),
  };
}
