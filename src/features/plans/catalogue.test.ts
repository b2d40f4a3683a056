import { expect, test } from 'vitest';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { problemOf, settleCatalogue, settleHome } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { keepCatalogueEntry, retireCatalogueEntry } from './commands.server.ts';
import { catalogueNames, listCatalogue } from './queries.server.ts';

/** R12, R22, R33: topics, platforms and domains are the commune's own, and it adds to them. */
const world = useWorld();

test('cô Hạnh adds a domain and a platform in it, members use it at once; out of use it keeps its name', async () => {
  const { cast, run, read } = world();
  await settleCatalogue(world());
  const home = await settleHome(world());
  await run(keepCatalogueEntry, cast.hanh, {
    kind: 'essential_domain',
    code: 'viec_lam',
    name: 'Việc làm',
    position: 40,
  });
  const platform = {
    kind: 'platform',
    code: 'san_viec_lam',
    name: 'Sàn việc làm tỉnh',
    position: 90,
    pillar: 'digital_society',
    domains: ['viec_lam'],
    purpose: 'Tìm việc gần nhà',
  };
  const entryId = await run(keepCatalogueEntry, cast.hanh, platform);
  const guide = () =>
    run(recordVisit, cast.lan, {
      householdId: home.id,
      met: 'someone',
      guidances: [{ residentId: home.people[0], platform: 'san_viec_lam', outcome: 'installed' }],
    });
  const offered = async () =>
    (await read(cast.lan, (ctx) => listCatalogue(ctx, 'platform'))).find(({ id }) => id === entryId);
  expect((await offered())?.details).toMatchObject({ domains: ['viec_lam'], pillar: 'digital_society' });
  await guide();
  await run(keepCatalogueEntry, cast.hanh, { ...platform, entryId, name: 'Sàn việc làm An Giang' });
  expect((await offered())?.name).toBe('Sàn việc làm An Giang');
  await run(retireCatalogueEntry, cast.hanh, { entryId });
  expect(await offered()).toBeUndefined();
  expect((await problemOf(guide())).code).toBe('input.invalid');
  const names = await read(cast.lan, (ctx) => catalogueNames(ctx, 'platform'));
  expect(names.get('san_viec_lam')).toBe('Sàn việc làm An Giang');
});

test('a code stands once, a link begins with https, and only the Culture–Social office keeps the list', async () => {
  const { cast, run } = world();
  const topic = { kind: 'topic', code: 'nong_nghiep_so', name: 'Nông nghiệp số', position: 10 };
  await run(keepCatalogueEntry, cast.tam, topic);
  expect((await problemOf(run(keepCatalogueEntry, cast.hanh, topic))).fields).toHaveProperty('code');
  const link = { ...topic, kind: 'platform', code: 'loa_so', link: 'http://loa.vn' };
  expect((await problemOf(run(keepCatalogueEntry, cast.hanh, link))).fields).toHaveProperty('link');
  for (const actor of [cast.lan, cast.tu, cast.dung, cast.minh, cast.loan, cast.quan])
    expect((await problemOf(run(keepCatalogueEntry, actor, { ...topic, code: 'khac' }))).code).toBe(
      'not_allowed',
    );
});
