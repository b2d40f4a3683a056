import type { Selectable } from 'kysely';
import type { EventTable } from '#platform/db/tables.ts';
import type { WriteContext } from '#platform/commands/command.server.ts';
import { insertRows } from '#platform/db/insert-rows.server.ts';
import type { GroupState } from '#features/groups/model.ts';
import type { GroupAssessmentTable, GroupMemberTable, GroupTable } from '#features/groups/tables.ts';
import { addDays, startOf, type Day } from '#shared/calendar.ts';
import { nameSortKey } from '#shared/fold.ts';
import type { DemoHamlet } from './org-rows.server.ts';
import type { SeededRandom } from './random.ts';

/** By hamlet: four active groups of the five that are wanted, one checked, one registered. */
const pathOf: Partial<Record<number, readonly GroupState[]>> = {
  0: ['registered', 'checked', 'recognised', 'active'],
  1: ['registered', 'checked', 'recognised', 'active'],
  2: ['registered', 'checked', 'recognised', 'active'],
  4: ['registered', 'checked', 'recognised', 'active'],
  7: ['registered', 'checked'],
  9: ['registered'],
};
const daysOfStep = 13;

/** The self-managed group of a hamlet, if it has one, with what happened to it: registered by the head, then checked and opened by the officer. */
export async function writeDemoGroup(
  ctx: WriteContext,
  random: SeededRandom,
  hamlet: DemoHamlet,
  index: number,
  officerId: string,
  { firstDay, today }: { firstDay: Day; today: Day },
): Promise<void> {
  const leader = hamlet.members[0];
  const path = pathOf[index];
  if (!leader || !path) return;
  const registeredOn = earlier(addDays(firstDay, 110 + index), today);
  const row = {
    hamlet_id: hamlet.id,
    name: `Tổ tự quản công nghệ ${hamlet.name}`,
    place: `Văn phòng ${hamlet.name}`,
    place_kind: 'hamlet_office',
    opening_hours: 'Thứ Ba và Thứ Năm, 14:00–17:00',
    services: 'Cài đặt ứng dụng, nộp hồ sơ trực tuyến',
    equipment: 'Máy tính, máy in, Wi-Fi',
    registered_by: leader.accountId,
    registered_on: registeredOn,
    note: null,
  } as const;
  const id = random.id(nineOn(registeredOn));
  const states = path.map((state, step) => ({
    state,
    state_on: earlier(addDays(registeredOn, step * daysOfStep), today),
  }));
  const last = states.at(-1);
  if (!last) return;
  await insertRows(ctx.tx, 'groups', [
    { commune_id: ctx.communeId, id, ...row, ...last } satisfies Selectable<GroupTable>,
  ]);
  await insertRows(
    ctx.tx,
    'group_members',
    hamlet.members.slice(0, 2).map(({ name }, nth): Selectable<GroupMemberTable> => ({
      commune_id: ctx.communeId,
      id: random.id(nineOn(registeredOn)),
      group_id: id,
      full_name: name,
      sort_key: nameSortKey(name),
      role: nth === 0 ? 'lead' : 'member',
      duty: nth === 0 ? 'Mở cửa, chiều thứ Ba' : 'Chiều thứ Năm',
      began_on: registeredOn,
      ended_on: null,
    })),
  );
  const assessedOn = addDays(today, -20);
  if (last.state === 'active' && last.state_on < assessedOn)
    await insertRows(ctx.tx, 'group_assessments', [
      {
        commune_id: ctx.communeId,
        id: random.id(nineOn(assessedOn)),
        group_id: id,
        assessed_on: assessedOn,
        grade: index === 4 ? 'weak' : 'good',
        note: index === 4 ? 'Hai buổi thứ Năm không mở cửa.' : 'Mở cửa đúng giờ, có sổ ghi.',
        recorded_at: nineOn(assessedOn),
        recorded_by: officerId,
      } satisfies Selectable<GroupAssessmentTable>,
    ]);
  const events = states.map((after, step): Selectable<EventTable> => {
    const before = states[step - 1];
    const at = nineOn(after.state_on);
    return {
      commune_id: ctx.communeId,
      id: random.id(at),
      name: before ? 'group.state_changed' : 'group.registered',
      hamlet_id: hamlet.id,
      subject: 'group',
      subject_id: id,
      actor_id: before ? officerId : leader.accountId,
      happened_at: at,
      recorded_at: at,
      device_id: null,
      request_id: null,
      data: before ? { before, after, note: null } : { after: { ...row, ...after } },
    };
  });
  await insertRows(ctx.tx, 'events', events);
}

const earlier = (day: Day, today: Day) => (day < today ? day : today);
const nineOn = (day: Day) => new Date(startOf(day).getTime() + 9 * 60 * 60 * 1000);
