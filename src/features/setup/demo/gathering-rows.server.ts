import type { Selectable } from 'kysely';
import type { WriteContext } from '#platform/commands/command.server.ts';
import { insertRows } from '#platform/db/insert-rows.server.ts';
import type { OutreachHouseholdTable, OutreachSessionTable } from '#features/outreach/tables.ts';
import { addDays, startOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { DemoHamlet } from './org-rows.server.ts';
import type { SeededRandom } from './random.ts';

/** Hamlet meetings with a list, loudspeaker with a guess. */
export async function writeDemoGatherings(
  ctx: WriteContext,
  random: SeededRandom,
  hamlet: DemoHamlet,
  index: number,
  householdIds: readonly Id[],
  days: { firstDay: Day; today: Day },
): Promise<void> {
  const leader = hamlet.members[0];
  if (!leader) return;
  const sessions: Selectable<OutreachSessionTable>[] = [];
  const listed: Selectable<OutreachHouseholdTable>[] = [];
  for (
    let day = addDays(days.firstDay, 12 + (index % 9));
    day < days.today;
    day = addDays(day, random.between(38, 66))
  ) {
    const meeting = random.chance(0.75);
    const at = new Date(Math.min(ctx.now.getTime(), startOf(day).getTime() + 20 * 60 * 60 * 1000));
    const id = random.id(at);
    sessions.push({
      commune_id: ctx.communeId,
      id,
      hamlet_id: hamlet.id,
      form: meeting ? 'hamlet_meeting' : 'loudspeaker',
      held_on: day,
      place: meeting ? `Văn phòng ${hamlet.name}` : null,
      topics: [random.pick(['chu_truong', 'an_toan', 'chinh_quyen_so'])],
      reach_kind: meeting ? 'listed' : 'estimated',
      estimated_people: meeting ? null : Math.round(householdIds.length * 2.2),
      note: null,
      recorded_at: at,
      recorded_by: leader.accountId,
      replaces: null,
      void: false,
    });
    if (!meeting) continue;
    for (const householdId of householdIds) {
      if (random.chance(0.24))
        listed.push({ commune_id: ctx.communeId, session_id: id, household_id: householdId });
    }
  }
  await insertRows(ctx.tx, 'outreach_sessions', sessions);
  await insertRows(ctx.tx, 'outreach_households', listed);
}
