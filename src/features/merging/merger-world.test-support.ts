/** A commune of three hamlets in which something of every room is going on, for the tests of mergers. People are invented. */
import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { newId } from '#shared/ids.ts';
import { grantsOf } from '#features/accounts/sessions.server.ts';
import { registerBusiness } from '#features/commerce/commands/keep-business.server.ts';
import { registerGroup } from '#features/groups/commands/register-group.server.ts';
import { raiseObstacle } from '#features/obstacles/commands/raise-obstacle.server.ts';
import { askSupport } from '#features/support/commands/ask-support.server.ts';
import { giveTasks } from '#features/tasks/commands/give-tasks.server.ts';
import { assignHelper } from '#features/visits/commands/assign-helper.server.ts';
import { inCommune, type Home } from '#tests/visit-world.ts';
import { commune, type CastName, type World } from '#tests/world.ts';
import { mergeHamlets } from './commands/merge-hamlets.server.ts';

/** Somebody with the rights of this moment, as a request loads them. */
export async function withRightsOfNow(world: World, who: CastName): Promise<Actor> {
  const actor = world.cast[who];
  return { ...actor, grants: await inCommune(world, (tx) => grantsOf(tx, commune, actor.accountId)) };
}

export const leaders = { mau1: 'tu', mau2: 'sau' } as const;

/** One thing of every room in a hamlet, begun on a day at noon. */
export async function begin(
  world: World,
  hamlet: 'mau1' | 'mau2',
  home: Home,
  day: string,
  name: string,
): Promise<Begun> {
  const before = world.now;
  world.now = new Date(`${day}T05:00:00Z`);
  const hamletId = world.hamlets[hamlet];
  const leader = world.cast[leaders[hamlet]];
  const memberId = world.cast[hamlet === 'mau1' ? 'lan' : 'binh'].memberId;
  try {
    const obstacle = await world.run(raiseObstacle, leader, {
      hamletId,
      kind: 'obstacle',
      pillar: 'society',
      title: `Sóng yếu ${name}`,
      severity: 'minor',
    });
    const request = await world.run(askSupport, leader, {
      hamletId,
      channel: 'neighbour',
      householdId: home.id,
      personName: `Người ${name}`,
      topic: 'Cài VNeID',
      place: 'home',
      urgency: 'soon',
    });
    const { taskIds } = await world.run(giveTasks, leader, {
      title: `Phát tờ rơi ${name}`,
      assignees: [`member:${memberId}`],
      dueOn: '2026-12-20',
    });
    const business = { id: newId(world.now) };
    await world.run(registerBusiness, leader, {
      ...business,
      hamletId,
      kind: 'producer',
      name: `Bánh ${name}`,
      products: 'Bánh',
    });
    const groupId = newId(world.now);
    await world.run(registerGroup, world.cast[leaders[hamlet]], {
      id: groupId,
      hamletId,
      name: `Tổ tự quản ${name}`,
      place: 'Văn phòng ấp',
      placeKind: 'hamlet_office',
    });
    await world.run(assignHelper, leader, { householdId: home.id, memberId, reason: 'Sống một mình' });
    return {
      obstacleId: obstacle.id,
      requestId: request.id,
      taskId: taskIds[0] ?? '',
      businessId: business.id,
      groupId,
    };
  } finally {
    world.now = before;
  }
}

export interface Begun {
  obstacleId: Id;
  requestId: Id;
  taskId: Id;
  businessId: Id;
  groupId: Id;
}

/** Ấp Mẫu 1 and Ấp Mẫu 2 become Ấp Mẫu 2, unless told otherwise; by cô Hạnh. */
export const merge = (world: World, more: Record<string, unknown> = {}) =>
  world.run(mergeHamlets, world.cast.hanh, {
    hamletIds: [world.hamlets.mau1, world.hamlets.mau2],
    intoHamletId: world.hamlets.mau2,
    newName: null,
    validFrom: '2026-11-24',
    decisionNumber: '15/NQ-HĐND',
    decisionOn: '2026-11-20',
    teams: 'join',
    headId: null,
    leaderId: null,
    ...more,
  });
