import { formatDay, type Day } from '#shared/calendar.ts';
import type { GuidanceOutcome } from './model/guidance.ts';
import * as words from './words.ts';
import * as said from './page-words.ts';

/** As much of a visit as its telling asks. */
export interface TellableVisit {
  met: 'someone' | 'nobody';
  form: string;
  metResidents: readonly { fullName: string }[];
  need: string | null;
  topics: readonly string[];
  guidances: readonly {
    resident: { fullName: string } | null;
    platform: string;
    outcome: GuidanceOutcome;
  }[];
  nextStep: string | null;
  nextOn: Day | null;
  note: string | null;
  minutes: number | null;
}

/** The catalogue's names by code; a code without one is told as it is. */
export interface CatalogueNames {
  platforms: Readonly<Record<string, string>>;
  forms: Readonly<Record<string, string>>;
  topics: Readonly<Record<string, string>>;
}

/** A visit in one sentence: "Đến nhà, gặp Nguyễn Thị Lan". */
export function visitTitle(visit: TellableVisit, names: CatalogueNames): string {
  const form = names.forms[visit.form] ?? visit.form;
  return visit.met === 'nobody'
    ? said.metNobody(form)
    : said.metPeople(
        form,
        visit.metResidents.map((one) => one.fullName),
      );
}

/** What was shown, person by person: "Nguyễn Thị Lan: VNeID đã kích hoạt; Thanh toán điện tử đã thực hành". */
export function guidanceLines(visit: TellableVisit, names: CatalogueNames): string[] {
  // By hand: phones of 2022 do not know Map.groupBy.
  const byPerson = new Map<string, typeof visit.guidances>();
  for (const guidance of visit.guidances) {
    const person = guidance.resident?.fullName ?? said.somebodyElse;
    byPerson.set(person, [...(byPerson.get(person) ?? []), guidance]);
  }
  return [...byPerson].map(([person, guidances]) =>
    said.shownTo(
      person,
      guidances.map(
        (one) =>
          `${names.platforms[one.platform] ?? one.platform} (${words.outcome[one.outcome].toLowerCase()})`,
      ),
    ),
  );
}

/** The rest of a visit as terms and values; what was not written is left out. */
export function visitFacts(visit: TellableVisit, names: CatalogueNames): { term: string; value: string }[] {
  const topics = visit.topics.map((topic) => names.topics[topic] ?? topic).join('; ');
  const next = [visit.nextOn === null ? null : formatDay(visit.nextOn), visit.nextStep]
    .filter(Boolean)
    .join(': ');
  return [
    { term: said.need, value: visit.need },
    { term: said.topics, value: topics },
    { term: said.next, value: next },
    { term: said.note, value: visit.note },
    { term: said.duration, value: visit.minutes === null ? null : said.minutes(visit.minutes) },
  ].flatMap(({ term, value }) => (value ? [{ term, value }] : []));
}
