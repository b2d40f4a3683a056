import { beforeEach, describe, expect, it } from 'vitest';
import { productActor } from '#platform/commands/actor.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { grantRole } from '#features/accounts/commands/keep.server.ts';
import { renameHamlet } from '#features/org/commands/hamlets.server.ts';
import { listHamlets, listMembers, listTeams } from '#features/org/queries.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { ownReports } from '#features/reports/queries/own-reports.server.ts';
import { reportBoard } from '#features/reports/queries/report-board.server.ts';
import { layGroundFor, settleHomes } from '#features/reports/report-world.test-support.ts';
import { getObstacle } from '#features/obstacles/queries/obstacles.server.ts';
import { raiseObstacle } from '#features/obstacles/commands/raise-obstacle.server.ts';
import { launched, movement } from '#features/emulation/emulation-world.test-support.ts';
import { findOne, holdOne, planOne } from '#features/inspection/inspection-world.test-support.ts';
import { inspectionsAsOf } from '#features/inspection/queries/as-of.server.ts';
import { findingsOf } from '#features/inspection/queries/findings.server.ts';
import { listInspections } from '#features/inspection/queries/inspections.server.ts';
import { moveObstacle } from '#features/obstacles/commands/move-obstacle.server.ts';
import { getSupport } from '#features/support/queries/support.server.ts';
import { getTask } from '#features/tasks/queries/find-task.server.ts';
import { moveTask } from '#features/tasks/commands/move-task.server.ts';
import { findHelper } from '#features/visits/queries/helpers.server.ts';
import { inCommune, problemOf, type Home } from '#tests/visit-world.ts';
import { commune, useWorld } from '#tests/world.ts';
import { cancelMerger } from './commands/merge-hamlets.server.ts';
import { mergeHamletsOfToday } from './commands/do-merger.server.ts';
import { begin, merge, withRightsOfNow, type Begun } from './merger-world.test-support.ts';
import { mergerPreview } from './queries/merger-preview.server.ts';
import { listMergers } from './queries/mergers.server.ts';

const world = useWorld();
let home: Home;
let begun: Begun;

beforeEach(async () => {
  await layGroundFor(world());
  [home] = (await settleHomes(world(), 'mau1', 3)) as [Home];
  await settleHomes(world(), 'mau2', 2);
  begun = await begin(world(), 'mau1', home, '2026-11-10', 'số một');
});

const names = () =>
  world().read(world().cast.hanh, async (ctx) => (await listHamlets(ctx)).map(({ name }) => name));
const atNight = () =>
  inCommune(world(), (tx) =>
    mergeHamletsOfToday(writeContext(tx, { actor: productActor(commune), now: world().now })),
  );

describe('what goes on', () => {
  it('says before, in numbers, what it will carry over, and carries just that', async () => {
    const { read, cast, hamlets } = world();
    const preview = await read(cast.hanh, (ctx) => mergerPreview(ctx, [hamlets.mau1, hamlets.mau2]));
    expect(preview.hamlets).toMatchObject([
      {
        name: 'Ấp Mẫu 1',
        households: 3,
        people: 6,
        members: 2,
        tasks: 1,
        requests: 1,
        obstacles: 1,
        groups: 1,
        businesses: 1,
      },
      { name: 'Ấp Mẫu 2', households: 2, people: 4, members: 2, tasks: 0 },
    ]);
    await merge(world());
    expect((await read(cast.hanh, (ctx) => mergerPreview(ctx, [hamlets.mau2]))).hamlets).toMatchObject([
      {
        households: 5,
        people: 10,
        members: 4,
        tasks: 1,
        requests: 1,
        obstacles: 1,
        groups: 1,
        businesses: 1,
      },
    ]);
    expect(await names()).toEqual(['Ấp Mẫu 2', 'Ấp Mẫu 3']);
    expect(await read(cast.hanh, listMergers)).toMatchObject([
      { ending: ['Ấp Mẫu 1'], into: 'Ấp Mẫu 2', state: 'done', households: 3 },
    ]);
  });

  it('keeps tasks, requests, difficulties and helpers with who has them, open to the people of both', async () => {
    const { run, read, cast, hamlets } = world();
    await merge(world());
    const [sau, lan] = [await withRightsOfNow(world(), 'sau'), await withRightsOfNow(world(), 'lan')];
    expect(await read(sau, (ctx) => getTask(ctx, begun.taskId))).toMatchObject({
      hamletId: hamlets.mau2,
      doerName: 'Nguyễn Thị Lan',
    });
    expect(await read(sau, (ctx) => getObstacle(ctx, begun.obstacleId))).toMatchObject({
      hamletId: hamlets.mau2,
    });
    expect(await read(sau, (ctx) => getSupport(ctx, begun.requestId))).toMatchObject({
      hamletId: hamlets.mau2,
    });
    expect(await read(sau, (ctx) => findHelper(ctx, home.id))).toMatchObject({ memberId: cast.lan.memberId });
    await run(moveTask, lan, { taskId: begun.taskId, to: 'accepted', note: null });
    await run(moveObstacle, cast.hanh, { obstacleId: begun.obstacleId, to: 'triaged', level: 'hamlet' });
    await run(moveObstacle, sau, { obstacleId: begun.obstacleId, to: 'in_progress' });
  });

  it('keeps inspections and movements: one visit a day, findings for the head who is there, months before as they were', async () => {
    const { read, cast, hamlets } = world();
    const { mau1, mau2 } = hamlets;
    world().now = new Date('2026-10-05T02:00:00Z');
    const held = await planOne(world(), mau1, { plannedOn: '2026-10-05' });
    await holdOne(world(), held, '2026-10-05');
    await findOne(world(), held, '2026-12-20', 'Sổ thiếu hộ');
    world().now = new Date('2026-11-24T02:12:00Z');
    await planOne(world(), mau1, { plannedOn: '2026-11-28' });
    await planOne(world(), mau2, { plannedOn: '2026-11-28' });
    await planOne(world(), mau1, { plannedOn: '2026-11-30' });
    const movementId = await launched(world(), {
      startsOn: '24/11/2026',
      endsOn: '31/12/2026',
      places: [mau1, mau2],
    });
    const october = { from: '2026-10-01', day: '2026-10-31', cutoffAt: new Date('2026-11-24T09:00:00Z') };
    const told = (hamletId: string) =>
      read(cast.hanh, (ctx) => inspectionsAsOf(ctx, { hamletId, ...october }));
    const before = [await told(mau1), await told(mau2)];
    expect(before).toMatchObject([
      { held: 1, open: 1 },
      { held: 0, open: 0 },
    ]);
    await merge(world());
    const all = await read(cast.hanh, (ctx) => listInspections(ctx));
    expect(all.map(({ hamletId, plannedOn, state }) => ({ hamletId, plannedOn, state }))).toEqual(
      expect.arrayContaining([
        { hamletId: mau1, plannedOn: '2026-11-28', state: 'cancelled' },
        { hamletId: mau2, plannedOn: '2026-10-05', state: 'held' },
        { hamletId: mau2, plannedOn: '2026-11-28', state: 'planned' },
        { hamletId: mau2, plannedOn: '2026-11-30', state: 'planned' },
      ]),
    );
    expect(all).toHaveLength(4);
    const sau = await withRightsOfNow(world(), 'sau');
    expect(await read(sau, (ctx) => findingsOf(ctx, held))).toHaveLength(1);
    expect([await told(mau1), await told(mau2)]).toEqual(before);
    expect((await movement(world(), movementId)).hamlets.map(({ id }) => id)).toEqual([mau2]);
  });

  it('has one team with one leader, or two beside each other; nobody loses a term', async () => {
    const { read, cast, hamlets, teams } = world();
    const back = await world().database.copy();
    await merge(world());
    const joined = await read(cast.hanh, (ctx) => listMembers(ctx, teams.mau2));
    expect(joined.map(({ fullName, position, endedOn }) => [fullName, position, endedOn])).toEqual([
      ['Phạm Thị Sáu', 'leader', null],
      ['Lê Văn Tư', 'deputy', null],
      ['Trần Văn Bình', 'member', null],
      ['Nguyễn Thị Lan', 'member', null],
    ]);
    expect((await read(cast.hanh, (ctx) => listTeams(ctx))).map(({ id }) => id)).not.toContain(teams.mau1);
    await back();
    await merge(world(), { headId: cast.tu.accountId, leaderId: cast.tu.memberId });
    const led = await read(cast.hanh, (ctx) => listMembers(ctx, teams.mau2));
    expect(led.map(({ fullName, position }) => [fullName, position]).slice(0, 2)).toEqual([
      ['Lê Văn Tư', 'leader'],
      ['Phạm Thị Sáu', 'deputy'],
    ]);
    expect((await withRightsOfNow(world(), 'tu')).grants).toContainEqual({
      role: 'hamlet_head',
      hamletId: hamlets.mau2,
    });
    expect((await withRightsOfNow(world(), 'sau')).grants).not.toContainEqual({
      role: 'hamlet_head',
      hamletId: hamlets.mau2,
    });
    await back();
    await merge(world(), { teams: 'beside' });
    const beside = (await read(cast.hanh, (ctx) => listTeams(ctx))).filter(
      ({ hamletId }) => hamletId === hamlets.mau2,
    );
    expect(beside.map(({ id }) => id).toSorted()).toEqual([teams.mau1, teams.mau2].toSorted());
    expect(beside.map(({ memberCount }) => memberCount)).toEqual([2, 2]);
  });

  it('takes no new work, no new role and no other name for a hamlet that has ended', async () => {
    const { run, cast, hamlets } = world();
    await merge(world());
    const sau = await withRightsOfNow(world(), 'sau');
    const raise = run(raiseObstacle, sau, {
      hamletId: hamlets.mau1,
      kind: 'obstacle',
      pillar: 'society',
      title: 'Sóng yếu',
      severity: 'minor',
    });
    expect((await problemOf(raise)).code).toBe('not_found');
    const role = { accountId: cast.lan.accountId, role: 'hamlet_head', hamletId: hamlets.mau1 };
    expect((await problemOf(run(grantRole, cast.quan, role))).code).toBe('not_found');
    const name = { hamletId: hamlets.mau1, name: 'Ấp Khác' };
    expect((await problemOf(run(renameHamlet, cast.hanh, name))).code).toBe('not_found');
  });

  it('may be a new hamlet, which takes the name of one that ends', async () => {
    const { read, cast } = world();
    await merge(world(), { intoHamletId: null, newName: 'Ấp Mẫu 1', headId: cast.sau.accountId });
    expect(await names()).toEqual(['Ấp Mẫu 3', 'Ấp Mẫu 1']);
    const teams = await read(cast.hanh, (ctx) => listTeams(ctx));
    expect(teams.find(({ hamletName }) => hamletName === 'Ấp Mẫu 1')).toMatchObject({
      name: 'Tổ công nghệ số cộng đồng Ấp Mẫu 1',
      memberCount: 4,
      decisionNumber: '15/NQ-HĐND',
    });
  });
});

describe('reports', () => {
  it('of periods that ended before the day are owed by the old hamlets, later ones by the one that goes on', async () => {
    const { run, read, cast, hamlets } = world();
    await merge(world(), { validFrom: '2026-11-01' });
    const [tu, sau] = [await withRightsOfNow(world(), 'tu'), await withRightsOfNow(world(), 'sau')];
    const refused = problemOf(run(openReport, tu, { hamletId: hamlets.mau1, period: '2026-11' }));
    expect((await refused).fields).toHaveProperty('period');
    const october = await run(openReport, tu, { hamletId: hamlets.mau1, period: '2026-10' });
    await run(submitReport, tu, { reportId: october });
    expect((await read(tu, ownReports)).map(({ name, running }) => [name, running !== null])).toEqual([
      ['Ấp Mẫu 1', false],
    ]);
    expect((await read(sau, ownReports)).map(({ name }) => name)).toEqual(['Ấp Mẫu 1', 'Ấp Mẫu 2']);
    const board = await read(cast.hanh, (ctx) => reportBoard(ctx));
    const asked = board.hamlets.map(({ name, cells }) => [
      name,
      cells.filter(({ isAsked }) => isAsked).map(({ period }) => period)[0],
    ]);
    expect(asked).toEqual([
      ['Ấp Mẫu 1', '2026-10'],
      ['Ấp Mẫu 2', '2026-11'],
      ['Ấp Mẫu 3', '2026-11'],
    ]);
  });

  it('that were sent stand: no merger from a day by which one was sent', async () => {
    const { run, cast, hamlets } = world();
    const october = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
    await run(submitReport, cast.tu, { reportId: october });
    expect((await problemOf(merge(world(), { validFrom: '2026-10-15' }))).fields).toHaveProperty('validFrom');
    await merge(world(), { validFrom: '2026-11-01' });
  });
});

describe('a day that has not come', () => {
  it('waits, is done in the night before it, once; or is called off', async () => {
    const { run, read, cast, hamlets } = world();
    await merge(world(), { validFrom: '2026-12-01' });
    await atNight();
    expect(await names()).toEqual(['Ấp Mẫu 1', 'Ấp Mẫu 2', 'Ấp Mẫu 3']);
    const twice = problemOf(
      merge(world(), { hamletIds: [hamlets.mau1, hamlets.mau3], intoHamletId: hamlets.mau3 }),
    );
    expect((await twice).fields).toHaveProperty('hamletIds');
    const [waiting] = await read(cast.hanh, listMergers);
    await run(cancelMerger, cast.hanh, { mergerId: waiting?.id });
    expect((await problemOf(run(cancelMerger, cast.hanh, { mergerId: waiting?.id }))).code).toBe(
      'state.conflict',
    );
    await merge(world(), { validFrom: '2026-12-01' });
    world().now = new Date('2026-11-30T17:05:00Z');
    await atNight();
    await atNight();
    expect(await names()).toEqual(['Ấp Mẫu 2', 'Ấp Mẫu 3']);
    const told = await inCommune(world(), (tx) =>
      tx.selectFrom('events').select('name').where('name', 'like', 'hamlet.merge%').orderBy('id').execute(),
    );
    expect(told.map(({ name }) => name)).toEqual([
      'hamlet.merger_planned',
      'hamlet.merger_cancelled',
      'hamlet.merger_planned',
      'hamlet.merged',
    ]);
  });

  it('refuses one hamlet alone, a name that is taken, a paper of tomorrow and a day before the hamlet', async () => {
    const { hamlets } = world();
    const fields = async (more: Record<string, unknown>) =>
      Object.keys((await problemOf(merge(world(), more))).fields);
    expect(await fields({ hamletIds: [hamlets.mau2] })).toEqual(['hamletIds']);
    expect(await fields({ intoHamletId: hamlets.mau3 })).toEqual(['intoHamletId']);
    expect(await fields({ intoHamletId: null })).toEqual(['newName']);
    expect(await fields({ intoHamletId: null, newName: 'ấp mẫu 3' })).toEqual(['newName']);
    expect(await fields({ decisionOn: '2026-11-25' })).toEqual(['decisionOn']);
    expect(await fields({ validFrom: '2025-07-01' })).toEqual(['validFrom']);
  });
});
