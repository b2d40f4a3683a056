/** What tests of official documents write into them. People are invented. */
import { sql } from 'kysely';
import { writeContext } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { insertPlan } from '#features/plans/commands.server.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { seedDefaultTargets } from '#features/targets/commands/seed-default-targets.server.ts';
import { commune, type World } from '#tests/world.ts';

/** The commune's national rows, its plan and targets, as the set-up makes them on 5 January 2026. */
export async function layGroundFor(world: World): Promise<void> {
  await world.database.transaction({ commune }, async (tx) => {
    // National rows are kept by the owner of the database, not by the product.
    await sql`reset role`.execute(tx);
    await sql`insert into provinces (code, name, type, valid_from) values ('91', 'An Giang', 'tinh', '2025-07-01')
      on conflict do nothing`.execute(tx);
    await sql`insert into communes (code, name, name_folded, type, province_code, valid_from, predecessor_codes)
      values ('30658', 'Nhơn Mỹ', 'nhon my', 'xa', '91', '2025-07-01', '{}') on conflict do nothing`.execute(
      tx,
    );
  });
  await world.database.transaction({ commune }, async (tx) => {
    const ctx = writeContext(tx, { actor: world.cast.hanh, now: new Date('2026-01-05T01:00:00Z') });
    await seedDefaultTargets(ctx, await insertPlan(ctx, planNhonMy2026));
  });
}

/** Two hamlets that owe October's report, and one whose report was sent back. */
export const owing = [
  { name: 'Ấp Mẫu 1', dueOn: '2026-11-10', days: 14 },
  { name: 'Ấp Mẫu 2', dueOn: '2026-11-10', days: 14 },
  { name: 'Ấp Mẫu 3', dueOn: '2026-11-10', days: null },
];

export const invitation = {
  subject: 'Tham dự lớp tập huấn nghiệp vụ cho thành viên Tổ công nghệ số cộng đồng',
  invited: 'Tổ trưởng, thành viên Tổ các ấp\n- Ông Lê Văn Tư, Trưởng ấp Mẫu 1',
  event: 'lớp tập huấn sử dụng VNeID',
  chair: 'Lãnh đạo Phòng Văn hóa - Xã hội',
  heldOn: '01/12/2026',
  heldAt: '7h30',
  place: 'Hội trường Ủy ban nhân dân xã',
  note: '- Mang theo điện thoại\n- Đến đúng giờ',
};

export const minutes = {
  subject: 'Họp Tổ công nghệ số cộng đồng xã Nhơn Mỹ tháng 11 năm 2026',
  startedOn: '24/11/2026',
  startedAt: '8 giờ',
  place: 'Hội trường Ủy ban nhân dân xã',
  present: 'Thành viên Tổ xã\nTrưởng các ấp',
  chairName: 'Hồ Văn Dũng',
  chairTitle: 'Tổ trưởng Tổ xã',
  secretaryName: 'Đặng Thị Hạnh',
  secretaryTitle: 'Công chức Phòng Văn hóa - Xã hội',
  course: 'Ông Hồ Văn Dũng nêu kết quả tháng 10.\n- Ấp Mẫu 1 đã đến 40 hộ.',
  conclusions: 'Các ấp gửi báo cáo đúng hạn.',
  endedOn: '24/11/2026',
  endedAt: '10:30',
};

/** The Problem that some work ends in. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const cause: unknown = await work.then(
    () => new Error('it was done'),
    (error: unknown) => error,
  );
  if (cause instanceof Problem) return cause;
  throw cause;
}
