import { rows, ways, type Figure, type Row, type RowName, type Runs } from './rows.ts';

const names = Object.keys(rows) as RowName[];

/** The table in Markdown; every figure is of this run. */
export function tableOf(runs: Runs): string {
  const head = ['what', 'floor', 'PouchDB', 'ours', 'bar', 'met?'];
  const lines = names.map((name) => {
    const row: Row = rows[name];
    return [
      row.what,
      ...ways.map((way) => cell(runs.figure(way, name), row)),
      row.limit === null ? '—' : `≤ ${shown(row.limit, row)}`,
      verdict(runs.figure('ours', name), row),
    ];
  });
  const widths = head.map((_, index) =>
    Math.max(...[head, ...lines].map((line) => (line[index] ?? '').length)),
  );
  const text = (line: string[]) =>
    `| ${line.map((part, index) => part.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [text(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.map(text)].join(
    '\n',
  );
}

/** Where a bar is not met, the runs behind each figure, and why some have none. */
export function remarksOf(runs: Runs): string[] {
  const missed: string[] = [];
  const spread: string[] = [];
  const reasons = new Map<string, string[]>();
  for (const name of names) {
    const row: Row = rows[name];
    const ours = runs.figure('ours', name);
    if (ours && 'value' in ours && row.limit !== null && ours.value > row.limit)
      missed.push(
        `Not met: ${row.what}: ${shown(ours.value, row)} against ${shown(row.limit, row)}${row.limit > 0 ? `, ${(ours.value / row.limit).toFixed(1)} times off` : ''}.`,
      );
    for (const way of ways) {
      const figure = runs.figure(way, name);
      if (figure && 'notMeasured' in figure)
        reasons.set(`${way}: ${figure.notMeasured}`, [
          ...(reasons.get(`${way}: ${figure.notMeasured}`) ?? []),
          row.what,
        ]);
    }
    const told = ways.flatMap((way) => {
      const figure = runs.figure(way, name);
      return figure && 'runs' in figure && row.unit === 'ms'
        ? [`${way} ${figure.runs.map((value) => Math.round(value)).join(', ')}`]
        : [];
    });
    if (told.length > 0) spread.push(`${row.what}, runs in ms: ${told.join('; ')}.`);
  }
  const why = [...reasons].map(([reason, whats]) => `Not measured, ${reason} (${whats.join('; ')}).`);
  return [...missed, ...why, ...spread];
}

function cell(figure: Figure | null, row: Row): string {
  if (!figure) return '—';
  return 'value' in figure ? shown(figure.value, row) : 'not measured';
}

function verdict(figure: Figure | null, { limit }: Row): string {
  if (!figure || !('value' in figure) || limit === null) return '—';
  return figure.value <= limit ? 'yes' : 'no';
}

function shown(value: number, { unit }: Row): string {
  if (unit === 'requests') return String(value);
  if (unit === 'bytes') return `${(value / 1000).toFixed(1)} kB`;
  return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
