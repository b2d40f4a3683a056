/** Numbers as Vietnam writes them: 1.234,5 and 85,6 %. What is not known is "—", never 0. */

/** A whole number with dots: 6.000. Nothing known gives "—". */
export function formatCount(value: number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  const sign = value < 0 ? '−' : '';
  return sign + String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** A share of a whole as '85,6 %', cut down (never up) to one decimal, so that 99,96 % is never shown as reached. */
export function formatRate(part: number | null, whole: number | null): string {
  const rate = rateOf(part, whole);
  return rate === null ? '—' : formatPercent(rate);
}

/** Percent with one decimal, cut down: 85,6 %. */
export function formatPercent(percent: number | null): string {
  if (percent === null) return '—';
  const tenths = Math.floor(percent * 10 + 1e-9);
  return `${formatCount(Math.trunc(tenths / 10))},${Math.abs(tenths % 10)} %`;
}

/** Percent of a whole, or null when there is no whole to speak of. */
export function rateOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : (part * 100) / whole;
}
