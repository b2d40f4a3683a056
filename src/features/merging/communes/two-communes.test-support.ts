/** Two communes of one installation at work, for the tests of their merger: 30658 with the whole cast, 31552 with cô Lạ. People are invented. */
import { sql } from 'kysely';
import type { Actor } from '#platform/commands/actor.ts';
import { writeContext, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { newId } from '#shared/ids.ts';
import { insertHamlet } from '#features/org/commands/hamlets.server.ts';
import { recordOutreach } from '#features/outreach/commands/record-outreach.server.ts';
import { raiseObstacle } from '#features/obstacles/commands/raise-obstacle.server.ts';
import { moveMovement } from '#features/emulation/commands/move-movement.server.ts';
import { draftMovement } from '#features/emulation/commands/write-movement.server.ts';
import { launched, written } from '#features/emulation/emulation-world.test-support.ts';
import { holdOne, planOne } from '#features/inspection/inspection-world.test-support.ts';
import { insertCatalogueEntry, insertPlan } from '#features/plans/commands.server.ts';
import { defaultCatalogue } from '#features/plans/default-catalogue.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { registerHousehold } from '#features/registry/commands/register-household.server.ts';
import { seedDefaultTemplates } from '#features/reports/commands/seed-default-templates.server.ts';
import { layGroundFor, settleHomes, visit } from '#features/reports/report-world.test-support.ts';
import { seedDefaultTargets } from '#features/targets/commands/seed-default-targets.server.ts';
import { giveTasks } from '#features/tasks/commands/give-tasks.server.ts';
import { begin } from '#features/merging/merger-world.test-support.ts';
import type { Home } from '#tests/visit-world.ts';
import { commune, foreignCommune, type World } from '#tests/world.ts';
import type { CommuneMerger } from './merger.ts';

export const merger = (more: Partial<CommuneMerger> = {}): CommuneMerger => ({
  from: commune,
  into: foreignCommune,
  on: '2026-11-20',
  paper: 'Nghị quyết 12/NQ-HĐND',
  choices: { suffix: '(Nhơn Mỹ)', hamlets: {}, keepRoles: [] },
  ...more,
});

export interface TwoCommunes {
  homes: Home[];
  /** Of the commune that goes on: a household that has the code '01-0001' too. */
  theirHome: { id: Id; people: Id[] };
  /** Somebody who works in the hamlet of the other commune. */
  theirs: Actor;
  officerThere: Actor;
  /** Of the other commune as a whole, closed before the day. */
  closedMovement: Id;
}

/** Work of September to November in both, in every room of the first. */
export async function settleTwoCommunes(here: World): Promise<TwoCommunes> {
  const now = here.now;
  await layGroundFor(here);
  await layGroundThere(here);
  const { mau1, mau2, foreign } = here.hamlets;
  const officerThere = here.cast.la;
  const theirs: Actor = {
    ...officerThere,
    grants: [
      { role: 'hamlet_head', hamletId: foreign },
      { role: 'member', hamletId: foreign },
    ],
  };
  const homes = [...(await settleHomes(here, 'mau1', 2)), ...(await settleHomes(here, 'mau2', 2))];
  const [one, , two] = homes;
  if (!one || !two) throw new Error('no homes');
  const register = async (actor: Actor, hamletId: Id, at: string) => {
    here.now = new Date(at);
    const people = [newId(here.now), newId(here.now)] as const;
    const { id } = await here.run(registerHousehold, actor, {
      hamletId,
      residents: [
        { id: people[0], fullName: 'Nguyễn Văn Chín', birth: '1958' },
        { id: people[1], fullName: 'Nguyễn Thị Mười', birth: '1990', relation: 'child' },
      ],
    });
    return { id, people: [...people] };
  };
  await register(here.cast.hanh, mau1, '2026-09-02T03:00:00Z');
  const theirHome = await register(officerThere, foreign, '2026-09-03T03:00:00Z');
  await register(officerThere, foreign, '2026-11-21T03:00:00Z');
  const guided = (home: Home, platform = 'vneid') => ({
    guidances: [{ residentId: home.people[0], platform, outcome: 'activated' }],
  });
  for (const [actor, home, day] of [
    [here.cast.lan, one, '2026-09-20'],
    [here.cast.lan, one, '2026-10-12'],
    [here.cast.binh, two, '2026-10-15'],
    [here.cast.binh, two, '2026-11-21'],
    [theirs, theirHome, '2026-10-13'],
    [theirs, theirHome, '2026-11-22'],
  ] as const)
    await visit(here, actor, home, day, guided(home));
  await begin(here, 'mau1', one, '2026-10-10', 'số một');
  await begin(here, 'mau2', two, '2026-11-10', 'số hai');
  here.now = new Date('2026-10-18T03:00:00Z');
  for (const [actor, hamletId, householdIds] of [
    [here.cast.hanh, null, [one.id, two.id]],
    [here.cast.lan, mau1, [one.id]],
    [officerThere, null, [theirHome.id]],
  ] as const)
    await here.run(recordOutreach, actor, {
      hamletId,
      form: 'hamlet_meeting',
      heldOn: '2026-10-18',
      reach: 'listed',
      householdIds,
    });
  for (const actor of [here.cast.hanh, officerThere])
    await here.run(raiseObstacle, actor, {
      hamletId: null,
      kind: 'obstacle',
      pillar: 'government',
      title: 'Thiếu người hỗ trợ',
      severity: 'moderate',
    });
  here.now = new Date('2026-10-12T03:00:00Z');
  await here.run(giveTasks, here.cast.minh, {
    title: 'Rà soát danh sách',
    assignees: [`account:${here.cast.hanh.accountId}`],
    dueOn: '2026-10-20',
  });
  here.now = new Date('2026-10-18T03:00:00Z');
  await holdOne(here, await planOne(here, mau2, { plannedOn: '2026-10-18' }), '2026-10-18');
  await launched(here, { places: ['ca-xa'] });
  const closedMovement = await movementThere(here, {
    ...officerThere,
    grants: [{ role: 'unit', hamletId: null }],
  });
  here.now = now;
  return { homes, theirHome, theirs, officerThere, closedMovement };
}

async function movementThere(here: World, unit: Actor): Promise<Id> {
  const at = (day: string) => (here.now = new Date(`${day}T03:00:00Z`));
  at('2026-10-01');
  const { id } = await here.run(
    draftMovement,
    unit,
    written(here, { places: ['ca-xa'], startsOn: '01/10/2026', endsOn: '20/10/2026' }),
  );
  await here.run(moveMovement, unit, { movementId: id, to: 'launched' });
  at('2026-10-21');
  await here.run(moveMovement, unit, { movementId: id, to: 'closed' });
  return id;
}

/** What layGroundFor lays in the first commune, without one platform, with a hamlet whose name both have; and there a form more. */
async function layGroundThere(here: World): Promise<void> {
  await here.database.transaction({ commune: foreignCommune }, async (tx) => {
    await sql`reset role`.execute(tx);
    await sql`insert into provinces (code, name, type, valid_from) values ('92', 'Cần Thơ', 'thanh_pho', '2025-07-01')
      on conflict do nothing`.execute(tx);
    await sql`insert into communes (code, name, name_folded, type, province_code, valid_from, predecessor_codes)
      values (${foreignCommune}, 'Mẫu Lạ', 'mau la', 'xa', '92', '2025-07-01', '{}') on conflict do nothing`.execute(
      tx,
    );
  });
  await here.database.transaction({ commune: foreignCommune }, async (tx) => {
    const ctx = writeContext(tx, { actor: here.cast.la, now: new Date('2026-01-05T01:00:00Z') });
    const planId = await insertPlan(ctx, planNhonMy2026);
    for (const entry of defaultCatalogue)
      if (entry.code !== 'smart_an_giang') await insertCatalogueEntry(ctx, entry);
    await seedDefaultTargets(ctx, planId);
    await seedDefaultTemplates(ctx);
    await insertHamlet(ctx, { name: 'Ấp Mẫu 1', kind: 'ap', validFrom: '2026-01-05' });
  });
  await here.database.transaction({ commune }, async (tx) => {
    const ctx = writeContext(tx, { actor: here.cast.hanh, now: new Date('2026-01-05T01:00:00Z') });
    const [form] = defaultCatalogue.filter((entry) => entry.kind === 'outreach_form');
    if (!form) throw new Error('no form');
    await insertCatalogueEntry(ctx, { ...form, code: 'xe_loa', name: 'Xe loa lưu động', position: 99 });
  });
}

/** Reads as an officer of a commune. */
export const readIn = <T>(here: World, code: string, query: (ctx: ReadContext) => Promise<T>): Promise<T> =>
  here.read(code === commune ? here.cast.hanh : here.cast.la, query);
