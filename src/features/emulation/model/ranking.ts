/** What is ranked: how many (hộ or người, each once), and of how many where there is a whole. */
export interface Counted {
  counted: number;
  /** The hamlet's size; null: people have none. */
  whole: number | null;
}

/**
 * Places of a ranking, best first, in the order of the rows that come in (so that equal ones keep it). Where there is a whole, the
 * share decides, so that small hamlets are not behind for being small; else the number. Equal ones share a place, and the next one
 * is as far down as there are others before it (1, 1, 3). Who counted nothing, or has nobody to count, has no place (null).
 */
export function ranked<Row extends Counted>(rows: readonly Row[]): (Row & { rank: number | null })[] {
  const ordered = rows.toSorted(compare);
  return ordered.map((row) => ({
    ...row,
    rank: hasPlace(row) ? 1 + ordered.filter((other) => compare(other, row) < 0).length : null,
  }));
}

const hasPlace = ({ counted, whole }: Counted) => counted > 0 && whole !== 0;

/** Shares are compared as whole numbers crosswise: 1 of 3 and 2 of 6 are the same place. */
function compare(one: Counted, other: Counted): number {
  if (hasPlace(one) !== hasPlace(other)) return hasPlace(one) ? -1 : 1;
  if (!hasPlace(one)) return 0;
  return one.whole !== null && other.whole !== null
    ? other.counted * one.whole - one.counted * other.whole
    : other.counted - one.counted;
}
