import { beforeEach, expect, test } from 'vitest';
import { moveObstacle } from '#features/obstacles/commands/move-obstacle.server.ts';
import { raiseObstacle } from '#features/obstacles/commands/raise-obstacle.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { useWorld } from '#tests/world.ts';
import { openCommuneReport } from './commands/draft-commune-report.server.ts';
import { acceptReport } from './commands/decide-report.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { submitReport } from './commands/submit-report.server.ts';
import { writeNarrative } from './commands/write-narrative.server.ts';
import { communeContentOf } from './queries/commune-report-content.server.ts';
import { getCommuneReport } from './queries/find-commune-report.server.ts';
import { getReport } from './queries/find-report.server.ts';
import { composeContent } from './queries/report-content.server.ts';
import { reportFigures } from './queries/report-figures.server.ts';
import { rowsBehind } from './queries/rows-behind.server.ts';
import { templateFor } from './queries/templates.server.ts';
import { spanOf } from './model/span.ts';
import { layGroundFor, settleHomes } from './report-world.test-support.ts';

/** R47, W10: obstacles raised and solved in the period and those still open stand in the report by themselves. */
const world = useWorld();
const octoberSpan = spanOf('2026-10', 'calendar');
const cutoff = new Date('2026-11-08T02:00:00Z');
const at = (day: string) => (world().now = new Date(`${day}T02:00:00Z`));
const raise = async (actor: Actor, day: string, title: string, more: object = {}) => {
  at(day);
  const words = { kind: 'obstacle', pillar: 'society', severity: 'moderate', title };
  const { id } = await world().run(raiseObstacle, actor, {
    ...words,
    hamletId: world().hamlets.mau1,
    ...more,
  });
  return id;
};
const move = (actor: Actor, day: string, obstacleId: Id, to: string, more: object = {}) => {
  at(day);
  return world().run(moveObstacle, actor, { obstacleId, to, ...more });
};

let weak: Id;
beforeEach(async () => {
  await layGroundFor(world());
  await settleHomes(world(), 'mau1', 2);
  const { cast } = world();
  await raise(cast.tu, '2026-09-01', 'Xin thêm máy in', { kind: 'proposal', severity: 'minor' });
  weak = await raise(cast.lan, '2026-10-05', 'Sóng yếu ở cuối ấp', { households: 12 });
  const market = await raise(cast.lan, '2026-10-10', 'Chợ ấp thiếu Wi-Fi');
  await move(cast.tu, '2026-10-11', market, 'triaged', { level: 'hamlet' });
  await move(cast.tu, '2026-10-12', market, 'in_progress');
  await move(cast.tu, '2026-10-20', market, 'resolved', { note: 'Đã lắp ở nhà lồng chợ.' });
  // Of the month after: no word about it in October.
  await raise(cast.lan, '2026-11-02', 'Máy tính hỏng');
  world().now = cutoff;
});

const textsOf = (sections: readonly { code: string; text: string }[]) => ({
  obstacles: sections.find((one) => one.code === 'obstacles')?.text,
  proposals: sections.find((one) => one.code === 'proposals')?.text,
});

async function october(cutoffAt: Date) {
  const { cast, run, read, hamlets } = world();
  const id = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  const { sections } = await read(cast.tu, async (ctx) =>
    composeContent(ctx, await getReport(ctx, id), { cutoffAt, sent: false }),
  );
  return textsOf(sections);
}

const obstaclesOfOctober = [
  'Trong tháng ghi nhận 02 khó khăn, vướng mắc; đã giải quyết 01 khó khăn, vướng mắc; đến cuối kỳ còn 01 khó khăn, vướng mắc chưa giải quyết, trong đó 01 quá hạn.',
  // Seven days from the 5th end with the 12th; the month ends nineteen days later.
  '- Sóng yếu ở cuối ấp (12 hộ; nêu ngày 05/10/2026): chưa có người nhận xử lý, quá hạn 19 ngày',
  '- Chợ ấp thiếu Wi-Fi (chưa rõ số hộ; nêu ngày 10/10/2026): đã giải quyết ngày 20/10/2026: Đã lắp ở nhà lồng chợ; chờ người nêu xác nhận',
].join('\n');

test('the hamlet’s report names what was raised, solved and is open; the same cut-off says the same for ever', async () => {
  const { cast } = world();
  const before = await october(cutoff);
  expect(before).toEqual({
    obstacles: obstaclesOfOctober,
    proposals: [
      'Trong tháng không có kiến nghị, đề xuất mới; đến cuối kỳ còn 01 kiến nghị, đề xuất chưa giải quyết, trong đó 01 quá hạn.',
      '- Xin thêm máy in (chưa rõ số hộ; nêu ngày 01/09/2026): chưa có người nhận xử lý, quá hạn 45 ngày',
    ].join('\n'),
  });
  await move(cast.hanh, '2026-11-09', weak, 'triaged', { level: 'commune', severity: 'severe' });
  await move(cast.hanh, '2026-11-09', weak, 'in_progress');
  await move(cast.hanh, '2026-11-10', weak, 'resolved', { note: 'Đã có trạm phát.' });
  expect(await october(cutoff)).toEqual(before);
  // Steps of November are none of October's, however late one asks.
  expect((await october(new Date('2026-11-12T02:00:00Z'))).obstacles).toBe(obstaclesOfOctober);
});

/** domain/01 §2.5, rows I: the same difficulties that the text names, counted. */
test('rows I count what was raised and solved, and what is late at the end; who reads the hamlet’s opens them', async () => {
  const { cast, read, hamlets } = world();
  const counted = async (cutoffAt: Date) => {
    world().now = cutoffAt;
    const { rows } = await read(cast.tu, async (ctx) =>
      reportFigures(ctx, (await templateFor(ctx, 'hamlet', octoberSpan.to)).definition, {
        hamletId: hamlets.mau1,
        span: octoberSpan,
        cutoffAt,
      }),
    );
    return rows
      .filter(({ code }) => code.startsWith('I'))
      .map(({ code, unit, period, cumulative }) => [code, unit, period, cumulative]);
  };
  const before = [
    ['I1', 'việc', 2, 2],
    ['I2', 'việc', 1, 1],
    ['I3', 'việc', null, 1],
  ];
  expect(await counted(cutoff)).toEqual(before);
  await move(cast.hanh, '2026-11-09', weak, 'triaged', { level: 'commune', severity: 'severe' });
  expect(await counted(cutoff)).toEqual(before);
  const names = (actor: Actor) =>
    read(actor, (ctx) =>
      rowsBehind(
        ctx,
        'obstacles_late',
        { hamletId: hamlets.mau1, span: octoberSpan, cutoffAt: cutoff, value: 'cumulative', form: null },
        null,
      ),
    );
  expect((await names(cast.lan)).rows.map(({ name, on }) => [name, on])).toEqual([
    ['Sóng yếu ở cuối ấp', '2026-10-13'],
  ]);
  await expect(names(cast.binh)).rejects.toMatchObject({ code: 'not_found' });
});

test('the commune’s report names those of every hamlet, and what a hamlet wrote beyond them', async () => {
  const { cast, run, read, hamlets } = world();
  await raise(cast.binh, '2026-10-25', 'Thiếu chỗ ngồi', { hamletId: hamlets.mau2 });
  await raise(cast.thu, '2026-10-26', 'Phần mềm chậm', { hamletId: null, severity: 'minor' });
  world().now = cutoff;
  const reportId = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  const text = `${obstaclesOfOctober.split('\n')[1]}\n- Đường vào ấp ngập.`;
  await run(writeNarrative, cast.tu, { reportId, section: 'obstacles', text });
  await run(submitReport, cast.tu, { reportId });
  await run(acceptReport, cast.hanh, { reportId });
  const id = await run(openCommuneReport, cast.hanh, { period: '2026-10' });
  const { sections } = await read(cast.hanh, async (ctx) =>
    communeContentOf(ctx, await getCommuneReport(ctx, id)),
  );
  expect(textsOf(sections).obstacles?.split('\n')).toEqual([
    'Trong tháng ghi nhận 04 khó khăn, vướng mắc; đã giải quyết 01 khó khăn, vướng mắc; đến cuối kỳ còn 03 khó khăn, vướng mắc chưa giải quyết, trong đó 01 quá hạn.',
    '- Phần mềm chậm (chưa rõ số hộ; nêu ngày 26/10/2026): chưa có người nhận xử lý, hạn 10/11/2026',
    '- Ấp Mẫu 1: Sóng yếu ở cuối ấp (12 hộ; nêu ngày 05/10/2026): chưa có người nhận xử lý, quá hạn 19 ngày',
    '- Ấp Mẫu 2: Thiếu chỗ ngồi (chưa rõ số hộ; nêu ngày 25/10/2026): chưa có người nhận xử lý, hạn 01/11/2026',
    '- Ấp Mẫu 1: Chợ ấp thiếu Wi-Fi (chưa rõ số hộ; nêu ngày 10/10/2026): đã giải quyết ngày 20/10/2026: Đã lắp ở nhà lồng chợ; chờ người nêu xác nhận',
    '- Ấp Mẫu 1: Đường vào ấp ngập',
  ]);
});
