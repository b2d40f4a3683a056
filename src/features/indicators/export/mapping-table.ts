import type { ExportColumn, ExportTable } from '#platform/sheet/write-sheet.server.ts';
import { formatDay } from '#shared/calendar.ts';
import { missingIn, type Evidence } from '../model/evidence.ts';
import type { Indicator } from '../model/indicator.ts';
import type { MappedValue } from '../model/mapped-values.ts';
import { dhis2Period } from '../model/mapped-values.ts';
import type { Mapping, ReportingSystem } from '../model/mapping.ts';
import { file, values as words } from '../mapping-words.ts';
import { missing } from '../words.ts';
import { fromWhat } from './indicator-table.ts';

const column = (header: string, width: number, kind: ExportColumn['kind'] = 'text'): ExportColumn => ({
  header,
  width,
  kind,
});
const notCollected = '—';

/**
 * The mapping as a file that is filled in and taken back: all rows that there are, and below them a row for every indicator in
 * force today that has none yet.
 */
export function mappingTable(
  mappings: readonly Mapping[],
  indicators: readonly Indicator[],
  today: string,
): ExportTable {
  const { columns } = file;
  const nameOf = (code: string) => indicators.find((one) => one.code === code)?.name ?? null;
  const inForce = indicators.filter(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo),
  );
  const open = inForce.filter(({ code }) => !mappings.some((row) => row.indicatorCode === code));
  return {
    sheetName: file.sheet,
    columns: [
      column(columns.indicatorCode, 14),
      column(columns.indicatorName, 48),
      column(columns.theirCode, 24),
      column(columns.theirName, 48),
      column(columns.theirUnit, 22),
      column(columns.factor, 12, 'number'),
      column(columns.validFrom, 14, 'date'),
      column(columns.validTo, 14, 'date'),
    ],
    rows: [
      ...mappings.map((row) => [
        row.indicatorCode,
        nameOf(row.indicatorCode),
        row.theirCode ?? file.notSent,
        row.theirName,
        row.theirUnit,
        row.factor,
        row.validFrom,
        row.validTo,
      ]),
      ...open.map(({ code, name }) => [code, name]),
    ],
  };
}

/** A row per indicator of the period, under their code; what is not sent is there with its reason. */
export function mappedTable(values: readonly MappedValue[], evidence: Evidence): ExportTable {
  const { columns } = words;
  const without = missingIn(evidence);
  const reason = ({ state, value }: MappedValue) => {
    if (state === 'unmapped') return words.unmapped;
    if (state === 'not_sent') return words.notSent;
    return value === null ? words.notCollected : null;
  };
  return {
    sheetName: words.sheet,
    columns: [
      column(columns.theirCode, 18),
      column(columns.theirName, 48),
      column(columns.value, 14, 'number'),
      column(columns.theirUnit, 14),
      column(columns.indicatorCode, 14),
      column(columns.indicatorName, 48),
      column(columns.factor, 10, 'number'),
      column(columns.from, 40),
      column(columns.asOf, 14),
      column(columns.note, 36),
    ],
    rows: [
      ...sentFirst(values).map((one) => [
        one.mapping?.theirCode ?? null,
        one.mapping?.theirName ?? null,
        one.value ?? (one.state === 'sent' ? notCollected : null),
        one.mapping?.theirUnit ?? null,
        one.ours.indicator.code,
        one.ours.indicator.name,
        one.mapping?.factor ?? null,
        fromWhat(evidence),
        evidence.asOf && formatDay(evidence.asOf),
        reason(one),
      ]),
      ...(without.length > 0 ? [[null, missing(without)]] : []),
    ],
  };
}

const sentFirst = (values: readonly MappedValue[]) => [
  ...values.filter(({ state }) => state === 'sent'),
  ...values.filter(({ state }) => state !== 'sent'),
];

/** The same as open JSON: null for what is not collected. `format` counts on when the shape changes. */
export function mappedJson(values: readonly MappedValue[], evidence: Evidence, system: ReportingSystem) {
  const named = (state: MappedValue['state']) =>
    values
      .filter((one) => one.state === state)
      .map(({ ours: { indicator } }) => ({ indicator: indicator.code, name: indicator.name }));
  return {
    format: 'to-so.mapped-indicators.1',
    system: system.name,
    orgUnit: system.orgUnit,
    dataSet: system.dataSet,
    period: evidence.span.key,
    startsOn: evidence.span.from,
    endsOn: evidence.span.to,
    commune: evidence.commune.title,
    sampleData: evidence.commune.isSample,
    from: {
      kind: evidence.kind,
      number: evidence.report?.number ?? null,
      datedOn: evidence.report?.datedOn ?? null,
      asOf: evidence.asOf,
      missingHamlets: missingIn(evidence),
    },
    values: values
      .filter(({ state }) => state === 'sent')
      .map(({ ours, mapping, value }) => ({
        code: mapping?.theirCode ?? null,
        name: mapping?.theirName ?? null,
        unit: mapping?.theirUnit ?? null,
        value,
        indicator: ours.indicator.code,
        factor: mapping?.factor ?? null,
      })),
    unmapped: named('unmapped'),
    notSent: named('not_sent'),
  };
}

/**
 * What DHIS2 takes at /api/dataValueSets. Its values have no room for what is missing: what is not collected is not in it, and the
 * caller lets nothing unmapped come so far.
 */
export const dataValueSet = (
  values: readonly MappedValue[],
  evidence: Evidence,
  system: ReportingSystem,
) => ({
  dataSet: system.dataSet,
  period: dhis2Period(evidence.span.key),
  orgUnit: system.orgUnit,
  dataValues: values.flatMap(({ mapping, value }) =>
    mapping?.theirCode && value !== null ? [{ dataElement: mapping.theirCode, value: String(value) }] : [],
  ),
});
