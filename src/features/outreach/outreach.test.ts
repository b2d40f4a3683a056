import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { inCommune, problemOf, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { commune, useWorld } from '#tests/world.ts';
import { correctOutreach } from './commands/correct-outreach.server.ts';
import { recordOutreach } from './commands/record-outreach.server.ts';
import { withdrawOutreach } from './commands/withdraw-outreach.server.ts';
import { outreachContacts, type OutreachContact } from './facts.server.ts';
import { getOutreach, listOutreach, listOutreachOf } from './queries/list-outreach.server.ts';

const world = useWorld();
let ba: Home;
let tam: Home;
beforeEach(async () => {
  await settleCatalogue(world());
  ba = await settleHome(world());
  tam = await settleHome(world());
});

const meeting = () => ({
  hamletId: world().hamlets.mau1,
  form: 'hamlet_meeting',
  heldOn: '20/11/2026',
  place: 'Văn phòng ấp',
  topics: ['an_toan'],
  reach: 'listed',
  householdIds: [ba.id, tam.id],
});
const contacts = (recordedBy = new Date('2026-12-31T00:00:00Z')) =>
  inCommune(world(), async (tx) => {
    const asOf = { communeId: commune, recordedBy, day: '2026-12-31' };
    const { rows } = await sql<OutreachContact>`
      select c.* from ${outreachContacts(asOf)} as c order by c.household_id`.execute(tx);
    return rows.map((row) => row.household_id);
  });
const sameAs =
  (...ids: string[]) =>
  (told: unknown) =>
    Array.isArray(told) && told.length === ids.length && ids.every((id) => told.includes(id));
const eventOf = (id: string) =>
  inCommune(world(), (tx) => tx.selectFrom('events').selectAll().where('subject_id', '=', id).execute());

test('chị Lan records a hamlet meeting with the households that came: they are contacted, the time line says so', async () => {
  const { cast, run, read, hamlets } = world();
  const { id } = await run(recordOutreach, cast.lan, meeting());
  expect(await contacts()).toEqual([ba.id, tam.id].sort());
  const [event] = await eventOf(id);
  expect(event).toMatchObject({ name: 'outreach.recorded', hamlet_id: hamlets.mau1 });
  expect(event?.data).toMatchObject({ householdIds: expect.toSatisfy(sameAs(ba.id, tam.id)) });
  expect(await read(cast.lan, (ctx) => listOutreachOf(ctx, ba.id))).toEqual([
    { sessionId: id, on: '2026-11-20', form: 'hamlet_meeting', place: 'Văn phòng ấp' },
  ]);
  const november = { hamletId: hamlets.mau1, from: '2026-11-01', to: '2026-11-30' };
  expect(await read(cast.tu, (ctx) => listOutreach(ctx, november))).toMatchObject({
    sessions: [{ id, households: 2, estimatedPeople: null }],
    next: null,
  });
});

test('a guess of people reaches no household, and its event names none', async () => {
  const { cast, run, read, hamlets } = world();
  const { id } = await run(recordOutreach, cast.lan, {
    hamletId: hamlets.mau1,
    form: 'loudspeaker',
    reach: 'estimated',
    estimatedPeople: '1.200',
  });
  expect(await contacts()).toEqual([]);
  expect((await eventOf(id))[0]?.data).toMatchObject({ householdIds: [], estimatedPeople: 1200 });
  const november = { hamletId: hamlets.mau1, from: '2026-11-01', to: '2026-11-30' };
  expect((await read(cast.tu, (ctx) => listOutreach(ctx, november))).sessions).toMatchObject([
    { households: null, estimatedPeople: 1200 },
  ]);
});

test('list and guess are never mixed; a loudspeaker names nobody', async () => {
  const { cast, run } = world();
  const fieldsOf = async (input: object) =>
    Object.keys((await problemOf(run(recordOutreach, cast.lan, { ...meeting(), ...input }))).fields);
  expect(await fieldsOf({ householdIds: [] })).toEqual(['householdIds']);
  expect(await fieldsOf({ estimatedPeople: 50 })).toEqual(['estimatedPeople']);
  expect(await fieldsOf({ reach: 'estimated', estimatedPeople: 50 })).toEqual(['householdIds']);
  expect(await fieldsOf({ reach: 'estimated', householdIds: [] })).toEqual(['estimatedPeople']);
  expect(await fieldsOf({ form: 'loudspeaker' })).toEqual(['reach']);
  expect(await fieldsOf({ form: 'khong_co', topics: ['vneid'] })).toEqual(['form', 'topics.0']);
  expect(await fieldsOf({ heldOn: '2026-11-25' })).toEqual(['heldOn']);
  expect(await fieldsOf({ heldOn: '2025-11-20' })).toEqual(['heldOn']);
  expect(await fieldsOf({ note: 'OTP của bác Ba: 482913' })).toEqual(['note']);
});

test('a household of another hamlet, of another commune and none at all look alike', async () => {
  const { cast, run } = world();
  const foreign = await settleHome(world(), { hamlet: 'mau2' });
  for (const stranger of [foreign.id, newId(world().now)]) {
    const input = { ...meeting(), householdIds: [ba.id, stranger] };
    expect(Object.keys((await problemOf(run(recordOutreach, cast.lan, input))).fields)).toEqual([
      'householdIds',
    ]);
  }
});

test('foreign hamlets are not found; the commune is for the office; who only reads is told so', async () => {
  const { cast, run, read, hamlets } = world();
  const { id } = await run(recordOutreach, cast.lan, meeting());
  for (const actor of [cast.binh, cast.la, cast.phuc]) {
    expect((await problemOf(run(recordOutreach, actor, meeting()))).code).toBe('not_found');
    expect((await problemOf(run(withdrawOutreach, actor, { sessionId: id }))).code).toBe('not_found');
    expect((await problemOf(read(actor, (ctx) => getOutreach(ctx, id)))).code).toBe('not_found');
    const list = read(actor, (ctx) =>
      listOutreach(ctx, { hamletId: hamlets.mau1, from: '2026-01-01', to: '2026-12-31' }),
    );
    expect((await problemOf(list)).code).toBe('not_found');
  }
  expect((await problemOf(run(recordOutreach, cast.dung, meeting()))).code).toBe('not_allowed');
  const wide = { ...meeting(), hamletId: null };
  expect((await problemOf(run(recordOutreach, cast.lan, wide))).code).toBe('not_allowed');
  await run(recordOutreach, cast.hanh, wide);
});

test('the same id twice is one session; a correction keeps history; a withdrawal takes the contacts back', async () => {
  const { cast, run, read } = world();
  const input = { ...meeting(), id: newId(world().now) };
  const first = await run(recordOutreach, cast.lan, input);
  expect(await run(recordOutreach, cast.lan, input)).toEqual(first);
  expect(await eventOf(first.id)).toHaveLength(1);

  world().now = new Date('2026-11-25T02:00:00Z');
  const correction = {
    ...meeting(),
    id: newId(world().now),
    sessionId: first.id,
    heldOn: null,
    householdIds: [ba.id],
  };
  const second = await run(correctOutreach, cast.tu, correction);
  expect(await run(correctOutreach, cast.tu, correction)).toEqual(second);
  expect(await contacts()).toEqual([ba.id]);
  // What the report of the day before knew stays known.
  expect(await contacts(new Date('2026-11-24T23:00:00Z'))).toEqual([ba.id, tam.id].sort());
  const [told] = await eventOf(second.id);
  expect(told?.data).toMatchObject({ householdIds: expect.toSatisfy(sameAs(ba.id, tam.id)) });
  const other = run(correctOutreach, cast.lan, { ...meeting(), sessionId: first.id });
  expect((await problemOf(other)).code).toBe('state.conflict');

  const third = await run(withdrawOutreach, cast.tu, { sessionId: second.id, reason: 'Hoãn vì mưa' });
  expect(await contacts()).toEqual([]);
  expect((await eventOf(third.id))[0]?.data).toMatchObject({ householdIds: [ba.id] });
  expect(await read(cast.lan, (ctx) => getOutreach(ctx, first.id))).toMatchObject({
    id: third.id,
    isVoid: true,
    households: [],
    history: [
      { id: second.id, on: '2026-11-20' },
      { id: first.id, isVoid: false },
    ],
  });
});

test('a household that turned out to be a double counts once, for the one that goes on', async () => {
  const { cast, run } = world();
  await run(recordOutreach, cast.lan, meeting());
  await inCommune(world(), (tx) =>
    tx.updateTable('households').set({ merged_into: ba.id }).where('id', '=', tam.id).execute(),
  );
  expect(await contacts()).toEqual([ba.id]);
});
