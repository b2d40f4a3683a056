import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { addMember } from '#features/org/commands/teams.server.ts';
import { endMember } from '#features/org/commands/teams.server.ts';
import { moveObstacle } from '#features/obstacles/commands/move-obstacle.server.ts';
import { raiseObstacle } from '#features/obstacles/commands/raise-obstacle.server.ts';
import { getObstacle, listObstacleSteps } from '#features/obstacles/queries/obstacles.server.ts';
import { nameResponsible } from '#features/registry/commands/name-responsible.server.ts';
import { askSupport } from '#features/support/commands/ask-support.server.ts';
import { assignSupport } from '#features/support/commands/arrange-support.server.ts';
import { getSupport } from '#features/support/queries/support.server.ts';
import { giveTasks } from '#features/tasks/commands/give-tasks.server.ts';
import { moveTask } from '#features/tasks/commands/move-task.server.ts';
import { getTask } from '#features/tasks/queries/find-task.server.ts';
import { listTaskEvents } from '#features/tasks/queries/task-story.server.ts';
import { assignHelper } from '#features/visits/commands/assign-helper.server.ts';
import { findHelper } from '#features/visits/queries/helpers.server.ts';
import { listWaiting } from '#platform/feature.server.ts';
import type { Id } from '#shared/ids.ts';
import { inCommune, problemOf, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { handOver } from './commands/hand-over.server.ts';
import { heldBy } from './queries/held-by.server.ts';

const world = useWorld();
let helped: Home, lookedAfter: Home;
let taskId: Id, requestId: Id, obstacleId: Id, dao: Id;

/** Chị Lan helps one household, looks after another, works on a task and a request, and raised an obstacle. */
beforeEach(async () => {
  const here = world();
  const { run, cast, hamlets, teams } = here;
  await settleCatalogue(here);
  helped = await settleHome(here);
  lookedAfter = await settleHome(here);
  const memberId = cast.lan.memberId ?? '';
  await run(assignHelper, cast.tu, { householdId: helped.id, memberId, reason: 'Ở một mình', everyDays: 7 });
  await run(nameResponsible, cast.tu, { householdIds: [helped.id, lookedAfter.id], memberId });
  const given = await run(giveTasks, cast.tu, {
    title: 'Phát tờ rơi',
    dueOn: '2026-12-01',
    assignees: [`member:${memberId}`],
  });
  taskId = given.taskIds[0] ?? '';
  await run(moveTask, cast.lan, { taskId, to: 'accepted' });
  const asked = await run(askSupport, cast.tu, {
    hamletId: hamlets.mau1,
    channel: 'neighbour',
    householdId: helped.id,
    personName: 'Bà Tám',
    platform: 'vneid',
    place: 'home',
    urgency: 'soon',
  });
  requestId = asked.id;
  await run(assignSupport, cast.tu, { requestId, memberId });
  const raised = await run(raiseObstacle, cast.lan, {
    hamletId: hamlets.mau1,
    kind: 'obstacle',
    pillar: 'society',
    title: 'Sóng yếu ở cuối ấp',
    severity: 'minor',
  });
  obstacleId = raised.id;
  dao = await run(addMember, cast.tu, {
    teamId: teams.mau1,
    fullName: 'Nguyễn Mỹ Đào',
    sex: null,
    phone: null,
    organisation: 'women_union',
    position: 'member',
    startedOn: '2026-02-01',
  });
});

const all = () => ({
  memberId: world().cast.lan.memberId,
  endedOn: '2026-11-24',
  reason: 'Chuyển công tác',
  households: { [helped.id]: dao, [lookedAfter.id]: dao },
  tasks: { [taskId]: dao },
  requests: { [requestId]: dao },
  obstacles: { [obstacleId]: world().cast.tu.accountId },
});

test('chị Lan leaves: everything has somebody else, her access is gone, and what was is still written (R104)', async () => {
  const { run, read, cast } = world();
  const held = await read(cast.tu, (ctx) => heldBy(ctx, cast.lan.memberId ?? ''));
  expect([held.homes, held.tasks, held.requests, held.obstacles].map((list) => list.length)).toEqual([
    2, 1, 1, 1,
  ]);
  expect(held.beyond).toBe(0);
  await run(handOver, cast.tu, all());

  expect(await read(cast.tu, (ctx) => findHelper(ctx, helped.id))).toMatchObject({
    memberId: dao,
    everyDays: 7,
  });
  expect(await read(cast.tu, (ctx) => getTask(ctx, taskId))).toMatchObject({
    doerName: 'Nguyễn Mỹ Đào',
    state: 'accepted',
    dueOn: '2026-12-01',
  });
  expect(await read(cast.tu, (ctx) => getSupport(ctx, requestId))).toMatchObject({
    memberName: 'Nguyễn Mỹ Đào',
  });
  expect(await read(cast.tu, (ctx) => getObstacle(ctx, obstacleId))).toMatchObject({
    raiserName: 'Nguyễn Thị Lan',
    speakerName: 'Lê Văn Tư',
  });
  const lan = await inCommune(world(), async (tx) => {
    const roles = await tx
      .selectFrom('account_roles')
      .select('role')
      .where('account_id', '=', cast.lan.accountId)
      .where('revoked_on', 'is', null)
      .execute();
    const member = await tx
      .selectFrom('team_members')
      .select(['ended_on', 'end_reason'])
      .where('id', '=', cast.lan.memberId)
      .executeTakeFirst();
    const homes = await tx
      .selectFrom('households')
      .select('id')
      .where('responsible_member_id', '=', cast.lan.memberId)
      .execute();
    return { roles, member, homes };
  });
  expect(lan).toEqual({
    roles: [],
    member: { ended_on: '2026-11-24', end_reason: 'Chuyển công tác' },
    homes: [],
  });
  // The story says who had it before.
  const told = await read(cast.tu, (ctx) => listTaskEvents(ctx, taskId));
  expect(told.at(-1)).toMatchObject({
    name: 'task.handed_over',
    note: 'Nguyễn Thị Lan bàn giao cho Nguyễn Mỹ Đào. Chuyển công tác',
  });
  const steps = await read(cast.tu, (ctx) => listObstacleSteps(ctx, obstacleId));
  expect(steps.map((step) => step.step)).toEqual(['raised', 'handed_over']);
  // Nothing waits to be handed over any more.
  const left = await read(cast.tu, (ctx) => heldBy(ctx, cast.lan.memberId ?? ''));
  expect([left.homes, left.tasks, left.requests, left.obstacles].flat()).toEqual([]);
});

test('with one thing left out nothing happens at all, and the page says which', async () => {
  const { run, read, cast } = world();
  const problem = await problemOf(run(handOver, cast.tu, { ...all(), requests: {} }));
  expect(Object.keys(problem.fields)).toEqual([`requests.${requestId}`]);
  const stranger = { ...all(), households: { ...all().households, [helped.id]: world().cast.binh.memberId } };
  expect((await problemOf(run(handOver, cast.tu, stranger))).code).toBe('input.invalid');
  expect(await read(cast.tu, (ctx) => findHelper(ctx, helped.id))).toMatchObject({
    memberId: cast.lan.memberId,
  });
  expect(await read(cast.tu, (ctx) => getTask(ctx, taskId))).toMatchObject({ doerName: 'Nguyễn Thị Lan' });
});

test('the day cannot lie ahead, and nobody hands themselves over', async () => {
  const { run, cast } = world();
  expect(
    (await problemOf(run(handOver, cast.tu, { ...all(), endedOn: '2026-12-01' }))).fields,
  ).toHaveProperty('endedOn');
  expect((await problemOf(run(handOver, cast.tu, { ...all(), endedOn: null }))).fields).toHaveProperty(
    'endedOn',
  );
  expect((await problemOf(run(handOver, cast.tu, { ...all(), memberId: cast.tu.memberId }))).code).toBe(
    'not_found',
  );
  expect((await problemOf(run(handOver, cast.lan, all()))).code).toBe('not_found');
  expect((await problemOf(run(handOver, cast.sau, all()))).code).toBe('not_found');
  expect((await problemOf(run(handOver, cast.quan, all()))).code).toBe('not_found');
});

test('who was let go without a hand-over is shown to the head until all of it has somebody', async () => {
  const { run, read, cast } = world();
  const waits = async () => (await read(cast.tu, listWaiting)).filter((one) => one.key === 'leaving');
  expect(await waits()).toEqual([]);
  await run(endMember, cast.tu, { memberId: cast.lan.memberId, endedOn: '2026-11-24', reason: null });
  expect(await waits()).toMatchObject([{ count: 1, detail: 'Nguyễn Thị Lan', since: '2026-11-24' }]);
  expect(await read(cast.tu, (ctx) => findHelper(ctx, helped.id))).toBeUndefined();
  await run(handOver, cast.tu, { ...all(), endedOn: null });
  expect(await waits()).toEqual([]);
  expect(await read(cast.tu, (ctx) => findHelper(ctx, helped.id))).toMatchObject({ memberId: dao });
});

test('who took over an obstacle says whether it is solved; who raised it no longer does', async () => {
  const { run, cast } = world();
  await run(handOver, cast.tu, all());
  await run(moveObstacle, cast.hanh, { obstacleId, to: 'triaged', level: 'commune' });
  await run(moveObstacle, cast.hanh, { obstacleId, to: 'in_progress' });
  await run(moveObstacle, cast.hanh, { obstacleId, to: 'resolved', note: 'Đã có trạm phát sóng mới.' });
  expect((await problemOf(run(moveObstacle, cast.lan, { obstacleId, to: 'confirmed' }))).code).toBe(
    'not_allowed',
  );
  await run(moveObstacle, cast.tu, { obstacleId, to: 'confirmed' });
  const count = await inCommune(world(), (tx) =>
    sql<{
      steps: number;
    }>`select count(*)::int as steps from obstacle_steps where obstacle_id = ${obstacleId}`.execute(tx),
  );
  expect(count.rows[0]?.steps).toBe(6);
});
