import { formatWeekday, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Book } from '#features/sync/model/book.ts';
import type { PhoneHome, PhoneVisit } from '#features/sync/model/home.ts';
import { outreach } from '#features/visits/contact-words.ts';
import { guidanceLines, visitFacts, visitTitle, type CatalogueNames } from '#features/visits/tell-visit.ts';
import type { TimelineItem } from '#ui/Timeline.svelte';
import * as words from './words.ts';

/** A visit or a meeting on the time line of a household. */
export interface Contact extends TimelineItem {
  day: Day;
  lines: string[];
  isUnsent: boolean;
}

/** The catalogue's names by code, retired entries too. */
export function namesOf(book: Book): CatalogueNames {
  const names = (kind: Book['catalogue'][number]['kind']) =>
    Object.fromEntries(
      book.catalogue.filter((item) => item.kind === kind).map((item) => [item.code, item.name]),
    );
  return { platforms: names('platform'), forms: names('outreach_form'), topics: names('topic') };
}

/** Who was there: the member whose visit it is; the owner of the phone; else somebody of the commune. */
export function visitorOf(visit: Pick<PhoneVisit, 'memberId' | 'byId'>, book: Book): string {
  if (visit.byId === book.me.accountId) return words.me;
  return book.members.find((member) => member.id === visit.memberId)?.name ?? words.office;
}

/** The time line of a household, newest first: visits, and the meetings that named it. */
export function contactsOf(home: PhoneHome, book: Book, unsent: ReadonlySet<Id>): Contact[] {
  const names = namesOf(book);
  const nameOf = (id: Id) => ({
    fullName: home.people.find((person) => person.id === id)?.fullName ?? words.formerMember,
  });
  const visits = home.visits.map((visit): Contact => {
    const told = {
      ...visit,
      metResidents: visit.metIds.map(nameOf),
      guidances: visit.guidances.map((guidance) => ({
        ...guidance,
        resident: guidance.residentId === null ? null : nameOf(guidance.residentId),
      })),
    };
    return {
      key: visit.id,
      day: visit.on,
      when: formatWeekday(visit.on),
      by: visitorOf(visit, book),
      title: visitTitle(told, names),
      icon: visit.met === 'someone' ? 'chat' : 'door',
      tone: visit.met === 'someone' ? 'ok' : 'wait',
      lines: [
        ...guidanceLines(told, names),
        ...visitFacts(told, names).map(({ term, value }) => `${term}: ${value}`),
      ],
      isUnsent: unsent.has(visit.id),
    };
  });
  const gatherings = home.gatherings.map(({ sessionId, on, form }): Contact => ({
    key: sessionId,
    day: on,
    when: formatWeekday(on),
    title: outreach(names.forms[form] ?? form, null),
    icon: 'speaker',
    lines: [],
    isUnsent: unsent.has(sessionId),
  }));
  return [...visits, ...gatherings].sort((one, other) =>
    one.day < other.day ? 1 : one.day > other.day ? -1 : 0,
  );
}

/** The last visit that the owner wrote down here, for taking it back; null when there is none. */
export const lastOwnVisit = (home: PhoneHome, book: Book): PhoneVisit | null =>
  home.visits.find((visit) => visit.byId === book.me.accountId) ?? null;
