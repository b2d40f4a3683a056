import { beforeEach, describe, expect, test } from 'vitest';
import { readCsv } from '#platform/sheet/read-csv.server.ts';
import type { Id } from '#shared/ids.ts';
import { acceptReport } from '#features/reports/commands/decide-report.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { layGroundFor, problemOf, settleHomes, visit } from '#features/reports/report-world.test-support.ts';
import { commune, useWorld, type CastName } from '#tests/world.ts';
import { exportMapped } from './commands/export-mapped.server.ts';
import { importMappings } from './commands/import-mappings.server.ts';
import { addIndicator, endIndicator } from './commands/keep-indicator.server.ts';
import { keepMapping, removeMapping } from './commands/keep-mapping.server.ts';
import { addReportingSystem, changeReportingSystem } from './commands/keep-reporting-system.server.ts';
import { mappingRows } from './import/mapping-rows.server.ts';
import { file as fileWords } from './mapping-words.ts';
import { mappingFile } from './queries/mapping-file.server.ts';
import { listMappings } from './queries/mappings.server.ts';

/**
 * The figures of October in the codes of another system (integrations 5(c), 5(h)). Ấp Mẫu 1 has three households, of which two were
 * met, and its report is accepted; the others have none. CT01 households, CT12 members, TL01 the share of households met; nobody
 * counts CT02.
 */
const world = useWorld();
let systemId: Id;
const indicator = {
  unit: 'hộ',
  counting: 'cumulative',
  source: 'Công văn số 744/UBND-KGVX ngày 06/3/2026',
  validFrom: '2026-01-01',
};

beforeEach(async () => {
  await layGroundFor(world());
  const { cast, run, hamlets } = world();
  const homes = await settleHomes(world(), 'mau1', 3);
  for (const home of homes.slice(0, 2)) await visit(world(), cast.lan, home, '2026-10-14');
  world().now = new Date('2026-11-09T02:00:00Z');
  const reportId = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  await run(submitReport, cast.tu, { reportId });
  await run(acceptReport, cast.hanh, { reportId });
  world().now = new Date('2026-11-11T02:00:00Z');
  for (const [indicatorCode, name, numerator, denominator] of [
    ['CT01', 'Tổng số hộ dân', 'households', ''],
    ['CT02', 'Tổng số nhân khẩu', '', ''],
    ['CT12', 'Thành viên Tổ', 'members', ''],
    ['TL01', 'Tỷ lệ hộ được tuyên truyền', 'households_informed', 'households'],
  ])
    await run(addIndicator, cast.hanh, { ...indicator, indicatorCode, name, numerator, denominator });
  systemId = await run(addReportingSystem, cast.hanh, {
    name: 'Kho số liệu tỉnh',
    shape: 'dhis2',
    orgUnit: 'AG30337',
    dataSet: 'TSmonthly01',
  });
});

const keep = (row: Record<string, unknown>, who: CastName = 'hanh') =>
  world().run(keepMapping, world().cast[who], { systemId, validFrom: '2026-01-01', ...row });
const rows = () => world().read(world().cast.hanh, (ctx) => listMappings(ctx, systemId));
const shortRows = async () =>
  (await rows()).map((row) => [row.indicatorCode, row.theirCode, row.validFrom, row.validTo]);
const exported = async (format: string, period = '2026-10', who: CastName = 'hanh') => {
  const file = await world().run(exportMapped, world().cast[who], { systemId, period, format });
  return { name: file.name, text: Buffer.from(file.bytes).toString('utf8') };
};
const events = async (name: string) =>
  world().database.transaction({ commune }, (tx) =>
    tx.selectFrom('events').select('data').where('name', '=', name).execute(),
  );

/** As the officer sends it: a CSV of Excel. */
const send = async (text: string) => {
  const given = await mappingRows(Buffer.from(`\ufeff${text}`), 'bang-ma.csv');
  return world().run(importMappings, world().cast.hanh, { systemId, rows: given });
};
const head =
  'Mã chỉ số;Mã ở hệ thống nhận;Tên ở hệ thống nhận;Đơn vị ở hệ thống nhận;Hệ số nhân;Từ ngày;Đến hết ngày';

describe('a month in the codes of another system', () => {
  test('has their code, name, unit and value by the factor; what is missing is named with its reason', async () => {
    await keep({
      indicatorCode: 'CT01',
      theirCode: 'HH-1',
      theirName: 'Số hộ',
      theirUnit: 'nghìn hộ',
      factor: '0,001',
    });
    await keep({ indicatorCode: 'CT02', theirCode: 'HH-2' });
    await keep({ indicatorCode: 'CT12', sent: 'no' });
    const { name, text } = await exported('csv');
    expect(name).toBe('Số liệu tháng 10-2026 - Kho số liệu tỉnh - xã Nhơn Mỹ.csv');
    const { sheet } = readCsv(Buffer.from(text));
    const cells = (theirs: string | null, ours: string) =>
      sheet.rows.find((row) => (row[0] ?? null) === theirs && row[4] === ours);
    expect(cells('HH-1', 'CT01')?.slice(0, 7)).toEqual([
      'HH-1',
      'Số hộ',
      '0,003',
      'nghìn hộ',
      'CT01',
      'Tổng số hộ dân',
      '0,001',
    ]);
    expect(cells('HH-2', 'CT02')?.[2]).toBe('—');
    expect(cells('HH-2', 'CT02')?.[9]).toBe('Báo cáo chưa thu thập');
    const noted = (ours: string) => sheet.rows.find((row) => row[4] === ours)?.[9];
    expect(noted('CT12')).toBe('Không gửi sang hệ thống này');
    expect(noted('TL01')).toBe('Chưa có mã ở hệ thống này, nên chưa gửi');
    expect(text).toContain('Chưa có báo cáo, không ước tính: Ấp Mẫu 2, Ấp Mẫu 3');

    const json: unknown = JSON.parse((await exported('json')).text);
    expect(json).toMatchObject({
      format: 'to-so.mapped-indicators.1',
      system: 'Kho số liệu tỉnh',
      orgUnit: 'AG30337',
      period: '2026-10',
      values: [
        { code: 'HH-1', value: 0.003, unit: 'nghìn hộ', indicator: 'CT01', factor: 0.001 },
        { code: 'HH-2', value: null, indicator: 'CT02', factor: 1 },
      ],
      unmapped: [{ indicator: 'TL01', name: 'Tỷ lệ hộ được tuyên truyền' }],
      notSent: [{ indicator: 'CT12', name: 'Thành viên Tổ' }],
    });
    expect((await exported('csv')).text).toBe(text);
  });

  test('leaves as what DHIS2 takes only when nothing is undecided', async () => {
    await keep({ indicatorCode: 'CT01', theirCode: 'fbfJHSPpUQD' });
    await keep({ indicatorCode: 'CT02', theirCode: 'cYeuwXTCPkU' });
    await keep({ indicatorCode: 'TL01', theirCode: 'Jtf34kNZhzP' });
    const refused = await problemOf(exported('dhis2'));
    expect(refused.code).toBe('state.conflict');
    expect(refused.message).toContain('CT12');
    await keep({ indicatorCode: 'CT12', sent: 'no' });
    const { name, text } = await exported('dhis2');
    expect(name).toMatch(/ - DHIS2\.json$/);
    // The shape of DHIS2's own guide: dataSet, period, orgUnit, dataValues of dataElement and value, values as text.
    expect(JSON.parse(text)).toEqual({
      dataSet: 'TSmonthly01',
      period: '202610',
      orgUnit: 'AG30337',
      dataValues: [
        { dataElement: 'fbfJHSPpUQD', value: '3' },
        { dataElement: 'Jtf34kNZhzP', value: '66.6666666667' },
      ],
    });
    expect(JSON.parse((await exported('dhis2', '2026-Q4')).text)).toMatchObject({ period: '2026Q4' });
    expect(JSON.parse((await exported('dhis2', '2026-H2')).text)).toMatchObject({ period: '2026S2' });
    expect(JSON.parse((await exported('dhis2', '2026-Y')).text)).toMatchObject({ period: '2026' });
    const { cast, run } = world();
    await run(changeReportingSystem, cast.hanh, { systemId, name: 'Phiếu DTI', shape: 'table' });
    expect((await problemOf(exported('dhis2'))).code).toBe('state.conflict');
  });

  test('is for who may read the report that the figures are from, and in its log', async () => {
    await keep({ indicatorCode: 'CT01', theirCode: 'HH-1' });
    await exported('csv');
    expect((await events('report.exported')).at(-1)?.data).toMatchObject({
      what: 'mapped_indicators',
      system: 'Kho số liệu tỉnh',
      unmapped: ['CT02', 'CT12', 'TL01'],
    });
    for (const who of ['lan', 'tu'] as const) {
      expect((await problemOf(exported('csv', '2026-10', who))).code).toBe('not_found');
      expect((await problemOf(keep({ indicatorCode: 'CT01', theirCode: 'X' }, who))).code).toBe('not_found');
    }
    // The leader reads what leaves, and keeps no codes.
    await exported('csv', '2026-10', 'minh');
    const denied = await problemOf(keep({ indicatorCode: 'CT01', theirCode: 'X' }, 'minh'));
    expect(denied.code).toBe('not_allowed');
  });
});

describe('the mapping by dates', () => {
  test('a code from a later day ends the one before, and older periods keep theirs', async () => {
    await keep({ indicatorCode: 'CT01', theirCode: 'OLD' });
    await keep({ indicatorCode: 'CT01', theirCode: 'NEW', validFrom: '2026-10-15' });
    expect(await shortRows()).toEqual([
      ['CT01', 'OLD', '2026-01-01', '2026-10-14'],
      ['CT01', 'NEW', '2026-10-15', null],
    ]);
    expect((await exported('json')).text).toContain('"code": "NEW"');
    expect((await exported('json', '2026-09')).text).toContain('"code": "OLD"');
    // The same first day is a correction.
    await keep({ indicatorCode: 'CT01', theirCode: 'NEWER', validFrom: '2026-10-15' });
    expect((await shortRows()).map(([, code]) => code)).toEqual(['OLD', 'NEWER']);
    await world().run(removeMapping, world().cast.hanh, {
      systemId,
      indicatorCode: 'CT01',
      validFrom: '2026-10-15',
    });
    expect(JSON.stringify((await events('indicator_mapping.removed'))[0]?.data)).toContain('NEWER');
    expect(JSON.parse((await exported('json')).text)).toMatchObject({ values: [] });
  });

  test('refuses what cannot be: overlap, one code for two, unknown indicator, no code, an end before the beginning', async () => {
    await keep({ indicatorCode: 'CT01', theirCode: 'A', validTo: '2026-06-30' });
    const fieldsOf = async (row: Record<string, unknown>) => (await problemOf(keep(row))).fields;
    expect(await fieldsOf({ indicatorCode: 'CT01', theirCode: 'B', validFrom: '2026-06-30' })).toHaveProperty(
      'validFrom',
    );
    expect(await fieldsOf({ indicatorCode: 'CT02', theirCode: 'A' })).toHaveProperty('theirCode');
    expect(await fieldsOf({ indicatorCode: 'CT99', theirCode: 'B' })).toHaveProperty('indicatorCode');
    expect(await fieldsOf({ indicatorCode: 'CT02' })).toHaveProperty('theirCode');
    expect(await fieldsOf({ indicatorCode: 'CT02', theirCode: '=1+1' })).toHaveProperty('theirCode');
    expect(await fieldsOf({ indicatorCode: 'CT02', theirCode: 'B', factor: '0' })).toHaveProperty('factor');
    expect(await fieldsOf({ indicatorCode: 'CT02', theirCode: 'B', validTo: '2025-12-31' })).toHaveProperty(
      'validTo',
    );
    // After its last day the code is free for another.
    await keep({ indicatorCode: 'CT02', theirCode: 'A', validFrom: '2026-07-01' });
    expect(await shortRows()).toHaveLength(2);
  });
});

describe('the mapping as a file', () => {
  test('goes out and comes back as it is, in Excel and in CSV; what was not filled in is left out', async () => {
    await keep({
      indicatorCode: 'CT01',
      theirCode: '1.1.2',
      theirName: '- Số hộ',
      theirUnit: 'nghìn hộ',
      factor: '0,001',
    });
    await keep({ indicatorCode: 'CT12', sent: 'no', validTo: '2026-12-31' });
    const before = await rows();
    for (const format of ['xlsx', 'csv'] as const) {
      const file = await world().read(world().cast.minh, (ctx) => mappingFile(ctx, systemId, format));
      expect(file.name).toBe(`Bảng mã - Kho số liệu tỉnh.${format}`);
      const given = await mappingRows(Buffer.from(file.bytes), file.name);
      expect(given.map(({ values }) => values['indicatorCode'])).toEqual(['CT01', 'CT12']);
      const { run, cast } = world();
      expect(await run(importMappings, cast.hanh, { systemId, rows: given })).toEqual({
        added: 0,
        changed: 0,
        same: 2,
      });
      expect(await rows()).toEqual(before);
    }
    // The indicators without a code stand in it, to be filled in.
    const csv = await world().read(world().cast.hanh, (ctx) => mappingFile(ctx, systemId, 'csv'));
    expect(Buffer.from(csv.bytes).toString('utf8')).toContain('TL01;Tỷ lệ hộ được tuyên truyền;;;;;;');
  });

  test('adds and changes, and leaves alone what is not in it', async () => {
    await keep({ indicatorCode: 'CT01', theirCode: 'A' });
    await keep({ indicatorCode: 'CT12', theirCode: 'C' });
    const done = await send(
      [
        head,
        'CT01;B;;;;01/01/2026;',
        'CT02;Không gửi;;;;01/01/2026;',
        'TL01;D;Tỷ lệ;%;0,01;05/10/2026;31/12/2026',
      ].join('\r\n'),
    );
    expect(done).toEqual({ added: 2, changed: 1, same: 0 });
    expect(await shortRows()).toEqual([
      ['CT01', 'B', '2026-01-01', null],
      ['CT02', null, '2026-01-01', null],
      ['CT12', 'C', '2026-01-01', null],
      ['TL01', 'D', '2026-10-05', '2026-12-31'],
    ]);
    expect((await events('indicator_mapping.imported')).map(({ data }) => data)).toMatchObject([{ same: 0 }]);
  });

  test('with one wrong row writes nothing, and names every wrong row by its number', async () => {
    const problem = await problemOf(
      send(
        [head, 'CT01;A;;;;01/01/2026;', 'CT02;;;;1;01/01/2026;', '', 'CT12;C;;;một;31/02/2026;'].join('\r\n'),
      ),
    );
    expect(problem.message).toBe(fileWords.refused);
    expect(Object.values(problem.fields)).toEqual([
      'Dòng 3, cột “Mã ở hệ thống nhận”: Xin điền mục này.',
      'Dòng 5, cột “Hệ số nhân”: Xin điền một số, ví dụ 10 hoặc 0,5.',
      'Dòng 5, cột “Từ ngày”: Ngày này không có trong lịch. Xin viết như 05/11/2026.',
    ]);
    expect(await rows()).toEqual([]);
    const clash = await problemOf(
      send(
        [
          head,
          'CT01;A;;;;01/01/2026;',
          'CT99;B;;;;01/01/2026;',
          'CT12;A;;;;01/02/2026;',
          'CT01;Z;;;;01/01/2026;',
        ].join('\r\n'),
      ),
    );
    expect(Object.values(clash.fields).map((text) => text.replace(/:.*/, ''))).toEqual([
      'Dòng 3, cột “Mã chỉ số”',
      'Dòng 4, cột “Mã ở hệ thống nhận”',
      'Dòng 5, cột “Mã chỉ số”',
    ]);
    expect(await rows()).toEqual([]);
    expect((await problemOf(send('Tên;Mã\r\nx;y'))).fields['file']).toContain('Mã chỉ số');
    expect((await problemOf(send(head))).fields['file']).toBe(fileWords.noRows);
  });
});

test('a system has a name of its own, and DHIS2 its codes; an indicator that ended is not asked for', async () => {
  const { cast, run } = world();
  const again = await problemOf(run(addReportingSystem, cast.hanh, { name: 'Kho số liệu tỉnh' }));
  expect(again.fields).toHaveProperty('name');
  const bare = await problemOf(run(addReportingSystem, cast.hanh, { name: 'Khác', shape: 'dhis2' }));
  expect(Object.keys(bare.fields)).toEqual(['orgUnit', 'dataSet']);
  const other = await run(addReportingSystem, cast.hanh, { name: 'Phiếu DTI' });
  expect(
    (await problemOf(run(changeReportingSystem, cast.hanh, { systemId: other, name: 'Kho số liệu tỉnh' })))
      .fields,
  ).toHaveProperty('name');
  // The same code in two systems is two mappings.
  await keep({ indicatorCode: 'CT01', theirCode: 'A' });
  await run(keepMapping, cast.hanh, {
    systemId: other,
    indicatorCode: 'CT12',
    theirCode: 'A',
    validFrom: '2026-01-01',
  });
  const { indicatorId } = await world().read(cast.hanh, async (ctx) => {
    const row = await ctx.tx
      .selectFrom('indicators')
      .select('id')
      .where('code', '=', 'CT02')
      .executeTakeFirstOrThrow();
    return { indicatorId: row.id };
  });
  await run(endIndicator, cast.hanh, { indicatorId, validTo: '2026-09-30' });
  expect(JSON.parse((await exported('json')).text)).toMatchObject({
    unmapped: [{ indicator: 'CT12' }, { indicator: 'TL01' }],
  });
});
