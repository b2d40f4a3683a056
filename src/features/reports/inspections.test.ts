import { expect, test } from 'vitest';
import { closeFinding } from '#features/inspection/commands/close-finding.server.ts';
import { findOne, holdOne, planOne } from '#features/inspection/inspection-world.test-support.ts';
import { inspectionFigures } from '#features/inspection/queries/inspection-page.server.ts';
import { useWorld } from '#tests/world.ts';
import { acceptReport } from './commands/decide-report.server.ts';
import { openCommuneReport } from './commands/draft-commune-report.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { submitReport } from './commands/submit-report.server.ts';
import { communeContentOf } from './queries/commune-report-content.server.ts';
import { getCommuneReport } from './queries/find-commune-report.server.ts';
import { getReport } from './queries/find-report.server.ts';
import { composeContent } from './queries/report-content.server.ts';
import { layGroundFor, settleHomes, visit } from './report-world.test-support.ts';

/** R56, W20: the month’s report tells what inspections found, as of its cut-off; and what this room knows stands beside the questions. */
const world = useWorld();
const cutoff = new Date('2026-11-08T02:00:00Z');
const at = (day: string) => (world().now = new Date(`${day}T02:00:00Z`));

/** In September one finding of Ấp Mẫu 1, put right in October; in October two of it, one put right, one late; Ấp Mẫu 2 without any. */
async function inspect(): Promise<string> {
  const { cast, hamlets, run } = world();
  const held = async (day: string, hamlet: 'mau1' | 'mau2') => {
    at(day);
    const id = await planOne(world(), hamlets[hamlet], { plannedOn: day });
    await holdOne(world(), id, day);
    return id;
  };
  const old = await findOne(world(), await held('2026-09-10', 'mau1'), '2026-10-10', 'Loa hỏng');
  const october = await held('2026-10-05', 'mau1');
  const first = await findOne(world(), october, '2026-10-20', 'Sổ thiếu hộ');
  const second = await findOne(world(), october, '2026-10-20', 'Chưa phân công hộ');
  await held('2026-10-06', 'mau2');
  at('2026-10-12');
  for (const findingId of [old, first]) await run(closeFinding, cast.hanh, { findingId, word: 'Đã sửa' });
  return second;
}

const ofHamlet =
  'Trong tháng ấp được kiểm tra 01 cuộc; ghi nhận 02 tồn tại; đã khắc phục 02 tồn tại; đến cuối kỳ còn 01 tồn tại chưa khắc phục, trong đó 01 quá hạn.';

test('the hamlet’s report says how often it was inspected and what is open; the same cut-off says the same for ever', async () => {
  const { cast, hamlets, run, read } = world();
  await layGroundFor(world());
  await settleHomes(world(), 'mau1', 1);
  const late = await inspect();
  world().now = cutoff;
  const id = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  const general = async () =>
    (
      await read(cast.tu, async (ctx) =>
        composeContent(ctx, await getReport(ctx, id), { cutoffAt: cutoff, sent: false }),
      )
    ).sections.find((one) => one.code === 'general')?.text;
  const before = await general();
  expect(before).toContain(ofHamlet);
  at('2026-11-09');
  await run(closeFinding, cast.hanh, { findingId: late, word: 'Đã sửa' });
  expect(await general()).toBe(before);
});

test('the commune’s report says in how many hamlets; a month without an inspection and without findings says nothing', async () => {
  const { cast, run, read } = world();
  await layGroundFor(world());
  const text = async (period: string) => {
    const id = await run(openCommuneReport, cast.hanh, { period });
    const { sections } = await read(cast.hanh, async (ctx) =>
      communeContentOf(ctx, await getCommuneReport(ctx, id)),
    );
    return sections.find((one) => one.code === 'general')?.text ?? '';
  };
  await inspect();
  world().now = cutoff;
  expect(await text('2026-10')).toContain(
    'Trong tháng kiểm tra 02/03 ấp với 02 cuộc; ghi nhận 02 tồn tại; đã khắc phục 02 tồn tại; đến cuối kỳ còn 01 tồn tại chưa khắc phục, trong đó 01 quá hạn.',
  );
  expect(await text('2026-08')).not.toContain('kiểm tra');
});

test('beside the question about reports stands how many of the last three were in time', async () => {
  const { cast, hamlets, run, read } = world();
  await layGroundFor(world());
  const homes = await settleHomes(world(), 'mau1', 1);
  for (const home of homes) await visit(world(), cast.lan, home, '2026-09-14');
  const send = async (period: string, day: string) => {
    at(day);
    const reportId = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period });
    await run(submitReport, cast.tu, { reportId });
    await run(acceptReport, cast.hanh, { reportId });
  };
  // July a day late, August in time, September on its last day; October was never sent, and its day is not over on the 10th.
  await send('2026-07', '2026-08-11');
  await send('2026-08', '2026-09-05');
  await send('2026-09', '2026-10-10');
  at('2026-11-10');
  const inspectionId = await planOne(world(), hamlets.mau1);
  const onTime = async () =>
    (await read(cast.tu, (ctx) => inspectionFigures(ctx, inspectionId))).values.find(
      ({ code }) => code === 'reports_on_time',
    );
  expect(await onTime()).toMatchObject({ part: 2, of: 3 });
  at('2026-11-11');
  expect(await onTime()).toMatchObject({ part: 2, of: 3 });
  at('2026-12-11');
  expect(await onTime()).toMatchObject({ part: 1, of: 3 });
});
