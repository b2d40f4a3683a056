import { beforeEach, describe, expect, test } from 'vitest';
import { productActor } from '#platform/commands/actor.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { readXlsx } from '#platform/sheet/read-xlsx.server.ts';
import type { Id } from '#shared/ids.ts';
import { acceptReport, lockReport } from '#features/reports/commands/decide-report.server.ts';
import {
  approveAsLeader,
  approveForOffice,
} from '#features/reports/commands/approve-commune-report.server.ts';
import { openCommuneReport } from '#features/reports/commands/draft-commune-report.server.ts';
import {
  issueCommuneReport,
  numberCommuneReport,
} from '#features/reports/commands/register-commune-report.server.ts';
import { keepSignedFile } from '#features/reports/commands/keep-signed-file.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { layGroundFor, problemOf, settleHomes, visit } from '#features/reports/report-world.test-support.ts';
import { commune, useWorld, type CastName } from '#tests/world.ts';
import { exportIndicators } from './commands/export-indicators.server.ts';
import { addIndicator, changeIndicator, endIndicator } from './commands/keep-indicator.server.ts';
import { seedDefaultIndicators } from './commands/seed-default-indicators.server.ts';
import { indicatorValues } from './model/evidence.ts';
import { evidenceOf, findEvidence } from './queries/evidence.server.ts';
import { listIndicators } from './queries/indicators.server.ts';

/** October: ấp Mẫu 1 guided two people in the public service portal, and its report is accepted; ấp Mẫu 2 has only sent; ấp Mẫu 3 nothing. */
const world = useWorld();
const reports = new Map<'tu' | 'sau', Id>();

const seed = () =>
  world().database.transaction({ commune }, (tx) =>
    seedDefaultIndicators(writeContext(tx, { actor: productActor(commune), now: world().now })),
  );

beforeEach(async () => {
  await layGroundFor(world());
  const { cast, run, hamlets } = world();
  const homes = await settleHomes(world(), 'mau1', 3);
  for (const home of homes.slice(0, 2))
    await visit(world(), cast.lan, home, '2026-10-14', {
      guidances: [{ residentId: home.people[0], platform: 'dvc', outcome: 'practised' }],
    });
  // Guided in September: not in the period.
  const [, , third] = homes;
  if (third)
    await visit(world(), cast.lan, third, '2026-09-14', {
      guidances: [{ residentId: third.people[0], platform: 'dvc', outcome: 'practised' }],
    });
  await settleHomes(world(), 'mau2', 2);
  world().now = new Date('2026-11-09T02:00:00Z');
  for (const [who, hamletId] of [
    ['tu', hamlets.mau1],
    ['sau', hamlets.mau2],
  ] as const) {
    const reportId = await run(openReport, cast[who], { hamletId, period: '2026-10' });
    await run(submitReport, cast[who], { reportId });
    reports.set(who, reportId);
  }
  await run(acceptReport, cast.hanh, { reportId: reports.get('tu') });
  world().now = new Date('2026-11-11T02:00:00Z');
  await seed();
});

const october = (who: CastName = 'hanh') =>
  world().read(world().cast[who], async (ctx) => {
    const evidence = await evidenceOf(ctx, '2026-10');
    return { evidence, values: indicatorValues(await listIndicators(ctx), evidence) };
  });
const valuesOf = async (who: CastName = 'hanh') =>
  (await october(who)).values.map(({ indicator, value }) => [indicator.code, value]);
const share = {
  indicatorCode: 'TL01',
  name: 'Tỷ lệ hộ được tuyên truyền',
  unit: '%',
  numerator: 'households_informed',
  counting: 'cumulative',
  denominator: 'households',
  source: 'Công văn số 744/UBND-KGVX ngày 06/3/2026',
  points: '0,5',
  validFrom: '2026-01-01',
};
const json = async (period = '2026-10', who: CastName = 'hanh') => {
  const file = await world().run(exportIndicators, world().cast[who], { period, format: 'json' });
  return JSON.parse(Buffer.from(file.bytes).toString('utf8')) as {
    from: Record<string, unknown>;
    indicators: Record<string, unknown>[];
  };
};

describe('what a period’s reports say', () => {
  test('only accepted reports count; what nobody collects is null; who has not reported is named', async () => {
    expect(await valuesOf()).toEqual([
      ['CT01', 3],
      ['CT02', null],
      ['CT12', 2],
      ['CT13', 2],
    ]);
    await world().run(acceptReport, world().cast.hanh, { reportId: reports.get('sau') });
    expect(await valuesOf()).toEqual([
      ['CT01', 5],
      ['CT02', null],
      ['CT12', 4],
      ['CT13', 2],
    ]);
    expect((await json()).from).toEqual({
      kind: 'accepted',
      number: null,
      datedOn: null,
      asOf: '2026-11-09',
      missingHamlets: ['Ấp Mẫu 3'],
    });
    // Locked, because the commune's own report was made of it: the same.
    await world().run(lockReport, world().cast.hanh, { reportId: reports.get('sau') });
    expect((await valuesOf())[0]).toEqual(['CT01', 5]);
  });

  test('a share has its parts, in percent; without a whole it is not known', async () => {
    const { cast, run } = world();
    await run(addIndicator, cast.hanh, share);
    await run(addIndicator, cast.hanh, {
      ...share,
      indicatorCode: 'TL02',
      numerator: 'people_14_vneid',
      denominator: 'people_14',
      points: '',
    });
    const values = (await json()).indicators;
    expect(values.find((one) => one['code'] === 'TL01')).toMatchObject({
      numerator: 3,
      denominator: 3,
      value: 100,
      unit: '%',
      points: 0.5,
      reportRow: 'B2',
      source: share.source,
    });
    const file = await run(exportIndicators, cast.hanh, { period: '2026-10', format: 'xlsx' });
    expect(file.name).toBe('Chỉ số tháng 10-2026 - xã Nhơn Mỹ.xlsx');
    const [sheet] = await readXlsx(Buffer.from(file.bytes));
    const row = (code: string) => sheet?.rows.find((cells) => cells[0] === code);
    expect(row('CT02')?.slice(0, 6)).toEqual(['CT02', 'Tổng số nhân khẩu', 'người', '—', '—', null]);
    expect(row('TL01')?.slice(3, 6)).toEqual([100, 3, 3]);
    expect(sheet?.rows.at(-1)?.[1]).toBe('Chưa có báo cáo, không ước tính: Ấp Mẫu 2, Ấp Mẫu 3');
    const again = await run(exportIndicators, cast.hanh, { period: '2026-10', format: 'xlsx' });
    expect(Buffer.compare(Buffer.from(file.bytes), Buffer.from(again.bytes))).toBe(0);
    const csv = await run(exportIndicators, cast.hanh, { period: '2026-10', format: 'csv' });
    expect(Buffer.from(csv.bytes).toString('utf8')).toContain('CT01;Tổng số hộ dân;hộ;3;3;;B1;');
  });

  test('once the commune’s report is issued it counts, under its number, and the province reads it too', async () => {
    const { cast, run, read } = world();
    expect((await problemOf(october('phuc'))).code).toBe('not_found');
    expect(await read(cast.phuc, (ctx) => findEvidence(ctx, '2026-10'))).toBeNull();
    const reportId = await run(openCommuneReport, cast.hanh, { period: '2026-10' });
    await run(approveForOffice, cast.tam, { reportId });
    await run(approveAsLeader, cast.minh, { reportId });
    await run(numberCommuneReport, cast.thu, {
      reportId,
      officeNumber: '15/BC-VHXH',
      officeDatedOn: '2026-11-11',
      communeNumber: '212/BC-UBND',
      communeDatedOn: '2026-11-11',
    });
    for (const document of ['office', 'commune'])
      await run(keepSignedFile, cast.thu, {
        reportId,
        document,
        name: 'bc.pdf',
        bytes: Buffer.from('%PDF-1.7'),
      });
    // Accepted after it was approved: not in what left the house.
    await run(acceptReport, cast.hanh, { reportId: reports.get('sau') });
    expect((await october()).evidence.kind).toBe('accepted');
    await run(issueCommuneReport, cast.thu, { reportId });
    expect((await valuesOf('phuc'))[0]).toEqual(['CT01', 3]);
    expect((await json('2026-10', 'phuc')).from).toEqual({
      kind: 'issued',
      number: '212/BC-UBND',
      datedOn: '2026-11-11',
      asOf: '2026-11-11',
      missingHamlets: ['Ấp Mẫu 2', 'Ấp Mẫu 3'],
    });
    const events = await read(cast.hanh, (ctx) =>
      ctx.tx
        .selectFrom('events')
        .select(['actor_id', 'subject_id', 'data'])
        .where('name', '=', 'commune_report.exported')
        .execute(),
    );
    expect(events).toEqual([
      {
        actor_id: cast.phuc.accountId,
        subject_id: reportId,
        data: { period: '2026-10', hamlets: 1, format: 'json', what: 'indicators' },
      },
    ]);
  });

  test('are not asked of a thematic report, which has a form and days of its own', async () => {
    expect((await problemOf(json('2026-C01'))).code).toBe('not_found');
  });

  test('is not for who reads no reports of the commune', async () => {
    for (const who of ['tu', 'lan', 'loan', 'quan'] as const)
      expect([who, (await problemOf(json('2026-10', who))).code]).toEqual([who, 'not_found']);
  });
});

describe('cô Hạnh keeps the catalogue', () => {
  const ct12 = async () => {
    const all = await world().read(world().cast.hanh, listIndicators);
    return all.filter((one) => one.code === 'CT12');
  };

  test('a code means something else from a day on, and what was measured before stays', async () => {
    const { cast, run } = world();
    const [before] = await ct12();
    await run(changeIndicator, cast.hanh, {
      indicatorId: before?.id,
      name: 'Nữ thành viên Tổ',
      unit: 'người',
      numerator: 'members_women',
      source: 'Công văn mới',
      validFrom: '2026-11-01',
    });
    expect((await ct12()).map(({ name, validFrom, validTo }) => [name, validFrom, validTo])).toEqual([
      ['Nữ thành viên Tổ', '2026-11-01', null],
      ['Thành viên Tổ công nghệ số cộng đồng', '2026-01-01', '2026-10-31'],
    ]);
    expect((await valuesOf()).find(([code]) => code === 'CT12')).toEqual(['CT12', 2]);
    const [, old] = await ct12();
    const late = run(endIndicator, cast.hanh, { indicatorId: old?.id, validTo: '2026-12-31' });
    expect((await problemOf(late)).code).toBe('state.conflict');
  });

  test('from the very day on which it begins a change corrects it; an earlier day is refused with words', async () => {
    const { cast, run } = world();
    const [before] = await ct12();
    const change = {
      indicatorId: before?.id,
      name: 'Thành viên Tổ CNSCĐ',
      unit: 'người',
      numerator: 'members',
      source: 'x',
    };
    await run(changeIndicator, cast.hanh, { ...change, validFrom: '2026-01-01' });
    expect((await ct12()).map(({ name }) => name)).toEqual(['Thành viên Tổ CNSCĐ']);
    const early = run(changeIndicator, cast.hanh, { ...change, validFrom: '2025-12-31' });
    expect((await problemOf(early)).fields['validFrom']).toContain('01/01/2026');
  });

  test('ends a code: it is gone from later periods and may come again', async () => {
    const { cast, run } = world();
    const [before] = await ct12();
    await run(endIndicator, cast.tam, { indicatorId: before?.id, validTo: '2026-09-30' });
    expect((await valuesOf()).map(([code]) => code)).toEqual(['CT01', 'CT02', 'CT13']);
    const again = { ...share, indicatorCode: 'CT12' };
    const taken = run(addIndicator, cast.hanh, { ...again, validFrom: '2026-09-30' });
    expect((await problemOf(taken)).fields['indicatorCode']).toContain('CT12');
    await run(addIndicator, cast.hanh, { ...again, validFrom: '2026-10-01' });
    expect((await valuesOf()).find(([code]) => code === 'CT12')).toEqual(['CT12', 100]);
  });

  test('hears what is wrong with what she typed', async () => {
    const { cast, run } = world();
    const wrong = async (more: object) =>
      (await problemOf(run(addIndicator, cast.hanh, { ...share, ...more }))).fields;
    expect(await wrong({ indicatorCode: 'CT01' })).toHaveProperty('indicatorCode');
    expect(await wrong({ indicatorCode: '=1+1' })).toHaveProperty('indicatorCode');
    expect(await wrong({ numerator: 'nothing_such' })).toHaveProperty('numerator');
    expect(await wrong({ numerator: '' })).toHaveProperty('numerator');
    expect(await wrong({ numerator: 'members', counting: 'period' })).toHaveProperty('counting');
    expect(await wrong({ points: 'mười' })).toHaveProperty('points');
    expect(await wrong({ source: ' ' })).toHaveProperty('source');
    for (const who of ['minh', 'thu', 'phuc', 'dung'] as const)
      expect([who, (await problemOf(run(addIndicator, cast[who], share))).code]).toEqual([
        who,
        'not_allowed',
      ]);
  });

  test('gets the first rows once, and not again after ending them all', async () => {
    const { cast, run, read } = world();
    for (const one of await read(cast.hanh, listIndicators))
      await run(endIndicator, cast.hanh, { indicatorId: one.id, validTo: '2026-01-01' });
    await seed();
    expect(await read(cast.hanh, listIndicators)).toHaveLength(4);
  });
});
