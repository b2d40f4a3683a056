/** What the phone promises (performance.md), one row of the table each; the figures come from a run, never from here. */
export interface Row {
  what: string;
  unit: 'ms' | 'bytes' | 'requests';
  /** Null: measured to be seen, nothing was promised. */
  limit: number | null;
}

const row = (what: string, unit: Row['unit'], limit: number | null = null): Row => ({ what, unit, limit });

export const rows = {
  firstList: row('first sync: the list can be used', 'ms', 1200),
  firstAll: row('first sync: all of it is stored', 'ms', 4000),
  firstBytes: row('first sync: bytes down', 'bytes', 300_000),
  firstRequests: row('first sync: requests', 'requests', 4),
  push: row('100 visits pushed, results stored', 'ms', 800),
  pushBytes: row('100 visits pushed: bytes up', 'bytes', 20_000),
  pushRequests: row('100 visits pushed: requests', 'requests', 1),
  dayBytes: row('a day of 30 visits: bytes up', 'bytes', 10_000),
  nothing: row('“anything new?” with nothing new', 'ms', 300),
  nothingRequests: row('“anything new?”: requests', 'requests', 1),
  nothingBytes: row('“anything new?”: bytes, up and down', 'bytes'),
  hidden: row('requests of a hidden page in ten minutes', 'requests', 0),
  leftFirst: row('who is left, slowest target, first time, two seconds after the start', 'ms', 50),
  left: row('who is left, slowest target, after a visit was saved', 'ms', 50),
  figure: row('a target’s figure, slowest target, after a visit was saved', 'ms', 50),
  search: row('search, slowest letter, from two seconds after the start', 'ms', 50),
  left400: row('who is left, with 400 unsent visits', 'ms', 50),
  search400: row('search, with 400 unsent visits', 'ms', 50),
  longTask: row('longest the page does not answer while 400 visits go out and news comes in', 'ms'),
  startDoor: row('start without a network: the PIN can be typed', 'ms'),
  startList: row('from the right PIN to the work list', 'ms'),
  start: row('start without a network to the work list, typing left out', 'ms', 600),
  form: row('first form after that start', 'ms', 2000),
  formWarm: row('the same form again', 'ms', 700),
  formBytes: row('script and style of the form, with all that comes before it', 'bytes', 80_000),
  screenBytes: row('script before the first screen', 'bytes', 45_000),
  appBytes: row('whole app without the QR reader', 'bytes', 120_000),
} satisfies Record<string, Row>;

export type RowName = keyof typeof rows;

/** One way of doing it: each figure the middle of its runs, and what they were; or why there is none. */
export type Figure = { value: number; runs: number[] } | { notMeasured: string };

export const ways = ['floor', 'pouch', 'ours'] as const;
export type Way = (typeof ways)[number];

/** Collects runs by row and way. */
export class Runs {
  readonly #runs = new Map<string, number[]>();
  readonly #reasons = new Map<string, string>();

  add(way: Way, figures: Partial<Record<RowName, number>>): void {
    for (const [name, value] of Object.entries(figures))
      this.#runs.set(`${way} ${name}`, [...(this.#runs.get(`${way} ${name}`) ?? []), value]);
  }

  /** Why some rows have no figure. */
  missing(way: Way, names: readonly RowName[], reason: string): void {
    for (const name of names) this.#reasons.set(`${way} ${name}`, reason);
  }

  figure(way: Way, name: RowName): Figure | null {
    const runs = this.#runs.get(`${way} ${name}`);
    if (runs) return { value: middleOf(runs), runs };
    const reason = this.#reasons.get(`${way} ${name}`);
    return reason === undefined ? null : { notMeasured: reason };
  }
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
