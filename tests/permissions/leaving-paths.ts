import { handOver } from '#features/leaving/commands/hand-over.server.ts';
import { heldBy } from '#features/leaving/queries/held-by.server.ts';
import { handOverObstacle } from '#features/obstacles/commands/hand-over-obstacle.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { command, query, verdict, type Path } from './path.ts';
import { may } from './predicate.ts';
import type { Spot } from './spot.ts';

/** Somebody of the place's team whom the actor may hand over: not themselves. What may not be done is not there. */
const mayHandOver = (actor: Actor, spot: Spot) =>
  spot.here &&
  spot.memberId !== actor.memberId &&
  may(actor, 'members.hand_over', { hamletId: spot.hamletId });
const theirs: Path['expected'] = (actor, { spot }) => verdict(mayHandOver(actor, spot), true);

export const leavingCommands = [
  command(
    handOver,
    ({ spot: { freeMemberId: to, ...spot } }) => ({
      memberId: spot.memberId,
      endedOn: '2026-11-24',
      households: { [spot.assigned.id]: to, [spot.other.id]: to },
      tasks: { [spot.task.id]: to },
      requests: { [spot.request.id]: to },
    }),
    theirs,
  ),
  command(
    handOverObstacle,
    ({ spot }) => ({ obstacleId: spot.obstacle.id, accountId: spot.account.id }),
    (actor, { spot }) =>
      verdict(
        spot.here &&
          (spot.obstacle.raisedBy === actor.accountId ||
            may(actor, 'obstacles.read', {
              hamletId: spot.hamletId,
              level: 'hamlet',
              obstacleState: 'raised',
            })),
        may(actor, 'members.hand_over', { hamletId: spot.hamletId }),
      ),
  ),
];

export const leavingQueries = [query('heldBy', (ctx, { spot }) => heldBy(ctx, spot.memberId), theirs)];
