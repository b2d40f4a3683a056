import { expect, test } from 'vitest';
import { problemOf } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { checkSample, drawSample } from './commands/keep-sample.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { submitReport } from './commands/submit-report.server.ts';
import { agreementOf } from './model/sample.ts';
import { reportSample } from './queries/report-sample.server.ts';
import { sampleAgreement } from './queries/sample-agreement.server.ts';
import { layGroundFor, settleHomes, visit } from './report-world.test-support.ts';

/** R97: how far what was written down agrees with what was found at the door, by hamlet and by person. */
const world = useWorld();

test('of those who could be asked, as many percent as said the same; with fewer than five nothing is said', () => {
  expect(agreementOf({ confirmed: 4, differs: 0, notMet: 9 })).toBeNull();
  expect(agreementOf({ confirmed: 4, differs: 1, notMet: 9 })).toBe(80);
  expect(agreementOf({ confirmed: 0, differs: 5, notMet: 0 })).toBe(0);
});

test('cô Hạnh sees the answers of the hamlet and of each who wrote; nobody whose visits they are does', async () => {
  const { cast, run, read, hamlets } = world();
  await layGroundFor(world());
  world().now = new Date('2026-10-20T02:00:00Z');
  const reportId = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  const homes = await settleHomes(world(), 'mau1', 7);
  for (const [index, home] of homes.entries())
    await visit(world(), index < 5 ? cast.lan : cast.tu, home, '2026-10-14');
  world().now = new Date('2026-11-09T02:00:00Z');
  await run(submitReport, cast.tu, { reportId });
  await run(drawSample, cast.hanh, { reportId, count: 7 });
  const drawn = await read(cast.hanh, (ctx) => reportSample(ctx, reportId));
  const lans = drawn.filter(({ by }) => by === 'Nguyễn Thị Lan');
  const [tus] = drawn.filter(({ by }) => by === 'Lê Văn Tư');
  // Of chị Lan's five one differs; of chú Tư's two one had nobody at home, and one was never asked.
  for (const [index, { id: sampleId }] of lans.entries())
    await run(checkSample, cast.hanh, { sampleId, result: index === 0 ? 'differs' : 'confirmed' });
  await run(checkSample, cast.hanh, { sampleId: tus?.id, result: 'not_met' });
  const found = await read(cast.hanh, (ctx) => sampleAgreement(ctx, '2026-01-01'));
  expect(found.hamlets).toMatchObject([{ hamlet: 'Ấp Mẫu 1', confirmed: 4, differs: 1, notMet: 1 }]);
  expect(
    Object.fromEntries(
      found.people.map(({ person, confirmed, differs, notMet }) => [person, [confirmed, differs, notMet]]),
    ),
  ).toEqual({ 'Lê Văn Tư': [0, 0, 1], 'Nguyễn Thị Lan': [4, 1, 0] });
  expect((await read(cast.hanh, (ctx) => sampleAgreement(ctx, '2026-10-15'))).hamlets).toEqual([]);
  for (const who of [cast.tu, cast.lan, cast.tam, cast.minh, cast.quan, cast.phuc])
    expect((await problemOf(read(who, (ctx) => sampleAgreement(ctx, '2026-01-01')))).code).toBe('not_found');
});
