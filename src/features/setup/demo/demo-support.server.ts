import type { Actor } from '#platform/commands/actor.ts';
import { runCommand, runQuery, type Command } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { listSupportPoints } from '#features/groups/queries.server.ts';
import { getHouseholdPage } from '#features/registry/queries/household-page.server.ts';
import { listHouseholds } from '#features/registry/queries/list-households.server.ts';
import {
  assignSupport,
  endSupport,
  scheduleSupport,
} from '#features/support/commands/arrange-support.server.ts';
import { askSupport } from '#features/support/commands/ask-support.server.ts';
import { finishSupport } from '#features/support/commands/finish-support.server.ts';
import { addDays, dayOf, startOf } from '#shared/calendar.ts';
import { hamletActor, officeActor, type DemoPlace } from './demo-actors.ts';

interface Told {
  hamlet: number;
  /** Which household of the register, by name; null: somebody who is not in it. */
  home: number | null;
  by: 'head' | 'member' | 'quay';
  asks: Record<string, unknown>;
  /** Days ago. */
  ago: number;
  /** How far it came. */
  to: 'new' | 'assigned' | 'scheduled' | 'done' | 'no_show' | 'cancelled';
  /** Days from today on which it is agreed to meet. */
  meets?: number;
}

const atHome = { place: 'home', urgency: 'soon' };

/** One at each step of the way, one of them past its last day and one at a support point. */
const told: readonly Told[] = [
  {
    hamlet: 0,
    home: 2,
    by: 'member',
    asks: { ...atHome, channel: 'neighbour', platform: 'vneid', topic: 'đổi điện thoại, cần cài lại' },
    ago: 2,
    to: 'scheduled',
    meets: 0,
  },
  {
    hamlet: 0,
    home: 5,
    by: 'head',
    asks: { ...atHome, channel: 'phone', platform: 'so_suc_khoe', urgency: 'ordinary' },
    ago: 9,
    to: 'new',
  },
  {
    hamlet: 0,
    home: null,
    by: 'quay',
    asks: {
      ...atHome,
      channel: 'counter',
      personName: 'Bà Tám Lành',
      phone: '0900 000 318',
      topic: 'Nộp hồ sơ xác nhận cư trú qua mạng',
      urgency: 'urgent',
    },
    ago: 1,
    to: 'assigned',
  },
  {
    hamlet: 1,
    home: 3,
    by: 'head',
    asks: { channel: 'phone', place: 'support_point', platform: 'dvc', urgency: 'soon' },
    ago: 3,
    to: 'scheduled',
    meets: 1,
  },
  {
    hamlet: 1,
    home: null,
    by: 'member',
    asks: {
      ...atHome,
      channel: 'member',
      personName: 'Ông Sáu Hiền',
      phone: '0900 000 427',
      platform: 'vneid',
    },
    ago: 12,
    to: 'done',
    meets: -10,
  },
  {
    hamlet: 1,
    home: 9,
    by: 'head',
    asks: { ...atHome, channel: 'phone', topic: 'Nhận lương hưu qua tài khoản', urgency: 'ordinary' },
    ago: 25,
    to: 'no_show',
    meets: -20,
  },
];

/** Requests for help of the demo commune, asked and answered through the commands themselves. */
export async function writeDemoSupport(database: Database, place: DemoPlace): Promise<void> {
  const { communeId, hamlets, now } = place;
  const today = dayOf(now);
  for (const { hamlet: nth, home, by, asks, ago, to, meets } of told) {
    const hamlet = hamlets[nth];
    if (!hamlet?.members[1]) continue;
    const head = hamletActor(communeId, hamlet, 0);
    const member = hamletActor(communeId, hamlet, 1);
    const at = (day: number, hour: number) =>
      new Date(startOf(addDays(today, day)).getTime() + hour * 3_600_000);
    const run = <Input, Loaded, Result>(
      command: Command<Input, Loaded, Result>,
      actor: Actor,
      moment: Date,
      input: unknown,
    ) => runCommand(database, command, { actor, now: moment }, input);
    const ground = await runQuery(database, { actor: head, now }, async (ctx) => {
      const { rows } = home === null ? { rows: [] } : await listHouseholds(ctx, { hamletId: hamlet.id });
      const row = home === null ? undefined : rows[home % rows.length];
      return {
        household: row && (await getHouseholdPage(ctx, row.id)),
        point: (await listSupportPoints(ctx)).find((one) => one.hamletId === hamlet.id),
      };
    });
    const who = ground.household?.residents.find((one) => one.id === ground.household?.headId);
    if (home !== null && !who) continue;
    if (asks['place'] === 'support_point' && !ground.point) continue;
    const { id: requestId } = await run(
      askSupport,
      by === 'quay' ? officeActor(place, 'quay') : by === 'head' ? head : member,
      at(-ago, 8),
      {
        ...asks,
        hamletId: hamlet.id,
        householdId: ground.household?.id,
        residentId: who?.id,
        groupId: asks['place'] === 'support_point' ? ground.point?.id : undefined,
      },
    );
    if (to === 'new') continue;
    await run(assignSupport, head, at(-ago, 9), { requestId, memberId: member.memberId });
    if (meets === undefined) continue;
    const agreed = { requestId, scheduledOn: addDays(today, meets), scheduledAt: '8 giờ sáng' };
    await run(scheduleSupport, member, at(-ago, 10), agreed);
    if (to === 'no_show') await run(endSupport, member, at(meets, 9), { requestId, to });
    if (to === 'done')
      await run(finishSupport, member, at(meets, 9), {
        requestId,
        satisfaction: 'good',
        note: 'Đã cài và kích hoạt trên máy của con gái ông.',
      });
  }
}
