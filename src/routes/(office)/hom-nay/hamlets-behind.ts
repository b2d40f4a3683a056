import type { Id } from '#shared/ids.ts';
import type { BoardTarget } from '#features/targets/queries/target-board.server.ts';

export interface HamletBehind {
  id: Id;
  name: string;
  /** The targets at which it is far behind, the worst first; `missing` in the target's unit, against today's plan line. */
  targets: {
    code: string;
    title: string;
    missing: number;
    unit: string;
    share: number;
    namesVisible: boolean;
  }[];
}

/** Behind by more than this share of today's plan line, a hamlet needs help (percent). */
const farBehind = 15;

/**
 * The hamlets that are far behind today's plan line, the worst first (the shares of all its targets together). Counts
 * (groups of the commune) and hamlets with nobody to count are left out.
 */
export function hamletsBehind(
  targets: readonly Pick<BoardTarget, 'definition' | 'hamlets' | 'planLine'>[],
  limit: number,
): HamletBehind[] {
  const behind = new Map<Id, HamletBehind>();
  for (const { definition, hamlets, planLine } of targets) {
    if (definition.goal.kind !== 'rate') continue;
    for (const { id, name, figure, namesVisible } of hamlets) {
      const wanted = Math.ceil((planLine * figure.population) / 100 - 1e-9);
      const missing = wanted - figure.reached;
      const share = wanted === 0 ? 0 : (missing * 100) / wanted;
      if (share <= farBehind) continue;
      const hamlet = behind.get(id) ?? { id, name, targets: [] };
      hamlet.targets.push({
        code: definition.code,
        title: definition.title,
        missing,
        unit: definition.unit,
        share,
        namesVisible,
      });
      behind.set(id, hamlet);
    }
  }
  const far = ({ targets: few }: HamletBehind) => few.reduce((sum, one) => sum + one.share, 0);
  return [...behind.values()]
    .map((hamlet) => ({ ...hamlet, targets: hamlet.targets.toSorted((a, b) => b.share - a.share) }))
    .sort((a, b) => far(b) - far(a))
    .slice(0, limit);
}
