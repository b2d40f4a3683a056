import type { ExportColumn, ExportTable, ExportValue } from '#platform/sheet/write-sheet.server.ts';
import { formatDay } from '#shared/calendar.ts';
import { missingIn, type Evidence, type IndicatorValue } from '../model/evidence.ts';
import * as words from '../words.ts';

const number = (header: string): ExportColumn => ({ header, width: 14, kind: 'number' });
const text = (header: string, width: number): ExportColumn => ({ header, width, kind: 'text' });

/** What is not collected, in a table that people read: never an empty cell, which looks forgotten, and never 0. */
const notCollected = '—';

/** From what the values are taken, as a sentence. */
export const fromWhat = ({ report }: Evidence): string =>
  report === null ? words.fromAccepted : words.fromIssued(report.number, report.datedOn);

/** A row per indicator; a share is worked out by the workbook from its own cells. Who has no report is named under them. */
export function indicatorTable(values: readonly IndicatorValue[], evidence: Evidence): ExportTable {
  const { columns } = words;
  const missing = missingIn(evidence);
  return {
    sheetName: words.sheet,
    columns: [
      text(columns.code, 12),
      text(columns.name, 48),
      text(columns.unit, 12),
      number(columns.value),
      number(columns.numerator),
      number(columns.denominator),
      text(columns.row, 14),
      text(columns.source, 40),
      number(columns.points),
      text(columns.from, 40),
      text(columns.asOf, 14),
    ],
    rows: [
      ...values.map((one, index) => rowOf(one, evidence, index + 2)),
      ...(missing.length > 0 ? [[null, words.missing(missing)]] : []),
    ],
  };
}

function rowOf(one: IndicatorValue, evidence: Evidence, row: number): ExportValue[] {
  const { indicator, numerator, denominator, value, from } = one;
  const share = indicator.denominator !== null && value !== null;
  return [
    indicator.code,
    indicator.name,
    indicator.unit,
    share ? { formula: `E${row}/F${row}*100`, value } : (value ?? notCollected),
    numerator ?? notCollected,
    // Without a denominator there is nothing to collect.
    indicator.denominator === null ? null : (denominator ?? notCollected),
    from?.code ?? null,
    indicator.source,
    indicator.points,
    fromWhat(evidence),
    evidence.asOf && formatDay(evidence.asOf),
  ];
}

/** The same as open JSON: null for what is not collected. `format` counts on when the shape changes. */
export const indicatorJson = (values: readonly IndicatorValue[], evidence: Evidence) => ({
  format: 'to-so.indicators.1',
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
  indicators: values.map(({ indicator, numerator, denominator, value, from }) => ({
    code: indicator.code,
    name: indicator.name,
    unit: indicator.unit,
    value,
    numerator,
    denominator,
    reportRow: from?.code ?? null,
    figures: { numerator: indicator.numerator, denominator: indicator.denominator },
    counting: indicator.counting,
    source: indicator.source,
    points: indicator.points,
    validFrom: indicator.validFrom,
    validTo: indicator.validTo,
  })),
});
