import type { Actor } from '#platform/commands/actor.ts';
import { runCommand } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { directObstacle } from '#features/obstacles/commands/direct-obstacle.server.ts';
import { moveObstacle } from '#features/obstacles/commands/move-obstacle.server.ts';
import { raiseObstacle } from '#features/obstacles/commands/raise-obstacle.server.ts';
import type { ObstacleLevel, ObstacleState } from '#features/obstacles/model.ts';
import { addDays, dayOf, startOf } from '#shared/calendar.ts';
import { hamletActor, officeActor, type DemoPlace } from './demo-actors.ts';
import type { DemoHamlet } from './org-rows.server.ts';

/** A step of the way: who takes it, days after it was raised, with which words. */
type Step =
  | { by: 'head' | 'raiser' | 'hanh'; after: number; to: ObstacleState; level?: ObstacleLevel; note?: string }
  | { by: 'minh'; after: number; directive: string; level?: ObstacleLevel };

interface Told {
  hamlet: number;
  kind: 'obstacle' | 'proposal';
  pillar: string;
  title: string;
  households?: number;
  severity: string;
  /** Days ago. */
  ago: number;
  steps: readonly Step[];
}

const toHamlet: Step = { by: 'head', after: 1, to: 'triaged', level: 'hamlet' };
const toCommune: Step = { by: 'head', after: 1, to: 'triaged', level: 'commune' };
const begun = (after: number): Step => ({ by: 'hanh', after, to: 'in_progress' });

/** One at each step of the way, some past their clock. */
const told: readonly Told[] = [
  {
    hamlet: 0,
    kind: 'obstacle',
    pillar: 'society',
    title: 'Sóng điện thoại yếu ở cuối ấp, không mở được VNeID',
    households: 14,
    severity: 'moderate',
    ago: 34,
    steps: [
      toHamlet,
      { by: 'head', after: 3, to: 'in_progress' },
      {
        by: 'head',
        after: 6,
        to: 'escalated',
        note: 'Ấp không có trạm phát, phải nhờ doanh nghiệp viễn thông.',
      },
      { by: 'hanh', after: 8, to: 'triaged' },
      begun(9),
    ],
  },
  {
    hamlet: 0,
    kind: 'proposal',
    pillar: 'government',
    title: 'Xin thêm một máy in cho Văn phòng ấp',
    severity: 'minor',
    ago: 9,
    steps: [
      toCommune,
      begun(3),
      {
        by: 'hanh',
        after: 6,
        to: 'resolved',
        note: 'Xã đã chuyển máy in về Văn phòng ấp, mời chú Tư kiểm tra.',
      },
    ],
  },
  {
    hamlet: 0,
    kind: 'obstacle',
    pillar: 'economy',
    title: 'Tiểu thương chợ ấp ngại nhận chuyển khoản vì sợ phí',
    households: 8,
    severity: 'minor',
    ago: 40,
    steps: [
      toHamlet,
      { by: 'head', after: 2, to: 'in_progress' },
      {
        by: 'head',
        after: 8,
        to: 'resolved',
        note: 'Đã mời ngân hàng về chợ giải thích: chuyển khoản không mất phí.',
      },
      { by: 'raiser', after: 10, to: 'confirmed' },
    ],
  },
  {
    hamlet: 1,
    kind: 'obstacle',
    pillar: 'government',
    title: 'Cổng dịch vụ công báo lỗi khi nộp hồ sơ xác nhận cư trú',
    severity: 'severe',
    ago: 12,
    steps: [
      toCommune,
      begun(2),
      { by: 'hanh', after: 4, to: 'escalated', note: 'Lỗi ở hệ thống của tỉnh, xã không sửa được.' },
      { by: 'minh', after: 5, directive: 'Văn bản hỏa tốc kiến nghị tỉnh khắc phục.', level: 'province' },
    ],
  },
  {
    hamlet: 2,
    kind: 'proposal',
    pillar: 'society',
    title: 'Mở thêm buổi hướng dẫn vào chiều thứ Bảy cho người đi làm',
    households: 30,
    severity: 'moderate',
    ago: 6,
    steps: [
      toCommune,
      begun(2),
      { by: 'hanh', after: 4, to: 'escalated', note: 'Cần thêm kinh phí bồi dưỡng ngoài giờ.' },
    ],
  },
  {
    hamlet: 1,
    kind: 'obstacle',
    pillar: 'other',
    title: 'Nhiều người cao tuổi quên mật khẩu điện thoại',
    severity: 'moderate',
    ago: 2,
    steps: [],
  },
  {
    hamlet: 0,
    kind: 'obstacle',
    pillar: 'economy',
    title: 'Chợ ấp chưa có Wi-Fi cho bà con dùng chung',
    households: 20,
    severity: 'minor',
    ago: 1,
    steps: [],
  },
];

/** Obstacles and proposals of the demo commune, told and answered through the commands themselves. */
export async function writeDemoObstacles(database: Database, place: DemoPlace): Promise<void> {
  const { communeId, hamlets, now } = place;
  const office = (login: string): Actor => officeActor(place, login);
  const ofHamlet = (hamlet: DemoHamlet, nth: 0 | 1): Actor => hamletActor(communeId, hamlet, nth);
  const today = dayOf(now);
  for (const { hamlet: nth, ago, steps, ...words } of told) {
    const hamlet = hamlets[nth];
    if (!hamlet?.members[0]) continue;
    // In the morning of its day, and each step an hour after the one before.
    const at = (after: number, hour: number) =>
      new Date(startOf(addDays(today, after - ago)).getTime() + hour * 3_600_000);
    const raiser = ofHamlet(hamlet, words.kind === 'obstacle' ? 1 : 0);
    const raised = { actor: raiser, now: at(0, 8) };
    const { id } = await runCommand(database, raiseObstacle, raised, { ...words, hamletId: hamlet.id });
    for (const [index, step] of steps.entries()) {
      const moment = at(step.after, 9 + index);
      if (step.by === 'minh') {
        const input = { obstacleId: id, directive: step.directive, level: step.level };
        await runCommand(database, directObstacle, { actor: office('minh'), now: moment }, input);
      } else {
        const actor =
          step.by === 'raiser' ? raiser : step.by === 'head' ? ofHamlet(hamlet, 0) : office(step.by);
        const input = { obstacleId: id, to: step.to, level: step.level, note: step.note };
        await runCommand(database, moveObstacle, { actor, now: moment }, input);
      }
    }
  }
}
