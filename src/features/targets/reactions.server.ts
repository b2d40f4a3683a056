import type { NewEvent, Reaction } from '#platform/commands/events.server.ts';
import type { WriteContext } from '#platform/commands/command.server.ts';
import { refreshGroupMarks, refreshIfOld, refreshMarks } from './marks.server.ts';

/** The households that events are about, once each. */
export function householdsOf(events: readonly NewEvent[]): string[] {
  const ids = events.flatMap((event) => {
    const told = event.data['householdIds'];
    if (Array.isArray(told)) return told.filter((id): id is string => typeof id === 'string');
    return event.subject === 'household' ? [event.subjectId] : [];
  });
  return [...new Set(ids)];
}

/** Something happened to households: their marks follow, before the transaction ends. Events carry `householdIds`. */
export const markHouseholds: Reaction = (ctx, events) => refreshMarks(ctx, householdsOf(events));

export const markGroups: Reaction = (ctx) => refreshGroupMarks(ctx);

/** The plan's days or the platforms' domains may be others now. */
export const markIfOld: Reaction = (ctx) => refreshIfOld(ctx);

/** Soon after midnight: birthdays, terms that begin and end, a new plan year, definitions that become valid. */
export async function markByClock(ctx: WriteContext): Promise<void> {
  await refreshMarks(ctx, 'all');
}
