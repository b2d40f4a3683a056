export type HeatStep = 0 | 1 | 2 | 3 | 4;

/**
 * The step of a value between four rising cuts: below the first 0, from the last on 4. A value on a cut belongs to
 * the higher step. null (not known) gives null, never the lowest step.
 */
export function heatStep(
  value: number | null,
  cuts: readonly [number, number, number, number],
): HeatStep | null {
  if (value === null) return null;
  return ([0, 1, 2, 3, 4] as const)[cuts.filter((cut) => value >= cut).length] ?? 4;
}
