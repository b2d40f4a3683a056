import { bars, type Bar, type BarName, type Column, type Outcome } from './bars.ts';

/** The columns of a run; null with the reason for a database that could not be measured. */
export type Columns = Record<'embedded' | 'postgresql', Column | { notMeasured: string }>;

const kinds = ['embedded', 'postgresql'] as const;
const names = Object.keys(bars) as BarName[];

/** The table in Markdown; every figure is of this run. */
export function tableOf(columns: Columns): string {
  const head = ['what', 'bar', 'embedded', 'PostgreSQL', 'floor', 'ratio', 'met?'];
  const rows = names.map((name) => {
    const bar: Bar = bars[name];
    const outcomes = kinds.map((kind) => outcomeOf(columns[kind], name));
    return [
      bar.what,
      bar.limit === null ? '—' : `${bar.better === 'less' ? '≤' : '≥'} ${shown(bar.limit, bar)}`,
      ...outcomes.map((one) => cell(one, bar)),
      both(outcomes.map((one) => ('value' in one && one.floor !== undefined ? shown(one.floor, bar) : '—'))),
      both(
        outcomes.map((one) =>
          'value' in one && one.floor !== undefined ? (one.value / one.floor).toFixed(2) : '—',
        ),
      ),
      both(outcomes.map((one) => verdict(one, bar))),
    ];
  });
  const widths = head.map((_, index) => Math.max(...[head, ...rows].map((row) => (row[index] ?? '').length)));
  const line = (row: string[]) =>
    `| ${row.map((text, index) => text.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join(
    '\n',
  );
}

/** Where a bar is not met, and what belongs to single figures, in sentences. */
export function remarksOf(columns: Columns): string[] {
  const missed: string[] = [];
  const notes: string[] = [];
  const floors: string[] = [];
  for (const name of names) {
    const bar: Bar = bars[name];
    if (bar.floor !== undefined) floors.push(`Floor of “${bar.what}”: ${bar.floor}.`);
    for (const kind of kinds) {
      const one = outcomeOf(columns[kind], name);
      if ('notMeasured' in one) {
        if ('outcomes' in columns[kind])
          notes.push(`Not measured, ${kind}, ${bar.what}: ${one.notMeasured}.`);
        continue;
      }
      if (verdict(one, bar) === 'no' && bar.limit !== null) {
        const times = bar.better === 'less' ? one.value / bar.limit : bar.limit / one.value;
        missed.push(
          `Not met, ${kind}: ${bar.what}: ${shown(one.value, bar)} against ${shown(bar.limit, bar)}${
            Number.isFinite(times) ? `, ${times.toFixed(1)} times off` : ''
          }.`,
        );
      }
      if (one.note !== undefined) notes.push(`${bar.what}, ${kind}: ${one.note}.`);
    }
  }
  return [...missed, ...notes, ...new Set(floors)];
}

function outcomeOf(column: Column | { notMeasured: string }, name: BarName): Outcome {
  return 'notMeasured' in column
    ? column
    : (column.outcomes[name] ?? { notMeasured: 'nothing was measured' });
}

function cell(one: Outcome, bar: Bar): string {
  if ('notMeasured' in one) return 'not measured';
  return one.p95 === undefined
    ? shown(one.value, bar)
    : `${shown(one.value, bar)} (p95 ${shown(one.p95, bar)})`;
}

/** By the middle value; where only the slowest twentieth misses the bar, it says so. */
function verdict(one: Outcome, bar: Bar): string {
  if ('notMeasured' in one || bar.limit === null) return '—';
  const meets = (value: number) =>
    bar.limit !== null && (bar.better === 'less' ? value <= bar.limit : value >= bar.limit);
  if (!meets(one.value)) return 'no';
  return one.p95 === undefined || meets(one.p95) ? 'yes' : 'p95 not';
}

const both = ([embedded = '—', server = '—']: string[]) =>
  embedded === server ? embedded : `${embedded} / ${server}`;

function shown(value: number, { unit }: Bar): string {
  if (unit === 'differences') return String(value);
  if (unit === 'times') return `${value.toFixed(1)}×`;
  const digits = unit === 'per second' || unit === 'MB' || unit === 'bytes' ? 0 : value < 10 ? 2 : 1;
  const number = value
    .toFixed(digits)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return unit === 'per second' ? `${number}/s` : `${number} ${unit}`;
}
