import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { settlePhone, type TestPhone } from '#tests/phone-world.ts';
import { inCommune, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { commune, useWorld } from '#tests/world.ts';
import { mergeResidents, unmergeResidents } from '#features/registry/commands/merge-residents.server.ts';
import { moveHousehold } from '#features/registry/commands/move-household.server.ts';
import { recordDigitalStatus } from '#features/visits/commands/record-digital-status.server.ts';

const world = useWorld();
let homes: Home[];
let lan: TestPhone;

beforeEach(async () => {
  await settleCatalogue(world());
  homes = [await settleHome(world()), await settleHome(world()), await settleHome(world())];
  lan = await settlePhone(world(), 'lan');
  await lan.pull();
});

const told = () =>
  inCommune(world(), (tx) =>
    tx.selectFrom('sync_homes').select(['hamlet_id', 'household_id']).where('gone', '=', false).execute(),
  );

describe('a hamlet counts on', () => {
  it('for the household where a person’s history ends, when a merge in the middle is taken back', async () => {
    const here = world();
    const [first, second, third] = homes.map((home) => home.people[1]);
    const answer = { residentId: first, source: 'declared', bank_account: 'yes' };
    await here.run(recordDigitalStatus, here.cast.tu, answer);
    await here.run(mergeResidents, here.cast.tu, { fromId: first, intoId: second });
    await here.run(mergeResidents, here.cast.tu, { fromId: second, intoId: third });
    await lan.pull();
    const known = () => lan.homes.get(homes[2]?.id ?? '')?.people.find((person) => person.id === third);
    expect(known()?.digital.bank_account).toBe('yes');
    await here.run(unmergeResidents, here.cast.tu, { residentId: first });
    await lan.pull();
    expect(known()?.digital.bank_account).toBeNull();
  });

  it('also where a household left that nobody had asked for yet', async () => {
    const here = world();
    const alone = await settleHome(here, { hamlet: 'mau3' });
    const move = { householdId: alone.id, hamletId: here.hamlets.mau1, on: '24/11/2026' };
    await here.run(moveHousehold, here.cast.hanh, move);
    await lan.pull();
    expect(lan.homes.has(alone.id)).toBe(true);
    expect((await told()).filter((row) => row.household_id === alone.id)).toEqual([
      { hamlet_id: here.hamlets.mau1, household_id: alone.id },
    ]);
  });
});

describe('a phone is told', () => {
  it('no household of another hamlet, even when the hamlet’s stream still names it (P8)', async () => {
    const here = world();
    const [home] = homes as [Home];
    // As between two statements of a pull: the household has left, and its leaving is not in the stream yet.
    await inCommune(here, (tx) =>
      tx
        .updateTable('households')
        .set({ hamlet_id: here.hamlets.mau2 })
        .where('commune_id', '=', commune)
        .where('id', '=', home.id)
        .execute(),
    );
    const fresh = await settlePhone(here, 'lan');
    await fresh.pull();
    expect(new Set(fresh.homes.keys())).toEqual(new Set([homes[1]?.id, homes[2]?.id]));
    expect(JSON.stringify(fresh.lines)).not.toContain(home.people[0] ?? 'không ai');
  });

  it('a household that changed while its list was on the way, without the list from zero (P10)', async () => {
    const here = world();
    const [home] = homes as [Home];
    const fresh = await settlePhone(here, 'lan');
    const [, , list] = await fresh.pull();
    if (list?.line !== 'list') throw new Error('no list');
    // Cut after the list.
    fresh.homes.clear();
    fresh.cursors[list.scope] = list.cursor;
    const visit = { id: newId(here.now), householdId: home.id, met: 'nobody' };
    expect(await lan.tell('visit.record', visit)).toEqual({ status: 'ok' });
    const lines = await fresh.pull();
    expect(lines.map((line) => line.line)).toEqual(['hello', 'homes', 'end']);
    expect([...fresh.homes.keys()].sort()).toEqual(homes.map((one) => one.id).sort());
    expect(fresh.homes.get(home.id)?.visits).toHaveLength(1);
  });
});
