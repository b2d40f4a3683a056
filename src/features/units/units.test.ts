import { beforeEach, describe, expect, test } from 'vitest';
import { listWaiting } from '#platform/feature.server.ts';
import { endMember } from '#features/org/commands/teams.server.ts';
import type { Id } from '#shared/ids.ts';
import { problemOf } from '#tests/visit-world.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import { declarePioneers } from './commands/declare-pioneers.server.ts';
import { endStaff, nameStaff } from './commands/keep-staff.server.ts';
import { endUnit, keepUnit } from './commands/keep-unit.server.ts';
import { declarationsOf, pioneersAsOf, pioneerTable } from './queries/pioneers.server.ts';
import { possibleStaff, staffOf } from './queries/staff.server.ts';
import { getUnit, listUnits } from './queries/units.server.ts';

/** The plan's III.3–III.5: organisations, units and schools have people, work and figures of their own (R63–R67). */
const world = useWorld();
let youth: Id;

beforeEach(async () => {
  youth = await keep('Đoàn TNCS Hồ Chí Minh xã', {
    kind: 'mass_organization',
    accountIds: [world().cast.doan.accountId],
    pioneers: 'yes',
  });
});

const keep = (name: string, more: object = {}) =>
  world().run(keepUnit, world().cast.hanh, { name, kind: 'school', startedOn: '01/09/2026', ...more });
const at = (moment: string) => (world().now = new Date(moment));
const names = async (who: CastName) =>
  (await world().read(world().cast[who], (ctx) => listUnits(ctx))).map(({ name }) => name);
const declare = (who: CastName, more: object = {}) =>
  world().run(declarePioneers, world().cast[who], {
    unitId: youth,
    month: '2026-11',
    staff: 10,
    vneid: 9,
    services: 6,
    ...more,
  });
const tiles = async (who: CastName) =>
  (await world().read(world().cast[who], listWaiting))
    .filter(({ key }) => key.startsWith('pioneers'))
    .map(({ key, count, tone, href }) => ({ key, count, tone, href }));

describe('a unit', () => {
  test('is seen by its own people and by who reads the whole commune, and by nobody else', async () => {
    const { cast, read } = world();
    await keep('Trường THCS Mẫu');
    const both = ['Đoàn TNCS Hồ Chí Minh xã', 'Trường THCS Mẫu'];
    for (const who of ['hanh', 'tam', 'minh', 'dung'] as const) expect(await names(who)).toEqual(both);
    expect(await names('doan')).toEqual(['Đoàn TNCS Hồ Chí Minh xã']);
    for (const who of ['loan', 'lan', 'tu', 'thu', 'quay', 'phuc', 'quan', 'nga', 'la'] as const) {
      expect(await names(who)).toEqual([]);
      expect((await problemOf(read(cast[who], (ctx) => getUnit(ctx, youth)))).code).toBe('not_found');
    }
  });

  test('has a name of its own, keeps its account’s day when nothing is said, and shows who may be called while it is one', async () => {
    const { cast, run, read } = world();
    expect((await problemOf(keep('đoàn tncs hồ chí minh XÃ'))).fields['name']).toBeTruthy();
    expect((await problemOf(keep('Trường', { startedOn: '25/11/2026' }))).fields['startedOn']).toBeTruthy();
    const school = await keep('Trường Tiểu học A', { contactName: 'Cô Mẫu', contactPhone: '0912 345 678' });
    await run(keepUnit, cast.hanh, {
      unitId: school,
      name: 'Trường Tiểu học A',
      kind: 'school',
      contactName: 'Cô Mẫu',
    });
    expect(await read(cast.hanh, (ctx) => getUnit(ctx, school))).toMatchObject({
      startedOn: '2026-09-01',
      contactName: 'Cô Mẫu',
      contactPhone: null,
    });
    const end = (endedOn: string) => run(endUnit, cast.hanh, { unitId: school, endedOn });
    expect((await problemOf(end('31/08/2026'))).fields['endedOn']).toContain('01/09/2026');
    expect((await problemOf(end('25/11/2026'))).fields['endedOn']).toBeTruthy();
    await end('20/11/2026');
    expect(await read(cast.hanh, (ctx) => getUnit(ctx, school))).toMatchObject({
      endedOn: '2026-11-20',
      contactName: null,
    });
    expect(await names('hanh')).toEqual(['Đoàn TNCS Hồ Chí Minh xã']);
    expect((await problemOf(end('21/11/2026'))).code).toBe('state.conflict');
    expect(
      (await problemOf(run(nameStaff, cast.hanh, { unitId: school, memberIds: [cast.lan.memberId] }))).code,
    ).toBe('state.conflict');
    // The name is free again.
    await keep('Trường Tiểu học A');
  });
});

describe('staff of a unit in the teams (R67)', () => {
  const staff = async (who: CastName = 'doan') =>
    (await world().read(world().cast[who], (ctx) => staffOf(ctx, youth))).map(({ name, hamletName }) => [
      name,
      hamletName,
    ]);

  test('are members of the teams, said by the unit itself or the office, and counted once', async () => {
    const { cast, run, read } = world();
    const free = await read(cast.doan, (ctx) => possibleStaff(ctx, youth));
    expect(free.map(({ name }) => name)).toContain('Nguyễn Thị Lan');
    const lan = { unitId: youth, memberIds: [cast.lan.memberId] };
    await run(nameStaff, cast.doan, { ...lan, memberIds: [cast.lan.memberId, cast.binh.memberId] });
    await run(nameStaff, cast.hanh, lan);
    expect(await staff()).toEqual([
      ['Nguyễn Thị Lan', 'Ấp Mẫu 1'],
      ['Trần Văn Bình', 'Ấp Mẫu 2'],
    ]);
    expect((await read(cast.doan, (ctx) => getUnit(ctx, youth))).staff).toBe(2);
    expect((await read(cast.doan, (ctx) => possibleStaff(ctx, youth))).map(({ name }) => name)).not.toContain(
      'Nguyễn Thị Lan',
    );
    expect((await problemOf(run(nameStaff, cast.doan, { unitId: youth, memberIds: [] }))).code).toBe(
      'input.invalid',
    );
    expect((await problemOf(run(nameStaff, cast.doan, { unitId: youth, memberIds: [youth] }))).code).toBe(
      'input.invalid',
    );
    expect((await problemOf(run(nameStaff, cast.tam, lan))).code).toBe('not_allowed');
    await run(endStaff, cast.doan, { unitId: youth, memberId: cast.binh.memberId });
    await run(endStaff, cast.doan, { unitId: youth, memberId: cast.binh.memberId });
    expect(await staff()).toEqual([['Nguyễn Thị Lan', 'Ấp Mẫu 1']]);
  });

  test('who leaves the team is of its staff there no more', async () => {
    const { cast, run, read } = world();
    await run(nameStaff, cast.doan, { unitId: youth, memberIds: [cast.lan.memberId] });
    await run(endMember, cast.hanh, { memberId: cast.lan.memberId, endedOn: '2026-11-24' });
    expect(await staff()).toEqual([]);
    expect((await read(cast.doan, (ctx) => getUnit(ctx, youth))).staff).toBe(0);
  });
});

describe('pioneers (R64)', () => {
  const table = (month = '2026-11', who: CastName = 'hanh') =>
    world().read(world().cast[who], (ctx) => pioneerTable(ctx, month));

  test('are declared by the unit; who has not is in the table with nothing, and its people are not in the rate', async () => {
    const school = await keep('Trường THCS Mẫu', { pioneers: 'yes' });
    await keep('Trạm Y tế xã', { kind: 'health_station' });
    await declare('doan');
    const now = await table();
    expect(now.rows.map(({ name, declared }) => [name, declared?.staff ?? null])).toEqual([
      ['Đoàn TNCS Hồ Chí Minh xã', 10],
      ['Trường THCS Mẫu', null],
    ]);
    expect(now).toMatchObject({
      units: 2,
      declared: 1,
      totals: {
        vneid: { reached: 9, staff: 10, units: 1 },
        services: { reached: 6, staff: 10, units: 1 },
        ePayment: { reached: 0, staff: null, units: 0 },
      },
    });
    // Typed in by the officer, with where it is from; the head of the office and others do not.
    expect((await problemOf(declare('hanh', { unitId: school }))).fields['source']).toBeTruthy();
    await declare('hanh', { unitId: school, staff: 40, vneid: 20, source: 'Tin nhắn ngày 23/11/2026' });
    expect((await table()).totals.vneid).toEqual({ reached: 29, staff: 50, units: 2 });
    expect((await problemOf(declare('tam'))).code).toBe('not_allowed');
    expect((await problemOf(declare('loan'))).code).toBe('not_found');
    for (const who of ['doan', 'loan', 'phuc', 'quan'] as const)
      expect((await problemOf(table('2026-11', who))).code).toBe('not_found');
  });

  test('a correction stands, the row before it is kept, and what was written down by a moment stays what it was', async () => {
    const { cast, read } = world();
    await declare('doan');
    const then = world().now;
    at('2026-11-26T02:00:00Z');
    await declare('doan', { vneid: 10 });
    await declare('doan', { vneid: 10 });
    const before = await read(cast.hanh, (ctx) => pioneersAsOf(ctx, '2026-11', then));
    expect(before.rows[0]?.declared).toMatchObject({ vneid: 9, ePayment: null });
    expect((await table()).rows[0]?.declared).toMatchObject({ vneid: 10 });
    expect(await read(cast.doan, (ctx) => declarationsOf(ctx, youth))).toMatchObject([
      { month: '2026-11', vneid: 10, declarerName: 'Châu Văn Đoàn' },
    ]);
  });

  test('not of a month ahead or before the unit was one, and not by a unit that nobody asks', async () => {
    expect((await problemOf(declare('doan', { month: '2026-12' }))).fields['month']).toBeTruthy();
    expect((await problemOf(declare('doan', { month: '2026-08' }))).fields['month']).toBeTruthy();
    await world().run(keepUnit, world().cast.hanh, {
      unitId: youth,
      name: 'Đoàn xã',
      accountIds: [world().cast.doan.accountId],
    });
    expect((await problemOf(declare('doan'))).message).toContain('không phải khai');
    expect((await table()).rows).toEqual([]);
  });

  test('wait from the first of the next month, late after the 10th, for the unit and for who asks it', async () => {
    await keep('Trường THCS Mẫu', { pioneers: 'yes' });
    // Asked since November: October is owed by nobody.
    expect(await tiles('doan')).toEqual([]);
    at('2026-12-01T02:00:00Z');
    const own = { key: 'pioneers own', count: 1, href: `/don-vi/${youth}/tien-phong?thang=2026-11` };
    const missing = { key: 'pioneers missing', tone: 'warm', href: '/don-vi/tien-phong?thang=2026-11' };
    expect(await tiles('doan')).toEqual([{ ...own, tone: 'warm' }]);
    at('2026-12-11T02:00:00Z');
    expect(await tiles('doan')).toEqual([{ ...own, tone: 'hot' }]);
    expect(await tiles('hanh')).toEqual([{ ...missing, count: 2 }]);
    await declare('doan');
    expect(await tiles('doan')).toEqual([]);
    expect(await tiles('hanh')).toEqual([{ ...missing, count: 1 }]);
    for (const who of ['tam', 'minh', 'loan', 'lan', 'phuc'] as const) expect(await tiles(who)).toEqual([]);
  });
});
