import type { PeriodKey } from '#features/reports/model/span.ts';
import type { IndicatorValue } from './evidence.ts';
import { isValidOn } from './indicator.ts';
import type { Mapping } from './mapping.ts';
import type { Day } from '#shared/calendar.ts';

/** An indicator of a period beside what the other system calls it. */
export interface MappedValue {
  ours: IndicatorValue;
  /** `sent`: under their code. `not_sent`: somebody decided so. `unmapped`: nobody has decided. */
  state: 'sent' | 'not_sent' | 'unmapped';
  mapping: Mapping | null;
  /** In their unit; null: not collected, or not sent. */
  value: number | null;
}

/** Every indicator of a period, none left out, with the row of the mapping that holds on the period's last day. */
export function mappedValues(
  values: readonly IndicatorValue[],
  mappings: readonly Mapping[],
  on: Day,
): MappedValue[] {
  return values.map((ours) => {
    const mapping =
      mappings.find((row) => row.indicatorCode === ours.indicator.code && isValidOn(row, on)) ?? null;
    const state = mapping === null ? 'unmapped' : mapping.theirCode === null ? 'not_sent' : 'sent';
    const value = state === 'sent' && mapping !== null ? times(ours.value, mapping.factor) : null;
    return { ours, state, mapping, value };
  });
}

/** Twelve digits: 3 × 0.001 is 0.003, and no count of a province needs more. */
const times = (value: number | null, factor: number) =>
  value === null ? null : Number((value * factor).toPrecision(12));

export const unmappedCodes = (values: readonly MappedValue[]): string[] =>
  values.filter(({ state }) => state === 'unmapped').map(({ ours }) => ours.indicator.code);

/** A period of the calendar as DHIS2 writes it: 202610, 2026Q4, 2026S2, 2026. */
export function dhis2Period(period: PeriodKey): string {
  const [year = '', part = ''] = period.split('-');
  return part === 'Y' ? year : `${year}${part.replace('H', 'S')}`;
}
