import type { Reaction } from '#platform/commands/events.server.ts';
import type { WriteContext } from '#platform/commands/command.server.ts';
import { refreshGroupMarks, refreshIfOld, refreshMarks } from './marks.server.ts';

/** Something happened to households: their marks follow, before the transaction ends. Events carry `householdIds`. */
export const markHouseholds: Reaction = async (ctx, events) => {
  const ids = events.flatMap((event) => {
    const told = event.data['householdIds'];
    if (Array.isArray(told)) return told.filter((id): id is string => typeof id === 'string');
    return event.subject === 'household' ? [event.subjectId] : [];
  });
  await refreshMarks(ctx, [...new Set(ids)]);
};

export const markGroups: Reaction = (ctx) => refreshGroupMarks(ctx);

/** The plan's days or the platforms' domains may be others now. */
export const markIfOld: Reaction = (ctx) => refreshIfOld(ctx);

/** Soon after midnight: birthdays, terms that begin and end, a new plan year, definitions that become valid. */
export async function markByClock(ctx: WriteContext): Promise<void> {
  await refreshMarks(ctx, 'all');
}
