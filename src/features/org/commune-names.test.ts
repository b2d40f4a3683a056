import { beforeEach, expect, test } from 'vitest';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { composeContent } from '#features/reports/queries/report-content.server.ts';
import { layGroundFor, settleHomes } from '#features/reports/report-world.test-support.ts';
import { phoneBook } from '#features/sync/book.server.ts';
import type { Id } from '#shared/ids.ts';
import { problemOf } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { renameCommuneFrom } from './commands/commune-names.server.ts';
import { renameHamletFrom } from './commands/hamlet-names.server.ts';
import { getCommune, listTeams } from './queries.server.ts';

const world = useWorld();
beforeEach(() => layGroundFor(world()));

const titleOn = (day?: string) =>
  world().read(world().cast.hanh, async (ctx) => (await getCommune(ctx, day)).title);
const rename = (validFrom: string, more: object = {}) =>
  world().run(renameCommuneFrom, world().cast.hanh, {
    name: 'Long Kiến',
    type: 'phuong',
    validFrom,
    decision: 'Nghị quyết 39/2026/QH16',
    ...more,
  });

test('a commune’s new name begins on its day, in new papers and on phones; what is of before keeps the old one', async () => {
  const { run, read, cast, hamlets } = world();
  await settleHomes(world(), 'mau1', 2);
  const open = (period: string) => run(openReport, cast.tu, { hamletId: hamlets.mau1, period });
  const content = (id: Id) =>
    read(cast.tu, async (ctx) => {
      const report = await getReport(ctx, id);
      return report.snapshot ?? composeContent(ctx, report, { cutoffAt: ctx.now, sent: false });
    });
  const sent = await open('2026-09');
  await run(submitReport, cast.tu, { reportId: sent });
  const draft = await open('2026-10');
  const before = [await content(sent), await content(draft)];
  await rename('2026-11-10');
  expect([await content(sent), await content(draft)]).toEqual(before);
  expect(before.map(({ commune }) => commune.title)).toEqual(['xã Nhơn Mỹ', 'xã Nhơn Mỹ']);
  const november = await open('2026-11');
  expect((await content(november)).commune).toMatchObject({ name: 'Long Kiến', title: 'phường Long Kiến' });
  expect([await titleOn('2026-11-09'), await titleOn()]).toEqual(['xã Nhơn Mỹ', 'phường Long Kiến']);
  expect((await read(cast.lan, phoneBook)).book.communeName).toBe('Long Kiến');
});

test('a name of a later day waits; said again for the same day it is put right; none before a later one, none twice', async () => {
  await rename('2026-12-01');
  expect([await titleOn(), await titleOn('2026-12-01')]).toEqual(['xã Nhơn Mỹ', 'phường Long Kiến']);
  await rename('2026-12-01', { name: 'Long Kiên' });
  expect(await titleOn('2027-01-01')).toBe('phường Long Kiên');
  expect((await problemOf(rename('2026-11-01'))).fields).toHaveProperty('validFrom');
  expect((await problemOf(rename('2027-01-01', { name: 'Long Kiên' }))).fields).toHaveProperty('name');
});

test('a team that is called after its hamlet gets its name with it, where the form says so', async () => {
  const { run, read, cast, hamlets } = world();
  const teamName = () =>
    read(cast.hanh, async (ctx) => (await listTeams(ctx)).find((one) => one.hamletId === hamlets.mau1)?.name);
  const renamed = (validFrom: string, more: object) =>
    run(renameHamletFrom, cast.hanh, { hamletId: hamlets.mau1, validFrom, decision: null, ...more });
  await renamed('2026-11-10', { name: 'Ấp Hòa Bình', teamName: null });
  expect(await teamName()).toBe('Tổ Ấp Mẫu 1');
  await renamed('2026-11-20', { name: 'Ấp Hòa Bình Một', teamName: 'Tổ Ấp Hòa Bình Một' });
  expect(await teamName()).toBe('Tổ Ấp Hòa Bình Một');
});
