import { correctObstacle } from '#features/obstacles/commands/correct-obstacle.server.ts';
import { directObstacle } from '#features/obstacles/commands/direct-obstacle.server.ts';
import { keepClock } from '#features/obstacles/commands/keep-clock.server.ts';
import { moveObstacle } from '#features/obstacles/commands/move-obstacle.server.ts';
import { raiseObstacle } from '#features/obstacles/commands/raise-obstacle.server.ts';
import {
  getObstacle,
  listObstacles,
  listObstacleSteps,
} from '#features/obstacles/queries/obstacles.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { command, query, verdict, type Path } from './path.ts';
import { may, mayInCommune, type Thing } from './predicate.ts';
import type { Operation } from './rights-table.ts';
import type { Spot } from './spot.ts';

/** The obstacle of a place: raised by its head, and taken up by nobody. */
const thingOf = (spot: Spot): Thing => ({
  hamletId: spot.hamletId,
  level: 'hamlet',
  obstacleState: 'raised',
});
/** What somebody said is theirs to read, to put right and to call done, whatever their role. */
const isOwn = (actor: Actor, spot: Spot) => spot.obstacle.raisedBy === actor.accountId;
const sees = (actor: Actor, spot: Spot) =>
  spot.here && (isOwn(actor, spot) || may(actor, 'obstacles.read', thingOf(spot)));

const by =
  (operation: Operation): Path['expected'] =>
  (actor, { spot }) =>
    verdict(sees(actor, spot), may(actor, operation, thingOf(spot)));
const byWhoRaised: Path['expected'] = (actor, { spot }) => verdict(sees(actor, spot), isOwn(actor, spot));
const seen: Path['expected'] = (actor, { spot }) => verdict(sees(actor, spot), true);

const words = { kind: 'obstacle', pillar: 'other', title: 'Mạng yếu', severity: 'minor' };

export const obstacleCommands = [
  command(
    raiseObstacle,
    ({ spot }) => ({ ...words, hamletId: spot.hamletId }),
    (actor, { spot }) => verdict(spot.here && may(actor, 'obstacles.raise', thingOf(spot)), true),
  ),
  command(
    raiseObstacle,
    () => words,
    (actor) => verdict(true, mayInCommune(actor, 'obstacles.raise_commune_wide')),
  ),
  command(correctObstacle, ({ spot }) => ({ ...words, obstacleId: spot.obstacle.id }), byWhoRaised),
  command(
    moveObstacle,
    ({ spot }) => ({ obstacleId: spot.obstacle.id, to: 'triaged', level: 'commune' }),
    by('obstacles.handle'),
  ),
  command(moveObstacle, ({ spot }) => ({ obstacleId: spot.obstacle.id, to: 'confirmed' }), byWhoRaised),
  command(
    directObstacle,
    ({ spot }) => ({ obstacleId: spot.obstacle.id, directive: 'Làm ngay.' }),
    by('obstacles.direct'),
  ),
  command(
    keepClock,
    () => ({ severe: 2, moderate: 4, minor: 8 }),
    (actor) => verdict(true, mayInCommune(actor, 'obstacles.keep_clock')),
  ),
];

export const obstacleQueries = [
  query(
    'listObstacles',
    (ctx, { spot }) => listObstacles(ctx, { hamletId: spot.hamletId }),
    () => 'done',
  ),
  query(
    'listObstacles',
    (ctx) => listObstacles(ctx),
    () => 'done',
  ),
  query('getObstacle', (ctx, { spot }) => getObstacle(ctx, spot.obstacle.id), seen),
  query('listObstacleSteps', (ctx, { spot }) => listObstacleSteps(ctx, spot.obstacle.id), seen),
];
