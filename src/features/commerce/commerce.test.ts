import { expect, test } from 'vitest';
import { keepCatalogueEntry } from '#features/plans/commands.server.ts';
import { newId } from '#shared/ids.ts';
import { inCommune, problemOf, settleHome } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { closeBusiness, correctBusiness, registerBusiness } from './commands/keep-business.server.ts';
import { recordStep, recordTechnology, signCommitment } from './commands/record-business.server.ts';
import { getBusiness, listBusinesses, listBusinessSteps } from './queries/businesses.server.ts';
import { listBusinessStory, listCommitments, listTechnologies } from './queries/business-story.server.ts';
import { commitment } from './words.ts';

const world = useWorld();
const business = (more: object = {}) => ({
  id: newId(world().now),
  hamletId: world().hamlets.mau1,
  kind: 'producer',
  name: 'Mắm bà Bảy',
  products: 'Mắm cá linh, khô cá lóc',
  ...more,
});
const step = (businessId: string, which: string, more: object = {}) => ({
  id: newId(world().now),
  businessId,
  step: which,
  ...more,
});
/** The marketplace of the plan in the commune's catalogue. */
const withMarketplace = () =>
  world().run(keepCatalogueEntry, world().cast.hanh, {
    kind: 'platform',
    code: 'buudien',
    name: 'buudien.vn',
    position: 10,
    pillar: 'digital_economy',
    marketplace: 'yes',
  });
/** Time goes on between two deeds. */
const later = () => {
  world().now = new Date(world().now.getTime() + 60_000);
};

test('chị Lan takes a business through its steps in the order in which they come, and one back', async () => {
  const { cast, run, read } = world();
  await withMarketplace();
  const { id } = await run(registerBusiness, cast.lan, business());
  const shop = step(id, 'shop');
  for (const marketplace of ['', 'cho_la'])
    expect((await problemOf(run(recordStep, cast.lan, { ...shop, marketplace }))).fields).toHaveProperty(
      'marketplace',
    );
  expect((await problemOf(run(recordStep, cast.lan, shop))).fields).toHaveProperty('marketplace');
  const helped = { memberId: cast.lan.memberId, doneOn: '2026-11-20' };
  for (const one of [
    step(id, 'photo', helped),
    { ...shop, marketplace: 'buudien', ...helped },
    step(id, 'account'),
  ]) {
    later();
    await run(recordStep, cast.lan, one);
    // Sent again by a phone.
    await run(recordStep, cast.lan, one);
  }
  later();
  expect((await problemOf(run(recordStep, cast.tu, step(id, 'shop', { marketplace: 'buudien' })))).code).toBe(
    'state.conflict',
  );
  expect((await problemOf(run(recordStep, cast.tu, step(id, 'packing', { takenBack: true })))).code).toBe(
    'state.conflict',
  );
  await run(recordStep, cast.tu, step(id, 'photo', { takenBack: true, note: 'Ảnh bị mờ' }));
  const { pipeline } = await read(cast.lan, (ctx) => getBusiness(ctx, id));
  expect([...pipeline.done.keys()].sort()).toEqual(['account', 'shop']);
  expect(pipeline.next).toBe('e_payment');
  expect(pipeline.done.get('shop')).toMatchObject({
    marketplaceName: 'buudien.vn',
    member: 'Nguyễn Thị Lan',
  });
  const told = await read(cast.lan, (ctx) => listBusinessSteps(ctx, id));
  expect(told.map(({ step: of, takenBack }) => [of, takenBack])).toEqual([
    ['photo', false],
    ['shop', false],
    ['account', false],
    ['photo', true],
  ]);
  const story = await read(cast.tu, (ctx) => listBusinessStory(ctx, id));
  expect(story.map(({ name, step: of, takenBack }) => [name, of, takenBack])).toEqual([
    ['business.registered', null, false],
    ...told.map(({ step: of, takenBack }) => ['business.step_recorded', of, takenBack]),
  ]);
});

test('what was promised keeps the text that was signed; technology stands with its day', async () => {
  const { cast, run, read } = world();
  const { id } = await run(registerBusiness, cast.lan, business());
  const promise = {
    id: newId(world().now),
    businessId: id,
    signedOn: '2026-11-20',
    signedBy: 'Phan Thị Bảy',
  };
  await run(signCommitment, cast.lan, promise);
  await run(signCommitment, cast.lan, promise);
  await inCommune(world(), (tx) => tx.updateTable('quality_commitments').set({ text: 'Lời cũ' }).execute());
  await run(signCommitment, cast.lan, { ...promise, id: newId(world().now), signedOn: '2026-11-22' });
  expect((await read(cast.tu, (ctx) => listCommitments(ctx, id))).map(({ text }) => text)).toEqual([
    commitment.text,
    'Lời cũ',
  ]);
  const technology = { businessId: id, name: 'Tủ cấp đông', note: null };
  const future = { ...technology, id: newId(world().now), appliedOn: '2026-12-01' };
  expect((await problemOf(run(recordTechnology, cast.lan, future))).fields).toHaveProperty('appliedOn');
  await run(recordTechnology, cast.lan, { ...future, appliedOn: '2026-10-01' });
  expect(await read(cast.tu, (ctx) => listTechnologies(ctx, id))).toMatchObject([{ name: 'Tủ cấp đông' }]);
  expect(await read(cast.loan, (ctx) => getBusiness(ctx, id))).toMatchObject({
    committedOn: '2026-11-22',
    technologies: 1,
  });
});

test('a household of another hamlet is no link, and one that nobody may see is not there', async () => {
  const { cast, run } = world();
  const here = await settleHome(world());
  const there = await settleHome(world(), { hamlet: 'mau2' });
  expect((await problemOf(run(registerBusiness, cast.lan, business({ householdId: there.id })))).code).toBe(
    'not_found',
  );
  expect(
    (await problemOf(run(registerBusiness, cast.hanh, business({ householdId: there.id })))).fields,
  ).toHaveProperty('householdId');
  // The Economic office has no register.
  expect((await problemOf(run(registerBusiness, cast.loan, business({ householdId: here.id })))).code).toBe(
    'not_found',
  );
  await run(registerBusiness, cast.lan, business({ householdId: here.id }));
  expect((await problemOf(run(registerBusiness, cast.hanh, business()))).code).toBe('duplicate');
});

test('each hamlet sees its own, offices all; what was given up takes no more', async () => {
  const { cast, run, read, hamlets } = world();
  const { id } = await run(registerBusiness, cast.loan, business());
  for (const actor of [cast.binh, cast.sau, cast.doan, cast.thu, cast.phuc, cast.quan, cast.la]) {
    expect((await problemOf(read(actor, (ctx) => getBusiness(ctx, id)))).code).toBe('not_found');
    expect((await problemOf(read(actor, (ctx) => listBusinesses(ctx, hamlets.mau1)))).code).toBe('not_found');
    expect((await problemOf(run(recordStep, actor, step(id, 'photo')))).code).toBe('not_found');
  }
  // Of all that they see, people of a hamlet get their own hamlet's.
  await run(registerBusiness, cast.loan, business({ hamletId: hamlets.mau2, name: 'Gạo bà Sáu' }));
  expect((await read(cast.lan, (ctx) => listBusinesses(ctx, null))).map(({ name }) => name)).toEqual([
    'Mắm bà Bảy',
  ]);
  expect((await read(cast.binh, (ctx) => listBusinesses(ctx, null))).map(({ name }) => name)).toEqual([
    'Gạo bà Sáu',
  ]);
  for (const actor of [cast.tam, cast.minh, cast.dung]) {
    expect(await read(actor, (ctx) => listBusinesses(ctx, null))).toHaveLength(2);
    expect((await problemOf(run(recordStep, actor, step(id, 'photo')))).code).toBe('not_allowed');
  }
  const change = { businessId: id, kind: 'cooperative', name: 'HTX mắm Mẫu', products: 'Mắm' };
  await run(correctBusiness, cast.lan, change);
  expect((await problemOf(run(closeBusiness, cast.lan, { businessId: id }))).code).toBe('not_allowed');
  await run(closeBusiness, cast.tu, { businessId: id });
  expect((await problemOf(run(recordStep, cast.lan, step(id, 'photo')))).code).toBe('state.conflict');
  expect(await read(cast.tu, (ctx) => listBusinesses(ctx, hamlets.mau1))).toMatchObject([
    { name: 'HTX mắm Mẫu', closedOn: '2026-11-24' },
  ]);
});
