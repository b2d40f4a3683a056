import { beforeEach, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { inCommune, problemOf, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { recordVisit } from './record-visit.server.ts';

const world = useWorld();
let home: Home;
beforeEach(async () => {
  await settleCatalogue(world());
  home = await settleHome(world());
});

test('chị Lan records a visit: the need it began with (R8), the guidance, what was learned, and one event', async () => {
  const { cast, run } = world();
  const [ba, tam] = home.people;
  const { id } = await run(recordVisit, cast.lan, {
    householdId: home.id,
    met: 'someone',
    metResidents: [ba],
    need: 'Muốn xem sổ sức khỏe của mẹ',
    topics: ['an_toan'],
    guidances: [
      { residentId: ba, platform: 'vneid', outcome: 'activated' },
      { residentId: tam, platform: 'so_suc_khoe', outcome: 'declined' },
    ],
    records: [{ residentId: ba, source: 'declared', bank_account: 'yes' }],
    nextStep: 'Cài sổ sức khỏe',
    nextOn: '01/12/2026',
    minutes: '35',
  });
  const [visit, guidances, records, events] = await inCommune(world(), async (tx) => [
    await tx.selectFrom('visits').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    await tx.selectFrom('guidances').selectAll().where('visit_id', '=', id).orderBy('platform').execute(),
    await tx.selectFrom('digital_records').selectAll().where('visit_id', '=', id).orderBy('source').execute(),
    await tx.selectFrom('events').selectAll().where('subject_id', '=', id).execute(),
  ]);
  expect(visit).toMatchObject({
    household_id: home.id,
    hamlet_id: world().hamlets.mau1,
    visited_on: '2026-11-24',
    recorded_by: cast.lan.accountId,
    member_id: cast.lan.memberId,
    form: 'home_visit',
    met: 'someone',
    met_residents: [ba],
    need: 'Muốn xem sổ sức khỏe của mẹ',
    topics: ['an_toan'],
    next_on: '2026-12-01',
    minutes: 35,
    replaces: null,
    void: false,
  });
  expect(guidances.map(({ platform, outcome }) => [platform, outcome])).toEqual([
    ['so_suc_khoe', 'declined'],
    ['vneid', 'activated'],
  ]);
  expect(records).toMatchObject([
    { resident_id: ba, source: 'declared', bank_account: 'yes', vneid: null },
    { resident_id: ba, source: 'shown', bank_account: null, vneid: 'activated', observed_on: '2026-11-24' },
  ]);
  expect(events).toMatchObject([
    { name: 'visit.recorded', hamlet_id: world().hamlets.mau1, data: { householdIds: [home.id] } },
  ]);
});

test('the same id twice is one visit, one event, the same answer (P3)', async () => {
  const { cast, run } = world();
  const visit = { id: newId(world().now), householdId: home.id, met: 'someone' };
  const first = await run(recordVisit, cast.lan, visit);
  world().now = new Date('2026-11-25T03:00:00Z');
  const second = await run(recordVisit, cast.lan, visit);
  expect(second).toEqual(first);
  const counts = await inCommune(world(), async (tx) => [
    (await tx.selectFrom('visits').select('id').execute()).length,
    (await tx.selectFrom('events').select('id').where('name', '=', 'visit.recorded').execute()).length,
  ]);
  expect(counts).toEqual([1, 1]);
});

test('an id that already is another visit is refused, not swallowed', async () => {
  const { cast, run } = world();
  const other = await settleHome(world());
  const id = newId(world().now);
  await run(recordVisit, cast.lan, { id, householdId: home.id, met: 'nobody' });
  const problem = await problemOf(run(recordVisit, cast.lan, { id, householdId: other.id, met: 'nobody' }));
  expect(problem.code).toBe('duplicate');
});

test('foreign and absent look alike: another hamlet, another commune, no such household', async () => {
  const { cast, run } = world();
  const visit = { householdId: home.id, met: 'nobody' };
  for (const work of [
    run(recordVisit, cast.binh, visit),
    run(recordVisit, cast.la, visit),
    run(recordVisit, cast.lan, { ...visit, householdId: newId(world().now) }),
  ])
    expect((await problemOf(work)).code).toBe('not_found');
});

test('who sees the household but does not visit is told so', async () => {
  const { cast, run } = world();
  for (const actor of [cast.dung, cast.tam, cast.minh])
    expect((await problemOf(run(recordVisit, actor, { householdId: home.id, met: 'nobody' }))).code).toBe(
      'not_allowed',
    );
  const atHome = run(recordVisit, cast.quay, { householdId: home.id, met: 'someone' });
  expect((await problemOf(atHome)).code).toBe('not_allowed');
  await run(recordVisit, cast.quay, { householdId: home.id, met: 'someone', form: 'counter' });
});

test('a person of another hamlet cannot be slipped into a visit', async () => {
  const { cast, run } = world();
  const foreign = await settleHome(world(), { hamlet: 'mau2' });
  const [stranger] = foreign.people;
  const problem = await problemOf(
    run(recordVisit, cast.lan, {
      householdId: home.id,
      met: 'someone',
      records: [{ residentId: stranger, source: 'declared', vneid: 'none' }],
    }),
  );
  expect(problem.code).toBe('input.invalid');
  expect(Object.keys(problem.fields)).toEqual(['records.0.residentId']);
});

test('codes outside the catalogue are refused by name', async () => {
  const { cast, run } = world();
  const problem = await problemOf(
    run(recordVisit, cast.lan, {
      householdId: home.id,
      met: 'someone',
      form: 'vneid',
      topics: ['an_toan', 'khong_co'],
      guidances: [{ residentId: null, platform: 'khong_co', outcome: 'practised' }],
    }),
  );
  expect(Object.keys(problem.fields).sort()).toEqual(['form', 'guidances.0.platform', 'topics.1']);
});

test('papers of the plan year, and of a month before the registration, may be entered late; earlier ones and tomorrow may not', async () => {
  const { cast, run } = world();
  const late = await run(recordVisit, cast.lan, {
    householdId: home.id,
    met: 'nobody',
    visitedOn: '05/01/2026',
  });
  const row = await inCommune(world(), (tx) =>
    tx.selectFrom('visits').select('visited_on').where('id', '=', late.id).executeTakeFirstOrThrow(),
  );
  expect(row.visited_on).toBe('2026-01-05');
  for (const visitedOn of ['2025-12-09', '2026-11-25']) {
    const problem = await problemOf(
      run(recordVisit, cast.lan, { householdId: home.id, met: 'nobody', visitedOn }),
    );
    expect(Object.keys(problem.fields)).toEqual(['visitedOn']);
  }
});

test('a visit to a household that turned out to be a double counts for the one that goes on', async () => {
  const { cast, run } = world();
  const survivor = await settleHome(world());
  await inCommune(world(), (tx) =>
    tx.updateTable('households').set({ merged_into: survivor.id }).where('id', '=', home.id).execute(),
  );
  const { id } = await run(recordVisit, cast.lan, { householdId: home.id, met: 'someone' });
  const event = await inCommune(world(), (tx) =>
    tx.selectFrom('events').select('data').where('subject_id', '=', id).executeTakeFirstOrThrow(),
  );
  expect(event.data).toMatchObject({ householdIds: [survivor.id] });
});
