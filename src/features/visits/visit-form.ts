import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import type { Answers, DigitalSource } from './model/digital-status.ts';
import type { GuidanceOutcome } from './model/guidance.ts';
import * as said from './page-words.ts';

/** Somebody who was met but is not in the register's list of the household. */
export const somebodyElse = 'khac';
/** The choice "this platform was not shown to this person". */
export const notShown = 'khong';

/** A person as the form shows them. */
export interface FormPerson {
  id: Id;
  name: string;
  /** "bà, 71 tuổi · Chủ hộ" */
  detail: string;
}

/** What the form begins with when a visit is corrected. */
export interface VisitStart {
  visitedOn: Day;
  form: string;
  need: string | null;
  topics: readonly string[];
  nextStep: string | null;
  nextOn: Day | null;
  note: string | null;
  minutes: number | null;
  outcomes: readonly { residentId: Id | null; platform: string; outcome: GuidanceOutcome }[];
  records: readonly { residentId: Id; source: DigitalSource; answers: Answers }[];
}

/** Each person with each platform, in the order of the form; `index` is their place in `guidances`. */
export function pairsOf<Person extends { id: Id }, Platform>(
  people: readonly Person[],
  platforms: readonly Platform[],
): { person: Person; pairs: { platform: Platform; index: number }[] }[] {
  return people.map((person, row) => ({
    person,
    pairs: platforms.map((platform, column) => ({ platform, index: row * platforms.length + column })),
  }));
}

/** What a form sends, as `VisitInput` and `VisitCorrection` take it. */
type Raw = Readonly<Record<string, unknown>>;

/**
 * Makes a visit's input of the form: platforms that were not shown to somebody fall out, a typed day of the next meeting goes
 * before a chosen one. Throws `input.invalid` for an outcome that nobody chose, under the form's own field.
 */
export function visitFromForm(values: Raw): Record<string, unknown> {
  const { nextPick, nextOn, metResidents, guidances, ...rest } = values;
  const missing: FieldProblems = {};
  const shown = asList(guidances).flatMap((guidance, index) => {
    const { outcome, residentId } = asRaw(guidance);
    if (outcome === notShown) return [];
    if (typeof outcome !== 'string' || outcome === '')
      missing[`guidances.${index}.outcome`] = said.outcomeNeeded;
    return [{ ...asRaw(guidance), residentId: residentId === somebodyElse ? null : residentId }];
  });
  if (Object.keys(missing).length > 0) throw new Problem('input.invalid', { fields: missing });
  return {
    ...rest,
    met: 'someone',
    metResidents: asList(metResidents).filter((id) => id !== somebodyElse),
    guidances: shown,
    nextOn: typeof nextOn === 'string' && nextOn.trim() !== '' ? nextOn : nextPick,
  };
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? [...(value as readonly unknown[])] : [];
}

function asRaw(value: unknown): Raw {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
