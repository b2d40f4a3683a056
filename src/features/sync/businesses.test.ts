import { expect, test } from 'vitest';
import { registerBusiness } from '#features/commerce/commands/keep-business.server.ts';
import { getBusiness } from '#features/commerce/queries/businesses.server.ts';
import { newId } from '#shared/ids.ts';
import { settlePhone } from '#tests/phone-world.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import { phoneBook } from './book.server.ts';

/** R34–R40 where there is no network: the businesses of the hamlet on the phone, and a step recorded there. */
const world = useWorld();
const bookOf = (who: CastName) => world().read(world().cast[who], phoneBook);

test('chị Lan records a step on the phone; other hamlets’ phones hold none of it', async () => {
  const { cast, hamlets, run, read } = world();
  const { id } = await run(registerBusiness, cast.loan, {
    id: newId(world().now),
    hamletId: hamlets.mau1,
    kind: 'producer',
    name: 'Mắm bà Bảy',
    products: 'Mắm cá linh',
  });
  const phone = await settlePhone(world(), 'lan');
  const { book, hash } = await bookOf('lan');
  expect(book.businesses).toMatchObject([{ name: 'Mắm bà Bảy', done: [], isCommitted: false }]);
  expect((await bookOf('binh')).book.businesses).toEqual([]);
  const step = { id: newId(world().now), businessId: id, step: 'photo', memberId: cast.lan.memberId };
  expect(await phone.tell('business.record_step', step)).toMatchObject({ status: 'ok' });
  expect((await bookOf('lan')).book.businesses).toMatchObject([{ done: [{ step: 'photo' }] }]);
  expect((await bookOf('lan')).hash).not.toBe(hash);
  expect((await read(cast.tu, (ctx) => getBusiness(ctx, id))).pipeline.done.get('photo')).toMatchObject({
    member: 'Nguyễn Thị Lan',
  });
});
