import type { ReadContext } from '#platform/commands/command.server.ts';
import { formatDay, formatMoment } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { listOutreachOf } from '#features/outreach/queries/list-outreach.server.ts';
import { catalogueNames } from '#features/plans/queries.server.ts';
import { listVisitsOf } from '#features/visits/queries/list-visits-of.server.ts';
import { guidanceLines, visitFacts, visitTitle, type CatalogueNames } from '#features/visits/tell-visit.ts';
import { withdrawn } from '#features/visits/words.ts';
import type { TimelineItem } from '#ui/Timeline.svelte';
import * as words from './words.ts';

export interface Contact extends TimelineItem {
  day: string;
  lines: string[];
  chips: { kind: 'neutral' | 'wait'; label: string }[];
}

/** The names of what visits speak of, retired entries too. */
export async function namesOfCatalogue(ctx: ReadContext): Promise<CatalogueNames> {
  return {
    platforms: Object.fromEntries(await catalogueNames(ctx, 'platform')),
    forms: Object.fromEntries(await catalogueNames(ctx, 'outreach_form')),
    topics: Object.fromEntries(await catalogueNames(ctx, 'topic')),
  };
}

/** The time line of a household, newest first: visits with what was corrected or withdrawn, and group outreach that named it. */
export async function contactsOf(ctx: ReadContext, householdId: Id) {
  const names = await namesOfCatalogue(ctx);
  const visits = await listVisitsOf(ctx, householdId);
  const told: Contact[] = visits.map((visit) => ({
    key: visit.id,
    day: visit.on,
    when: formatMoment(visit.at),
    by: visit.member?.fullName ?? visit.recordedBy.fullName ?? words.product,
    title: visitTitle(visit, names),
    href: `/so-ho/${householdId}/lan-gap/${visit.id}`,
    icon: visit.met === 'someone' ? 'chat' : 'door',
    tone: visit.isVoid ? 'neutral' : visit.met === 'someone' ? 'ok' : 'wait',
    withdrawn: visit.isVoid,
    lines: visit.isVoid
      ? []
      : [
          ...guidanceLines(visit, names),
          ...visitFacts(visit, names).map(({ term, value }) => `${term}: ${value}`),
        ],
    chips: [
      ...(visit.isVoid ? [{ kind: 'wait' as const, label: withdrawn }] : []),
      ...(!visit.isVoid && visit.history.length > 0
        ? [{ kind: 'neutral' as const, label: words.corrected(visit.history.length) }]
        : []),
    ],
  }));
  const groups: Contact[] = (await listOutreachOf(ctx, householdId)).map((session) => ({
    key: session.sessionId,
    day: session.on,
    when: formatDay(session.on),
    title: words.outreach(names.forms[session.form] ?? session.form, session.place),
    icon: 'speaker',
    lines: [],
    chips: [],
  }));
  // A call at a closed door does not undo what was agreed before, unless it sets a new day itself.
  const last = visits.find((visit) => !visit.isVoid && (visit.met === 'someone' || visit.nextOn !== null));
  return {
    items: [...told, ...groups].sort((left, right) =>
      left.day < right.day ? 1 : left.day > right.day ? -1 : 0,
    ),
    next: last && last.nextOn !== null ? { on: last.nextOn, step: last.nextStep } : null,
  };
}
