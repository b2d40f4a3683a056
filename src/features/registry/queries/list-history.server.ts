import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { registryChanges } from '../model/events.ts';
import { historyLine, type HistoryLine } from '../model/history.ts';
import { canSeeHousehold, canSeeRestricted } from '../policy.ts';
import { placeOf } from './registry-rows.server.ts';

export interface HistoryEntry extends HistoryLine {
  id: Id;
  /** When it was done, and when the server wrote it down. */
  happenedAt: Date;
  recordedAt: Date;
  /** Null: the product itself. */
  actorName: string | null;
}

/** The newest `limit` things that happened to the household, its people, and the doubles merged into it; newest first. */
export async function listHistory(ctx: ReadContext, householdId: Id, limit = 100): Promise<HistoryEntry[]> {
  const row = await ctx.tx
    .selectFrom('households')
    .select(['id', 'hamlet_id', 'responsible_member_id'])
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', householdId)
    .executeTakeFirst();
  const household = visible(row, (found) => canSeeHousehold(ctx.actor, placeOf(found)));
  const maySeeRestricted = canSeeRestricted(ctx.actor, placeOf(household));
  const doubles = await ctx.tx
    .selectFrom('households')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('merged_into', '=', householdId)
    .execute();
  const people = await ctx.tx
    .selectFrom('residents')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('household_id', 'in', [householdId, ...doubles.map((double) => double.id)])
    .execute();
  const events = await ctx.tx
    .selectFrom('events as e')
    .leftJoin('accounts as a', (join) =>
      join.onRef('a.id', '=', 'e.actor_id').on('a.commune_id', '=', ctx.communeId),
    )
    .select(['e.id', 'e.name', 'e.happened_at', 'e.recorded_at', 'e.data', 'a.full_name'])
    .where('e.commune_id', '=', ctx.communeId)
    .where('e.subject_id', 'in', [
      householdId,
      ...doubles.map((one) => one.id),
      ...people.map((one) => one.id),
    ])
    .where('e.name', 'in', [...registryChanges, 'household.resident_left'])
    .orderBy('e.recorded_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute();
  return events.flatMap((event) => {
    const data =
      typeof event.data === 'object' && event.data !== null
        ? Object.fromEntries(Object.entries(event.data))
        : {};
    const line = historyLine(event.name, data, maySeeRestricted);
    return line
      ? [
          {
            ...line,
            id: event.id,
            happenedAt: event.happened_at,
            recordedAt: event.recorded_at,
            actorName: event.full_name,
          },
        ]
      : [];
  });
}
