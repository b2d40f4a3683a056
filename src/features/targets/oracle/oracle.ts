import type { Day } from '#shared/calendar.ts';
import { skillItems } from '#features/visits/model/skill-check.ts';
import {
  planEnd,
  planStart,
  platformsOfTest,
  type CommuneSpec,
  type HouseholdSpec,
  type ResidentSpec,
  type VisitContentSpec,
} from './random-commune.ts';

/**
 * The targets counted the naive way, straight from domain/03 §7.4 and the plan, knowing nothing of definitions, conditions
 * or SQL. Yes, no or null (not known) for each household of H and each person of P14; who is not in it is absent.
 */
export interface OracleAnswers {
  /** By the household's place in the spec. */
  T2: Map<number, boolean | null>;
  T3: Map<number, boolean | null>;
  T3p: Map<number, boolean | null>;
  T4: Map<number, boolean | null>;
  T6: Map<number, boolean | null>;
  /** By 'household.resident'. */
  T5: Map<string, boolean | null>;
  /** People of whom it is not known whether they belong to P14. */
  perhapsT5: Set<string>;
}

export function countByHand(commune: CommuneSpec): OracleAnswers {
  const answers: OracleAnswers = {
    T2: new Map(),
    T3: new Map(),
    T3p: new Map(),
    T4: new Map(),
    T6: new Map(),
    T5: new Map(),
    perhapsT5: new Set(),
  };
  commune.households.forEach((household, place) => {
    if (survivorOf(commune, place) !== place) return;
    household.residents.forEach((resident, index) => {
      if (isDouble(household, index)) return;
      const member = isOfP14(household, resident, commune.cutoff);
      if (member === 'perhaps') answers.perhapsT5.add(`${place}.${index}`);
      if (member === 'yes') answers.T5.set(`${place}.${index}`, hasAllThree(commune, place, index));
    });
    if (household.state !== 'living') return; // not "đang cư trú"
    const contacts = contactsOf(commune, place);
    answers.T2.set(place, contacts.length > 0);
    answers.T3.set(place, wasGuided(commune, place));
    answers.T4.set(place, new Set(contacts.map((contact) => contact.form)).size >= 2);
    answers.T6.set(place, hasSkilledMemberOrHelper(commune, place));
    if (comesFirst(household, commune.cutoff)) answers.T3p.set(place, contacts.length > 0);
  });
  return answers;
}

export function survivorOf(commune: CommuneSpec, place: number): number {
  let at = place;
  for (;;) {
    const next = commune.households[at]?.doubleOf ?? null;
    if (next === null || next >= at) return at;
    at = next;
  }
}

export function isDouble(household: HouseholdSpec, index: number): boolean {
  return index > 0 && household.residents[index]?.isDouble === true;
}

/** All households whose history is that of this one. */
export function selfAndDoubles(commune: CommuneSpec, place: number): number[] {
  return commune.households.flatMap((_, other) => (survivorOf(commune, other) === place ? [other] : []));
}

export function standingVisits(household: HouseholdSpec): VisitContentSpec[] {
  return household.visits.flatMap((visit) => {
    if (visit.fate === 'stands') return [visit];
    return visit.fate === 'corrected' ? [visit.correction] : [];
  });
}

const inPlanByNow = (day: Day, cutoff: Day) => day >= planStart && day <= planEnd && day <= cutoff;

function contactsOf(commune: CommuneSpec, place: number): { form: string }[] {
  const family = selfAndDoubles(commune, place);
  const visits = family.flatMap((one) => standingVisits(commune.households[one] ?? never()));
  const sessions = commune.sessions.filter(
    (session) =>
      session.kind === 'listed' &&
      session.fate === 'stands' &&
      session.households.some((one) => family.includes(one)),
  );
  return [...visits.filter((visit) => visit.met === 'someone'), ...sessions].filter((contact) =>
    inPlanByNow(contact.on, commune.cutoff),
  );
}

function wasGuided(commune: CommuneSpec, place: number): boolean {
  const essential = Object.values(platformsOfTest).flat();
  for (const one of selfAndDoubles(commune, place)) {
    for (const visit of standingVisits(commune.households[one] ?? never())) {
      if (!inPlanByNow(visit.on, commune.cutoff)) continue;
      for (const { platform, outcome } of visit.guidances) {
        const done = outcome === 'installed' || outcome === 'activated' || outcome === 'practised';
        if (done && essential.includes(platform)) return true;
      }
    }
  }
  return false;
}

/** Years lived on a day, by counting birthdays; born on 29 February counts on 1 March of other years. */
function age(birth: Day, day: Day): number {
  let years = 0;
  for (;;) {
    const year = Number(birth.slice(0, 4)) + years + 1;
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const date = birth.slice(5) === '02-29' && !leap ? '03-01' : birth.slice(5);
    if (`${year}-${date}` > day) return years;
    years += 1;
  }
}

function comesFirst(household: HouseholdSpec, cutoff: Day): boolean {
  const living = household.residents.filter(
    (resident, index) => resident.state === 'living' && !isDouble(household, index),
  );
  const vulnerable =
    household.poverty === 'poor' ||
    household.poverty === 'near_poor' ||
    living.some((resident) => resident.vulnerable);
  const elderly = living.some((resident) => resident.birth !== null && age(resident.birth, cutoff) >= 60);
  const noPhone =
    household.smartphone === 'no' ||
    living.some(
      (resident) =>
        resident.smartphone === 'no' && resident.birth !== null && age(resident.birth, cutoff) >= 14,
    );
  return vulnerable || elderly || noPhone;
}

function isOfP14(household: HouseholdSpec, resident: ResidentSpec, cutoff: Day): 'yes' | 'no' | 'perhaps' {
  if (household.state === 'moved_out' || household.state === 'dissolved') return 'no';
  if (resident.state !== 'living') return 'no';
  if (resident.residence === 'temporary' || resident.residence === 'lodging') return 'no';
  if (resident.birth !== null && age(resident.birth, cutoff) < 14) return 'no';
  return resident.birth === null || resident.residence === 'unknown' ? 'perhaps' : 'yes';
}

type Item = 'vneid' | 'bank' | 'payment';

function hasAllThree(commune: CommuneSpec, place: number, index: number): boolean | null {
  const vneid = newestAnswer(commune, place, index, 'vneid');
  const bank = newestAnswer(commune, place, index, 'bank');
  const payment = newestAnswer(commune, place, index, 'payment');
  if (vneid === 'none' || bank === 'no' || payment === 'sometimes' || payment === 'never') return false;
  if (vneid === 'unknown' || bank === 'unknown' || payment === 'unknown') return null;
  return true;
}

/** The records of the person and, for the first of a household, of those who turned out to be the same person. */
export function recordsOf(commune: CommuneSpec, place: number, index: number) {
  const household = commune.households[place] ?? never();
  const same = household.residents.filter(
    (_, other) => other === index || (index === 0 && isDouble(household, other)),
  );
  return {
    records: same
      .flatMap((one) => one.records)
      .filter((record) => {
        if (record.on > commune.cutoff) return false;
        const visit = record.visit === null ? undefined : household.visits[record.visit];
        return visit === undefined || visit.fate === 'stands';
      }),
    checks: same.flatMap((one) => one.checks).filter((check) => check.on <= commune.cutoff),
  };
}

export function newestAnswer(commune: CommuneSpec, place: number, index: number, item: Item): string {
  let newest: { on: Day; order: number; value: string } | null = null;
  for (const record of recordsOf(commune, place, index).records) {
    const value = record[item];
    if (value === null) continue;
    if (newest && (record.on < newest.on || (record.on === newest.on && record.order < newest.order)))
      continue;
    newest = { on: record.on, order: record.order, value };
  }
  return newest?.value ?? 'unknown';
}

export function newestCheck(commune: CommuneSpec, place: number, index: number) {
  const { checks } = recordsOf(commune, place, index);
  return checks.reduce<(typeof checks)[number] | null>(
    (best, check) =>
      best === null || check.on > best.on || (check.on === best.on && check.order >= best.order)
        ? check
        : best,
    null,
  );
}

export function hasHelper(commune: CommuneSpec, place: number): boolean {
  return selfAndDoubles(commune, place).some((one) =>
    (commune.households[one]?.helpers ?? []).some((helper) => {
      const begun = helper.start <= commune.cutoff;
      const ended = helper.end !== null && helper.end <= commune.cutoff;
      return begun && !ended && !helper.memberLeft;
    }),
  );
}

function hasSkilledMemberOrHelper(commune: CommuneSpec, place: number): boolean | null {
  const household = commune.households[place] ?? never();
  if (hasHelper(commune, place)) return true;
  let open = false;
  let living = 0;
  for (const [index, resident] of household.residents.entries()) {
    if (resident.state !== 'living' || isDouble(household, index)) continue;
    living += 1;
    const newest = newestCheck(commune, place, index);
    const items = skillItems.map((item) => newest?.items[item] ?? null);
    if (items.every((item) => item === true)) return true;
    if (!items.includes(false)) open = true;
  }
  // Who is not on the list may have the skills: "no" would be a guess.
  if (living === 0 || living < (household.statedSize ?? 0)) open = true;
  return open ? null : false;
}

function never(): never {
  throw new Error('no such household');
}
