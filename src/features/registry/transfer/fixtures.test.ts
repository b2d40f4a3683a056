import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold } from '#shared/fold.ts';
import { readSheets } from '#platform/sheet/read-sheet.server.ts';
import { sharedPath } from '#tests/shared-folder.ts';
import { type PreviewRow, previewJson } from './preview-json.ts';
import { readList } from './read-list.ts';

interface Truth {
  households: number;
  residents: number;
  byHamlet: Record<string, { households: number; residents: number }>;
  poor: number;
  nearPoor: number;
  rows: PreviewRow[];
}

const today = '2026-11-22';

async function parsed(file: string) {
  const path = sharedPath('fixtures', 'import', file);
  return readList(await readSheets(path, file), { today });
}

function truthOf(name: string): Truth {
  const truth: Truth = JSON.parse(
    readFileSync(sharedPath('fixtures', 'import', `${name}.truth.json`), 'utf8'),
  );
  return truth;
}

/** What a list that names heads only can say of the truth: the heads, their birth years, no residence. */
function headsOnly(truth: Truth): PreviewRow[] {
  return truth.rows
    .filter(({ relation }) => relation === 'Chủ hộ')
    .map((row) => ({ ...row, birth: row.birth?.slice(0, 4) ?? null, residence: null }));
}

describe('real lists import to their truth (line 9)', () => {
  it.each([
    ['01-ho-theo-ap', 'unicode'],
    ['03-tcvn3', 'tcvn3'],
    ['04-vni', 'vni'],
  ])('%s: households by their heads', async (name, encoding) => {
    const truth = truthOf(name);
    const list = await parsed(`${name}.xlsx`);
    const { rows, warnings, ...counts } = previewJson(list);
    expect(list.kind).toBe('households');
    expect(counts).toEqual({
      encoding,
      households: truth.households,
      residents: truth.residents,
      byHamlet: truth.byHamlet,
      poor: truth.poor,
      nearPoor: truth.nearPoor,
    });
    expect(rows).toEqual(headsOnly(truth));
    expect(warnings.filter(({ code }) => code !== 'duplicate_in_file')).toEqual([]);
    // Totals and signatures are no people, and are told.
    expect(list.skipped.map(({ why }) => why)).toEqual(list.mapping.flatMap(() => ['total', 'signature']));
    expect(list.households.some(({ note }) => note === 'gia đình có công')).toBe(true);
    expect(list.households.every(({ group }) => /^\d+$/.test(group ?? ''))).toBe(true);
  });

  it.each(['02-nhan-khau', '07-cap-nhat-ky-sau'])('%s: people with merged household cells', async (name) => {
    const truth = truthOf(name);
    const list = await parsed(`${name}.xlsx`);
    const { rows, warnings: _warnings, ...counts } = previewJson(list);
    expect(list.kind).toBe('persons');
    expect(counts).toEqual({
      encoding: 'unicode',
      households: truth.households,
      residents: truth.residents,
      byHamlet: truth.byHamlet,
      poor: truth.poor,
      nearPoor: truth.nearPoor,
    });
    expect(rows).toEqual(truth.rows);
    expect(list.skipped).toEqual([]);
  });

  it.each([
    ['05-utf16-cham-phay.csv', 'utf-16le'],
    ['06-utf8-bom.csv', 'utf-8'],
  ])('%s: people from a CSV, which does not say who is poor', async (file, encoding) => {
    const truth = truthOf('05-06');
    const { rows, warnings, ...counts } = previewJson(await parsed(file));
    expect(counts).toEqual({
      encoding,
      households: truth.households,
      residents: truth.residents,
      byHamlet: truth.byHamlet,
      // The truth knows it, the file has no column for it: unknown is not none.
      poor: null,
      nearPoor: null,
    });
    expect(rows).toEqual(truth.rows);
    expect(warnings.map(({ code }) => code)).toEqual(['poverty_not_stated']);
  });

  it('07: the ten households entered twice are pointed at, each with its first row', async () => {
    const list = await parsed('07-cap-nhat-ky-sau.xlsx');
    const twice = list.warnings.filter(({ code }) => code === 'duplicate_in_file');
    const doubled = twice.map(({ row }) => list.households.find((household) => household.row === row));
    const second = list.households.filter(({ bookNumber }) => Number(bookNumber) >= 950);
    expect(second).toHaveLength(10);
    expect(new Set(doubled.map((household) => household?.bookNumber))).toEqual(
      new Set(second.map(({ bookNumber }) => bookNumber)),
    );
  });

  it('03: nobody lost more than the case of a letter', async () => {
    const { rows } = previewJson(await parsed('03-tcvn3.xlsx'));
    expect(rows.map(({ name }) => fold(name))).toEqual(
      headsOnly(truthOf('03-tcvn3')).map(({ name }) => fold(name)),
    );
  });
});
