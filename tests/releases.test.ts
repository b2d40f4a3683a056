import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, startOf } from '#shared/calendar.ts';
import { fieldCommands } from '#features/sync/field-commands.server.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import { appVersion } from '../src/field/app-version.ts';
import { MemberStore } from '../src/field/store/member-store.ts';
import { layDown, type KeptStore } from '../scripts/keep-release/kept-store.ts';
import { insertPlan } from '#features/plans/commands.server.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { seedDefaultTargets } from '#features/targets/commands/seed-default-targets.server.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { settlePhone } from './phone-world.ts';
import { settleCatalogue } from './visit-world.ts';
import { commune, useWorld } from './world.ts';

/**
 * Phones of every release that there was come back after two months, to today's app and today's server (F20, law 9).
 * What a release held is kept by scripts/keep-release.ts.
 */
const world = useWorld();
const folder = join(import.meta.dirname, 'releases');
const releases = readdirSync(folder).map((version): [string, KeptStore] => [
  version,
  JSON.parse(readFileSync(join(folder, version, 'store.json'), 'utf8')),
]);
const operationsOf = (store: KeptStore) => store.operations.map(({ opId, seq }) => ({ opId, seq }));

describe.each(releases)('a phone of release %s', (version, kept) => {
  it('keeps all that was not sent, its households and what was begun, when the app is updated', async () => {
    const vault = await layDown(kept);
    const store = await MemberStore.open(vault, { clock: () => Date.parse('2027-01-23T02:00:00Z') });
    expect(kept.appVersion).toBe(version);
    expect((await store.outbox()).map(({ opId, seq }) => ({ opId, seq }))).toEqual(operationsOf(kept));
    expect(await store.outbox()).toEqual(kept.operations);
    expect(store.meta).toMatchObject({ token: 'mã của máy', book: { book: { communeName: 'xã Nhơn Mỹ' } } });
    expect((await store.homes()).map((home) => home.people.map((person) => person.fullName))).toEqual([
      ['Nguyễn Văn Ba', 'Nguyễn Thị Tám'],
    ]);
    expect(await store.draft('hop')).toMatchObject({ typed: { note: 'đang ghi dở' } });
    const next = await store.record({
      command: 'visit.record',
      scope: kept.hamletId,
      household: null,
      input: {},
      base: null,
    });
    expect(next.seq).toBe(kept.operations.length + 1);
    store.close();
  });

  it('is understood by today’s server sixty days later: each thing is written, on its day', async () => {
    const here = world();
    const { hamlets, cast } = here;
    await settleCatalogue(here);
    await here.database.transaction({ commune }, async (tx) => {
      const ctx = writeContext(tx, { actor: cast.hanh, now: new Date('2026-01-05T01:00:00Z') });
      await seedDefaultTargets(ctx, await insertPlan(ctx, planNhonMy2026));
    });
    const first = kept.operations[0]?.at ?? '';
    here.now = new Date(startOf(addDays(dayOf(new Date(first)), 60)));
    const phone = await settlePhone(here, 'tu');
    // The invented hamlet and member are those of this test.
    const told: Operation[] = JSON.parse(
      JSON.stringify(kept.operations)
        .replaceAll(kept.hamletId, hamlets.mau1)
        .replaceAll(kept.memberId, cast.lan.memberId ?? ''),
    );
    const { results } = await phone.push(...told);
    expect(results.map(({ outcome }, index) => [told[index]?.command, outcome])).toEqual(
      told.map(({ command }) => [command, { status: 'ok' }]),
    );
    const visits = await here.database.transaction({ commune }, (tx) =>
      tx.selectFrom('visits').select('visited_on').distinct().execute(),
    );
    expect(visits).toEqual([{ visited_on: dayOf(new Date(first)) }]);
  });
});

/** They are of the office's pages, or move things between households that a day's work does not have. */
const notInTheDay = ['household.move', 'resident.move', 'household.name_responsible'];

/** Rooms that phones have learned since the release that was kept last; the next one is kept with them in its day. */
const learnedSince = [
  'task.move',
  'task.tick',
  'obstacle.raise',
  'obstacle.move',
  'class.mark_attendance',
  'support.ask',
  'support.assign',
  'support.schedule',
  'support.finish',
  'support.end',
  'support.rate',
  'business.record_step',
];

describe('what is kept', () => {
  it('tells once each thing that a phone of today can tell', () => {
    const today = releases.find(([version]) => version === appVersion)?.[1];
    const told = new Set([
      ...(today?.operations ?? []).map(({ command }) => command),
      ...notInTheDay,
      ...learnedSince,
    ]);
    expect([...fieldCommands.keys()].filter((command) => !told.has(command))).toEqual([]);
  });
});
