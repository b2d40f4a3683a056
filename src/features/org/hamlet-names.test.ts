import { expect, test } from 'vitest';
import { productActor } from '#platform/commands/actor.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { contentOf } from '#features/reports/queries/report-content.server.ts';
import { layGroundFor, settleHomes, visit } from '#features/reports/report-world.test-support.ts';
import { figuresAsOf } from '#features/targets/queries/figures-as-of.server.ts';
import type { Id } from '#shared/ids.ts';
import { inCommune, problemOf } from '#tests/visit-world.ts';
import { commune, useWorld } from '#tests/world.ts';
import { renameHamlet } from './commands/hamlets.server.ts';
import { renameHamletFrom, takeNamesOfToday } from './commands/hamlet-names.server.ts';
import { hamletNameOn } from './queries/hamlet-names.server.ts';
import { listHamlets } from './queries.server.ts';

const world = useWorld();
const nameNow = async () =>
  (await world().read(world().cast.hanh, listHamlets)).find((one) => one.id === world().hamlets.mau1)?.name;
const nameOn = (day: string) =>
  world().read(world().cast.hanh, (ctx) => hamletNameOn(ctx, world().hamlets.mau1, day));
const atNight = () =>
  inCommune(world(), (tx) =>
    takeNamesOfToday(writeContext(tx, { actor: productActor(commune), now: world().now })),
  );
const rename = (validFrom: string, name = 'Ấp Hòa Bình') =>
  world().run(renameHamletFrom, world().cast.hanh, {
    hamletId: world().hamlets.mau1,
    name,
    validFrom,
    decision: 'Nghị quyết 15/NQ-HĐND',
  });

test('a name waits for its day, is taken in the night before it is read, and each day keeps its own', async () => {
  const here = world();
  await rename('2026-12-01');
  await atNight();
  expect(await nameNow()).toBe('Ấp Mẫu 1');
  here.now = new Date('2026-11-30T17:05:00Z');
  await atNight();
  expect(await nameNow()).toBe('Ấp Hòa Bình');
  expect([await nameOn('2026-11-30'), await nameOn('2026-12-01'), await nameOn('2020-01-01')]).toEqual([
    'Ấp Mẫu 1',
    'Ấp Hòa Bình',
    'Ấp Hòa Bình',
  ]);
  await atNight();
  const told = await inCommune(here, (tx) =>
    tx.selectFrom('events').select('name').where('subject', '=', 'hamlet').orderBy('id').execute(),
  );
  expect(told.map((one) => one.name)).toEqual(['hamlet.rename_planned', 'hamlet.renamed']);
});

test('figures and reports of the past read the same before and after a hamlet is renamed', async () => {
  const here = world();
  const { run, read, cast, hamlets } = here;
  await layGroundFor(here);
  const [home] = await settleHomes(here, 'mau1', 3);
  if (!home) throw new Error('no home');
  await visit(here, cast.lan, home, '2026-10-12');
  const openAndRead = async (id: Id) =>
    read(cast.tu, async (ctx) => contentOf(ctx, await getReport(ctx, id)));
  const sent = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-09' });
  await run(submitReport, cast.tu, { reportId: sent });
  const draft = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  const past = async () => ({
    sent: await openAndRead(sent),
    draft: await openAndRead(draft),
    october: await read(cast.hanh, (ctx) =>
      figuresAsOf(ctx, { hamletId: null, day: '2026-10-31', cutoffAt: new Date('2026-11-01T00:00:00Z') }),
    ),
  });
  const before = await past();
  expect([before.sent.hamlet.name, before.draft.hamlet.name]).toEqual(['Ấp Mẫu 1', 'Ấp Mẫu 1']);
  await rename('2026-11-10');
  expect(await nameNow()).toBe('Ấp Hòa Bình');
  expect(await past()).toEqual(before);
  const november = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-11' });
  expect((await openAndRead(november)).hamlet.name).toBe('Ấp Hòa Bình');
});

test('no two hamlets of one name, no name before the hamlet or before a later one; a misspelt one is put right', async () => {
  const { run, cast, hamlets } = world();
  expect((await problemOf(rename('2026-12-01', 'ấp mẫu 2'))).code).toBe('duplicate');
  expect((await problemOf(rename('2025-07-01'))).fields).toHaveProperty('validFrom');
  await rename('2027-01-01');
  const same = run(renameHamletFrom, cast.hanh, {
    hamletId: hamlets.mau2,
    name: 'Ấp Hòa Bình',
    validFrom: '2027-01-01',
  });
  expect((await problemOf(same)).code).toBe('duplicate');
  expect((await problemOf(rename('2026-12-15', 'Ấp Khác'))).fields).toHaveProperty('validFrom');
  // Said again for the same day it replaces what was said.
  await rename('2027-01-01', 'Ấp Hoà Bình Một');
  await run(renameHamlet, cast.hanh, { hamletId: hamlets.mau1, name: 'Ấp Mẫu Một' });
  expect([await nameOn('2026-06-01'), await nameOn('2027-02-01')]).toEqual(['Ấp Mẫu Một', 'Ấp Hoà Bình Một']);
});
