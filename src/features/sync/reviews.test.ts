import { beforeEach, expect, it } from 'vitest';
import { correctResident } from '#features/registry/commands/correct-resident.server.ts';
import { mergeResidents } from '#features/registry/commands/merge-residents.server.ts';
import { moveHousehold } from '#features/registry/commands/move-household.server.ts';
import { settlePhone } from '#tests/phone-world.ts';
import { settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import { decideReview } from './commands/decide-review.server.ts';
import { listReviews, type OpenReview } from './queries/list-reviews.server.ts';

const world = useWorld();
let home: Home;
let person: string;
const later = (minutes: number) => {
  world().now = new Date(world().now.getTime() + minutes * 60_000);
};

/** Chị Lan and chú Tư correct the same name, she without a network. */
beforeEach(async () => {
  const here = world();
  await settleCatalogue(here);
  home = await settleHome(here, { people: 3 });
  person = home.people[1] ?? '';
  const lan = await settlePhone(here, 'lan');
  await lan.pull();
  const told = lan.operation(
    'resident.correct',
    { residentId: person, fullName: 'Nguyễn Thị Tám Em', birth: '15/08/1966' },
    { base: { fullName: 'Nguyễn Thị Tám 1', birth: { date: '1960-12-31', precision: 'year' } } },
  );
  later(10);
  await here.run(correctResident, here.cast.tu, { residentId: person, fullName: 'Nguyễn Thị Thắm' });
  later(10);
  await lan.push(told);
});

const reviews = (who: CastName) => world().read(world().cast[who], (ctx) => listReviews(ctx, null));
const nameNow = async () =>
  (
    await world().read(world().cast.hanh, (ctx) =>
      ctx.tx.selectFrom('residents').select('full_name').where('id', '=', person).executeTakeFirstOrThrow(),
    )
  ).full_name;
const theOne = async (): Promise<OpenReview> => {
  const [review] = await reviews('tu');
  if (!review) throw new Error('nothing to review');
  return review;
};
const decide = (who: CastName, reviewId: string, decision: string) =>
  world().run(decideReview, world().cast[who], { reviewId, decision });

it('both words stand side by side, with who wrote each and when', async () => {
  expect(await reviews('tu')).toMatchObject([
    {
      field: 'Họ và tên',
      told: 'Nguyễn Thị Tám Em',
      toldByName: 'Nguyễn Thị Lan',
      toldAt: new Date('2026-11-24T02:12:00Z'),
      stands: 'Nguyễn Thị Thắm',
      stoodBy: 'Lê Văn Tư',
      stoodAt: '2026-11-24T02:22:00.000Z',
      personName: 'Nguyễn Thị Thắm',
      householdId: home.id,
    },
  ]);
  expect(await reviews('hanh')).toHaveLength(1);
  for (const who of ['sau', 'lan', 'tam', 'la'] as const) expect(await reviews(who)).toEqual([]);
});

it('chú Tư takes the phone’s word: the register is corrected, the question closed', async () => {
  const { id } = await theOne();
  await decide('tu', id, 'told');
  expect(await nameNow()).toBe('Nguyễn Thị Tám Em');
  expect(await reviews('tu')).toEqual([]);
  await expect(decide('hanh', id, 'stood')).rejects.toMatchObject({ code: 'state.conflict' });
  expect(await nameNow()).toBe('Nguyễn Thị Tám Em');
});

it('cô Hạnh leaves what stands', async () => {
  await decide('hanh', (await theOne()).id, 'stood');
  expect(await nameNow()).toBe('Nguyễn Thị Thắm');
  expect(await reviews('hanh')).toEqual([]);
});

it('nobody decides about another hamlet, nor a member about the own', async () => {
  const { id } = await theOne();
  for (const who of ['sau', 'binh', 'lan', 'tam', 'la'] as const)
    await expect(decide(who, id, 'told')).rejects.toMatchObject({ code: 'not_found' });
  expect(await nameNow()).toBe('Nguyễn Thị Thắm');
});

it('a person who was merged meanwhile: only what stands is left to choose', async () => {
  const here = world();
  const { id } = await theOne();
  await here.run(mergeResidents, here.cast.tu, { fromId: person, intoId: home.people[2] });
  expect(await reviews('tu')).toMatchObject([{ isGone: true, personName: null }]);
  await expect(decide('tu', id, 'told')).rejects.toMatchObject({ code: 'state.conflict' });
  expect(await reviews('tu')).toHaveLength(1);
  await decide('tu', id, 'stood');
  expect(await reviews('tu')).toEqual([]);
});

it('a household that moved takes its question along', async () => {
  const here = world();
  await here.run(moveHousehold, here.cast.hanh, {
    householdId: home.id,
    hamletId: here.hamlets.mau2,
    on: '24/11/2026',
  });
  expect(await reviews('tu')).toEqual([]);
  const [review] = await reviews('sau');
  expect(review).toMatchObject({ hamletName: 'Ấp Mẫu 2' });
  await decide('sau', review?.id ?? '', 'told');
  expect(await nameNow()).toBe('Nguyễn Thị Tám Em');
});
