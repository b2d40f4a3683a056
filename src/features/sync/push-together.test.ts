import { expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { settlePhone } from '#tests/phone-world.ts';
import { settleCatalogue, settleHome } from '#tests/visit-world.ts';
import { commune, useWorld } from '#tests/world.ts';
import { mergeHouseholds } from '#features/registry/commands/merge-households.server.ts';

/** Visits that come in one push are written together; nobody may be able to tell that from what is there afterwards. */
const world = useWorld();

it('a day of visits in one push leaves just what the same visits leave one by one', async () => {
  const here = world();
  await settleCatalogue(here);
  const home = await settleHome(here);
  const double = await settleHome(here);
  const foreign = await settleHome(here, { hamlet: 'mau2' });
  await here.run(mergeHouseholds, here.cast.hanh, { fromId: double.id, intoId: home.id });
  const lan = await settlePhone(here, 'lan');
  await lan.pull();
  const visit = (more: Record<string, unknown> = {}) => ({
    id: newId(here.now),
    householdId: home.id,
    met: 'someone',
    metResidents: [home.people[0]],
    topics: ['an_toan'],
    guidances: [
      { residentId: home.people[0], platform: 'vneid', outcome: 'activated' },
      { platform: 'so_suc_khoe', outcome: 'declined' },
    ],
    records: [{ residentId: home.people[1], source: 'declared', bank_account: 'yes' }],
    ...more,
  });
  const first = visit({ need: 'Muốn cài VNeID', minutes: 20 });
  const day = [
    first,
    visit({ householdId: foreign.id }),
    visit({ householdId: double.id, metResidents: [], guidances: [], records: [] }),
    // Told twice, and once more with the id of another household's visit.
    { ...first },
    { ...visit(), id: first.id, householdId: double.id },
    visit({ metResidents: [foreign.people[0]] }),
    visit({ guidances: [{ platform: 'khong_co', outcome: 'activated' }] }),
    visit({ note: 'mật khẩu là 123456 và\u0000' }),
    visit({ met: 'nobody', metResidents: [], guidances: [], records: [], nextOn: '2026-11-30' }),
  ];
  const goBack = await here.database.copy();
  const look = async () =>
    here.database.transaction({ commune }, async (tx) => ({
      visits: await tx.selectFrom('visits').selectAll().orderBy('id').execute(),
      guidances: (
        await tx.selectFrom('guidances').selectAll().orderBy('visit_id').orderBy('platform').execute()
      ).map(({ id: _id, ...row }) => row),
      records: (
        await tx
          .selectFrom('digital_records')
          .selectAll()
          .orderBy('visit_id')
          .orderBy('resident_id')
          .execute()
      ).map(({ id: _id, ...row }) => row),
      events: (
        await tx
          .selectFrom('events')
          .selectAll()
          .where('name', '=', 'visit.recorded')
          .orderBy('subject_id')
          .execute()
      ).map(({ id: _id, ...row }) => row),
      status: await tx
        .selectFrom('sync_operations')
        .select(['seq', 'status', 'outcome'])
        .orderBy('seq')
        .execute(),
    }));

  const operations = day.map((input) => lan.operation('visit.record', input));
  const outcomes = [];
  for (const operation of operations) outcomes.push(...(await lan.push(operation)).results);
  const alone = await look();
  await goBack();
  const together = await lan.push(...operations);
  expect(together.results).toEqual(outcomes);
  expect(await look()).toEqual(alone);
  expect(outcomes.map(({ outcome }) => outcome.status)).toEqual([
    'ok',
    'rejected',
    'ok',
    'ok',
    'rejected',
    'rejected',
    'rejected',
    'rejected',
    'ok',
  ]);
  expect(alone.visits).toHaveLength(3);
});
