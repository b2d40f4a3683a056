/**
 * The path of a line over points spread evenly on a box of 100 × 100, y upwards from `low` to `high`. A point that
 * is not known (null) breaks the line: it is never drawn as 0 and never bridged. A lone point becomes a short dash.
 */
export function linePath(points: readonly (number | null)[], low: number, high: number): string {
  const x = (index: number) => (points.length > 1 ? (index / (points.length - 1)) * 100 : 50);
  const y = (value: number) => (high > low ? 100 - ((value - low) / (high - low)) * 100 : 50);
  const at = (index: number, value: number) => `${round(x(index))} ${round(y(value))}`;
  return points
    .map((value, index) => {
      if (value === null) return '';
      const joined = index > 0 && points[index - 1] !== null && points[index - 1] !== undefined;
      const alone = !joined && (points[index + 1] ?? null) === null;
      return `${joined ? 'L' : 'M'}${at(index, value)}${alone ? 'h0.01' : ''}`;
    })
    .join('');
}

const round = (value: number) => Math.round(value * 100) / 100;
