import { expect, test } from 'vitest';
import { assignSupport, endSupport } from '#features/support/commands/arrange-support.server.ts';
import { askSupport } from '#features/support/commands/ask-support.server.ts';
import { finishSupport } from '#features/support/commands/finish-support.server.ts';
import { getSupport } from '#features/support/queries/support.server.ts';
import { listVisitsOf } from '#features/visits/queries/list-visits-of.server.ts';
import { newId } from '#shared/ids.ts';
import { settlePhone } from '#tests/phone-world.ts';
import { settleCatalogue, settleHome } from '#tests/visit-world.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import { phoneBook } from './book.server.ts';

/** R43, W9 where there is no network: given in the office, helped at the door, told when there is a line. */
const world = useWorld();
const requestsOf = async (who: CastName) =>
  (await world().read(world().cast[who], phoneBook)).book.support?.requests.map(({ id, state, isOwn }) => ({
    id,
    state,
    isOwn,
  }));

async function ground() {
  const { cast, hamlets, run } = world();
  await settleCatalogue(world());
  const home = await settleHome(world());
  const asked = {
    hamletId: hamlets.mau1,
    channel: 'phone',
    householdId: home.id,
    residentId: home.people[0],
    platform: 'so_suc_khoe',
    place: 'home',
    urgency: 'soon',
  };
  const { id } = await run(askSupport, cast.tu, asked);
  await run(assignSupport, cast.tu, { requestId: id, memberId: cast.lan.memberId });
  const visit = {
    id: newId(world().now),
    householdId: home.id,
    met: 'someone',
    metResidents: [home.people[0]],
    guidances: [{ residentId: home.people[0], platform: 'so_suc_khoe', outcome: 'installed' }],
  };
  return { home, asked, id, visit };
}

test('chị Lan finishes on her phone: request and visit are written together, and told twice they are written once', async () => {
  const { cast, read } = world();
  const { home, id, visit } = await ground();
  const phone = await settlePhone(world(), 'lan');
  expect(await requestsOf('lan')).toEqual([{ id, state: 'assigned', isOwn: false }]);
  const result = { requestId: id, visit, satisfaction: 'good' };
  expect(await phone.tell('support.finish', result)).toMatchObject({ status: 'ok' });
  expect(await phone.tell('support.finish', result)).toMatchObject({ status: 'ok' });
  expect(await read(cast.tu, (ctx) => getSupport(ctx, id))).toMatchObject({
    state: 'done',
    satisfaction: 'good',
    visitId: visit.id,
  });
  expect(await read(cast.lan, (ctx) => listVisitsOf(ctx, home.id))).toHaveLength(1);
});

test.each([
  { office: 'says that nobody needs it any more', state: 'cancelled' },
  { office: 'finishes it itself', state: 'done' },
] as const)(
  'the office $office while she is at the door: it stays so, and her visit is kept, once',
  async ({ state }) => {
    const { cast, run, read } = world();
    const { home, id, visit } = await ground();
    const phone = await settlePhone(world(), 'lan');
    const own = { ...visit, id: newId(world().now) };
    if (state === 'cancelled')
      await run(endSupport, cast.tu, { requestId: id, to: 'cancelled', note: 'Con cháu đã giúp.' });
    else await run(finishSupport, cast.tu, { requestId: id, visit: own });
    const before = state === 'done' ? 1 : 0;
    for (const _again of [1, 2])
      expect(
        await phone.tell('support.finish', { requestId: id, visit, satisfaction: 'good' }),
      ).toMatchObject({
        status: 'ok',
      });
    const visits = await read(cast.lan, (ctx) => listVisitsOf(ctx, home.id));
    expect(visits.map((one) => one.id)).toContain(visit.id);
    expect(visits).toHaveLength(before + 1);
    expect(await read(cast.tu, (ctx) => getSupport(ctx, id))).toMatchObject({
      state,
      satisfaction: null,
      visitId: state === 'done' ? own.id : null,
    });
    // Words alone are no visit: of a request that came to nothing they are refused, and told.
    if (state === 'cancelled')
      expect(await phone.tell('support.finish', { requestId: id, note: 'Đã cài xong.' })).toMatchObject({
        status: 'rejected',
        code: 'state.conflict',
      });
  },
);

test('she asks on her phone; her head’s phone has it, her neighbour’s has not, and the book stays the same until something changes', async () => {
  const { asked, id } = await ground();
  const phone = await settlePhone(world(), 'lan');
  const own = newId(world().now);
  expect(await phone.tell('support.ask', { ...asked, id: own, channel: 'member' })).toMatchObject({
    status: 'ok',
  });
  expect(await requestsOf('lan')).toContainEqual({ id: own, state: 'new', isOwn: true });
  expect((await requestsOf('tu'))?.map((one) => one.id).toSorted()).toEqual([id, own].toSorted());
  expect(await requestsOf('sau')).toEqual([]);
  const hash = async () => (await world().read(world().cast.lan, phoneBook)).hash;
  const before = await hash();
  world().now = new Date('2026-12-10T02:00:00Z');
  expect(await hash()).toBe(before);
});
