import { expect, test } from 'vitest';
import { moveObstacle } from '#features/obstacles/commands/move-obstacle.server.ts';
import { raiseObstacle } from '#features/obstacles/commands/raise-obstacle.server.ts';
import { getObstacle } from '#features/obstacles/queries/obstacles.server.ts';
import { newId } from '#shared/ids.ts';
import { settlePhone } from '#tests/phone-world.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import { phoneBook } from './book.server.ts';

/** R47, R73 where there is no network: raised on the phone, answered in the office, confirmed on the phone. */
const world = useWorld();
const bookOf = (who: CastName) => world().read(world().cast[who], phoneBook);
const titles = async (who: CastName) =>
  (await bookOf(who)).book.obstacles?.map(({ title, isOwn }) => [title, isOwn]);

test('chị Lan raises on the phone, cô Hạnh answers, and chị Lan says on the phone that it is done', async () => {
  const { cast, hamlets, run, read } = world();
  const phone = await settlePhone(world(), 'lan');
  const id = newId(world().now);
  const words = { kind: 'obstacle', pillar: 'society', title: 'Sóng yếu', severity: 'severe' };
  const raised = await phone.tell('obstacle.raise', { id, hamletId: hamlets.mau1, ...words });
  expect(raised).toMatchObject({ status: 'ok' });
  const move = (to: string, more: object = {}) =>
    run(moveObstacle, cast.hanh, { obstacleId: id, to, ...more });
  await move('triaged', { level: 'commune' });
  await move('in_progress');
  // Nobody answered: there is nothing to confirm, and the phone is told so.
  expect(await phone.tell('obstacle.move', { obstacleId: id, to: 'confirmed' })).toMatchObject({
    status: 'rejected',
    code: 'state.conflict',
  });
  await move('resolved', { note: 'Đã lắp trạm phát.' });
  expect((await bookOf('lan')).book.obstacles).toMatchObject([
    { state: 'resolved', answer: 'Đã lắp trạm phát.' },
  ]);
  expect(await phone.tell('obstacle.move', { obstacleId: id, to: 'confirmed' })).toMatchObject({
    status: 'ok',
  });
  expect(await read(cast.hanh, (ctx) => getObstacle(ctx, id))).toMatchObject({ state: 'confirmed' });
});

test('a phone holds its owner’s and its hamlet’s, and the book is the same until something changes', async () => {
  const { cast, hamlets, run } = world();
  const words = { kind: 'obstacle', pillar: 'other', severity: 'minor' };
  await run(raiseObstacle, cast.tu, { ...words, hamletId: hamlets.mau1, title: 'Của ấp một' });
  await run(raiseObstacle, cast.sau, { ...words, hamletId: hamlets.mau2, title: 'Của ấp hai' });
  await run(raiseObstacle, cast.lan, { ...words, title: 'Của cả xã' });
  expect(await titles('lan')).toEqual([
    ['Của ấp một', false],
    ['Của cả xã', true],
  ]);
  expect(await titles('tu')).toEqual([['Của ấp một', true]]);
  expect(await titles('binh')).toEqual([['Của ấp hai', false]]);
  const { hash } = await bookOf('lan');
  world().now = new Date('2026-12-20T02:00:00Z');
  expect((await bookOf('lan')).hash).toBe(hash);
});
