import * as z from 'zod/mini';
import type { Day } from '#shared/calendar.ts';
import {
  day,
  id,
  line,
  optionalCount,
  optionalId,
  optionalLine,
  optionalPhone,
  optionalText,
} from '#shared/fields.ts';
import { typedBirth } from './model/birth.ts';
import * as words from './words.ts';

/**
 * The register: households (hộ) and residents (người) of a hamlet. What is stored is decided in domain/05 §4.2: names, birth
 * (with its precision), sex, relation, phone, address in words; never an identity number, a photo, a health or bank detail.
 *
 * A household or resident that turned out to be a double keeps its row, with `merged_into` naming the row that goes on. Rows of
 * features above (visits …) stay where they were written: those features follow `merged_into` when they read.
 */
export const householdStates = ['living', 'away', 'moved_out', 'dissolved'] as const;
export const residentStates = ['living', 'died', 'moved_out'] as const;
export const residences = ['permanent', 'temporary', 'lodging', 'absent', 'unknown'] as const;
export const relations = [
  'head',
  'spouse',
  'child',
  'parent',
  'grandparent',
  'grandchild',
  'sibling',
  'other',
] as const;
export const sexes = ['male', 'female'] as const;
export const birthPrecisions = ['day', 'month', 'year'] as const;
export const answers = ['yes', 'no', 'unknown'] as const;
export const povertyClasses = ['none', 'poor', 'near_poor', 'escaped_poverty', 'unknown'] as const;
export const priorityReasons = ['elderly', 'no_smartphone', 'vulnerable'] as const;

export type HouseholdState = (typeof householdStates)[number];
export type ResidentState = (typeof residentStates)[number];
export type Residence = (typeof residences)[number];
export type Relation = (typeof relations)[number];
export type Sex = (typeof sexes)[number];
export type BirthPrecision = (typeof birthPrecisions)[number];
export type Answer = (typeof answers)[number];
export type PovertyClass = (typeof povertyClasses)[number];
export type PriorityReason = (typeof priorityReasons)[number];

/** A birth as far as it is known: 'year' is stored as 31/12, 'month' as the month's last day (domain/06 §6.5). */
export interface Birth {
  date: Day;
  precision: BirthPrecision;
}

/** One of a list; an empty or missing choice is the given default. */
const choice = <const Values extends readonly [string, ...string[]]>(values: Values, empty: Values[number]) =>
  z.pipe(
    z.pipe(
      z.nullish(z.string()),
      z.transform((text) => text || empty),
    ),
    z.enum(values, words.chooseOne),
  );

const optionalSex = z.pipe(
  z.pipe(
    z.nullish(z.string()),
    z.transform((text) => text || null),
  ),
  z.nullable(z.enum(sexes, words.chooseOne)),
);

const birth = z.pipe(
  z.union([z.nullish(z.string()), z.object({ date: day, precision: z.enum(birthPrecisions) })]),
  z.transform((given, ctx): Birth | null => {
    if (given === null || given === undefined || given === '') return null;
    if (typeof given !== 'string') return given;
    const read = typedBirth(given);
    if (read === 'wrong') {
      ctx.issues.push({ code: 'custom', message: words.birthWrong, input: given });
      return z.NEVER;
    }
    return read;
  }),
);

/**
 * Fields of a correction: a field that is not sent stays as it is; one that is sent empty is emptied. The step in front keeps
 * the schema from reading "not sent" as "empty", and lets its own sentence say what is wrong.
 */
const given = <Schema extends z.core.$ZodType>(schema: Schema) =>
  z.optional(
    z.pipe<z.ZodMiniTransform, Schema>(
      z.transform((value: unknown) => value),
      schema,
    ),
  );

const residentFields = {
  /** A phone that registered the person offline made the id. */
  id: z.optional(id),
  fullName: line(120),
  sex: optionalSex,
  birth,
  residence: choice(residences, 'unknown'),
  relation: choice(relations, 'other'),
  relationText: optionalLine(60),
  phone: optionalPhone,
  hasSmartphone: choice(answers, 'unknown'),
};
const householdFields = {
  bookNumber: optionalLine(30),
  groupName: optionalLine(60),
  address: optionalLine(200),
  phone: optionalPhone,
  statedSize: optionalCount(1, 50),
  hasSmartphone: choice(answers, 'unknown'),
  hasInternet: choice(answers, 'unknown'),
  note: optionalText(1000),
};

/** A person as the forms send them. */
export const ResidentInput = z.object(residentFields);
export type ResidentInput = z.output<typeof ResidentInput>;

/** A household with its people; exactly one of them is the head (the first when nobody is marked). */
export const HouseholdInput = z.object({
  /** A phone that registered it offline made the id. */
  id: z.optional(id),
  hamletId: id,
  ...householdFields,
  residents: z
    .array(ResidentInput)
    .check(z.minLength(1, words.headNeeded), z.maxLength(50, words.tooManyResidents)),
});
export type HouseholdInput = z.output<typeof HouseholdInput>;

export const HouseholdCorrection = z.object({
  householdId: id,
  bookNumber: given(householdFields.bookNumber),
  groupName: given(householdFields.groupName),
  address: given(householdFields.address),
  phone: given(householdFields.phone),
  statedSize: given(householdFields.statedSize),
  hasSmartphone: given(householdFields.hasSmartphone),
  hasInternet: given(householdFields.hasInternet),
  note: given(householdFields.note),
});
export type HouseholdCorrection = z.output<typeof HouseholdCorrection>;

export const ResidentCorrection = z.object({
  residentId: id,
  fullName: given(residentFields.fullName),
  sex: given(residentFields.sex),
  birth: given(residentFields.birth),
  residence: given(residentFields.residence),
  relation: given(residentFields.relation),
  relationText: given(residentFields.relationText),
  phone: given(residentFields.phone),
  hasSmartphone: given(residentFields.hasSmartphone),
});
export type ResidentCorrection = z.output<typeof ResidentCorrection>;

/** Restricted: the class with its year and decision, and who of the household is "yếu thế". Not sent stays as it is. */
export const PolicyClassInput = z.object({
  householdId: id,
  poverty: given(choice(povertyClasses, 'unknown')),
  povertyYear: given(optionalCount(2000, 2100)),
  povertyDecision: given(optionalLine(100)),
  /** Ids of the residents that are "yếu thế"; all others of the household are not. */
  vulnerableIds: z.optional(z.array(id)),
});
export type PolicyClassInput = z.output<typeof PolicyClassInput>;

export const HouseholdStateChange = z.object({
  householdId: id,
  state: z.enum(householdStates, words.chooseOne),
  on: day,
});
export const ResidentStateChange = z.object({
  residentId: id,
  state: z.enum(residentStates, words.chooseOne),
  on: day,
});
/** To another hamlet of the commune, with group and address there. */
export const HouseholdMove = z.object({
  householdId: id,
  hamletId: id,
  groupName: optionalLine(60),
  address: optionalLine(200),
  on: day,
});
/** One person to another household of the commune. */
export const ResidentMove = z.object({
  residentId: id,
  toHouseholdId: id,
  relation: z.enum(relations, words.chooseOne),
  on: day,
});
export const NameHead = z.object({ householdId: id, residentId: id });
/** Null: nobody in particular looks after it any more. */
export const NameResponsible = z.object({
  householdIds: z.array(id).check(z.minLength(1), z.maxLength(2000)),
  memberId: optionalId,
});

/** States that may follow a state of a household; a dissolved one may come back when it was a mistake. */
const nextHouseholdStates: Record<HouseholdState, readonly HouseholdState[]> = {
  living: ['away', 'moved_out', 'dissolved'],
  away: ['living', 'moved_out', 'dissolved'],
  moved_out: ['living'],
  dissolved: ['living'],
};
const nextResidentStates: Record<ResidentState, readonly ResidentState[]> = {
  living: ['died', 'moved_out'],
  died: ['living'],
  moved_out: ['living', 'died'],
};

/** True when a household in `from` may become `to` (domain/06 §6.6). */
export function mayBecome(from: HouseholdState, to: HouseholdState): boolean {
  return nextHouseholdStates[from].includes(to);
}
export function residentMayBecome(from: ResidentState, to: ResidentState): boolean {
  return nextResidentStates[from].includes(to);
}
