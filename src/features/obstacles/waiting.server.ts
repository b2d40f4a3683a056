import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { fewNames } from '#shared/few-names.ts';
import { isOpen } from './model.ts';
import { canDirectObstacle, handles, speaksFor, waitsForLeader } from './policy.ts';
import { listObstacles, type Obstacle } from './queries/obstacles.server.ts';
import { waiting as words } from './words.ts';

/**
 * What the actor has to do about obstacles (issue 5, line 3): for who handles them those past their clock and those that nobody
 * has taken up, for the leader those that wait for a decision, for who raised one that was answered to say whether it is done.
 */
export async function obstaclesWaiting(ctx: ReadContext): Promise<Waiting[]> {
  const { actor } = ctx;
  const all = await listObstacles(ctx, { open: true });
  const work = all.filter((one) => isOpen(one.state) && handles(actor, one) && !waitsForLeader(one));
  const late = work.filter((one) => one.overdue > 0);
  const fresh = work.filter(
    (one) => one.overdue === 0 && (one.state === 'raised' || one.state === 'escalated'),
  );
  const decisions = all.filter((one) => waitsForLeader(one) && canDirectObstacle(actor, one));
  const answered = all.filter((one) => one.state === 'resolved' && speaksFor(actor, one));
  return [
    tile('late', '/kho-khan?loc=qua-han', late, 'hot'),
    tile(
      'decide',
      '/kho-khan?loc=cho-quyet-dinh',
      decisions,
      decisions.some((one) => one.overdue > 0) ? 'hot' : 'warm',
    ),
    tile('fresh', '/kho-khan?loc=chua-nhan', fresh, 'warm'),
    tile('answered', '/kho-khan?loc=cho-toi', answered, 'warm'),
  ];
}

function tile(
  key: keyof typeof words,
  href: string,
  of: readonly Obstacle[],
  tone: Waiting['tone'],
): Waiting {
  const [only] = of;
  const days = of.map((one) => (key === 'late' ? one.dueOn : one.stateOn)).toSorted();
  return {
    key: `obstacles ${key}`,
    href: of.length === 1 && only ? `/kho-khan/${only.id}` : href,
    count: of.length,
    text: words[key],
    detail: fewNames(
      of.map((one) => one.title),
      'việc',
    ),
    tone,
    since: days[0] ?? null,
  };
}
