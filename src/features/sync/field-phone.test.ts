import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { FieldPhone } from '#tests/field-phone.ts';
import { settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { openTestServer } from '#tests/test-server.ts';
import { commune, useWorld } from '#tests/world.ts';
import { insertPlan } from '#features/plans/commands.server.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { seedDefaultTargets } from '#features/targets/commands/seed-default-targets.server.ts';
import { writeContext } from '#platform/commands/command.server.ts';

/** The app's own store and exchange against the real server: what reaches people when lines are weak. */
const world = useWorld();
let server: FastifyInstance;
let lan: FieldPhone;
let tu: FieldPhone;
let homes: Home[];

beforeEach(async () => {
  const here = world();
  await settleCatalogue(here);
  await here.database.transaction({ commune }, async (tx) => {
    const ctx = writeContext(tx, { actor: here.cast.hanh, now: new Date('2026-01-05T01:00:00Z') });
    await seedDefaultTargets(ctx, await insertPlan(ctx, planNhonMy2026));
  });
  homes = [await settleHome(here), await settleHome(here), await settleHome(here)];
  server = await openTestServer(here);
  lan = await FieldPhone.signIn(here, 'lan', server);
  tu = await FieldPhone.signIn(here, 'tu', server);
  expect((await lan.sync()).end).toBe('done');
  expect((await tu.sync()).end).toBe('done');
});
afterEach(() => server.close());

const visit = (home: Home, more: Record<string, unknown> = {}) => ({
  command: 'visit.record',
  household: home.id,
  input: {
    id: newId(world().now),
    householdId: home.id,
    met: 'someone',
    metResidents: [home.people[0]],
    guidances: [{ residentId: home.people[0], platform: 'so_suc_khoe', outcome: 'installed' }],
    ...more,
  },
});
const later = (minutes: number) => {
  world().now = new Date(world().now.getTime() + minutes * 60_000);
};
const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
const counted = async (phone: FieldPhone, code: string) => {
  const target = phone.register.book?.targets.find((one) => one.code === code);
  if (!target) throw new Error(code);
  return phone.register.figure(target, world().hamlets.mau1);
};
const serverCounter = (code: string) =>
  world().database.transaction({ commune }, (tx) =>
    tx
      .selectFrom('target_counters')
      .select(['population', 'reached', 'unknown', 'uncertain'])
      .where('hamlet_id', '=', world().hamlets.mau1)
      .where('target', '=', code)
      .executeTakeFirst(),
  );

describe('a phone in the field', () => {
  it('shows at once what was saved, sends it when it can, and counts as the server counts (law 5)', async () => {
    for (const home of homes.slice(0, 2)) await lan.record(visit(home));
    expect((await counted(lan, 'T2')).reached).toBe(2);
    expect(await lan.store.unsent()).toMatchObject({ count: 2 });
    lan.faults.push('request_lost');
    expect((await lan.sync()).end).toBe('failed');
    expect(await lan.store.unsent()).toMatchObject({ count: 2 });
    expect((await lan.sync()).end).toBe('done');
    expect(await lan.store.unsent()).toEqual({ count: 0, oldest: null });
    await tu.sync();
    for (const code of ['T2', 'T3', 'T4', 'T5', 'T6']) {
      const wanted = await serverCounter(code);
      expect([code, await counted(lan, code)]).toEqual([code, wanted]);
      expect([code, await counted(tu, code)]).toEqual([code, wanted]);
    }
    const visits = (phone: FieldPhone) => [...phone.register.homes()].map((home) => [home.id, home.visits]);
    expect(visits(tu)).toEqual(visits(lan));
  });

  it('loses and doubles nothing when answers are lost, cut and repeated, and the app is killed between', async () => {
    await lan.record(visit(homes[0] as Home));
    lan.faults.push('answer_lost');
    await lan.sync();
    lan.kill();
    await lan.start();
    expect(await lan.store.unsent()).toMatchObject({ count: 1 });
    await lan.record(visit(homes[1] as Home));
    lan.faults.push('request_twice', 'answer_cut');
    await lan.sync();
    await lan.settle();
    await tu.sync();
    expect(homes.map((home) => tu.register.home(home.id)?.visits.length)).toEqual([1, 1, 0]);
    expect(await serverCounter('T2')).toMatchObject({ reached: 2 });
  });

  it('says what the phone itself shows: its own view equals the server’s after the exchange', async () => {
    const [home] = homes as [Home];
    const person = home.people[1];
    const resident = newId(world().now);
    await lan.record(visit(home, { topics: ['an_toan'], note: 'Hẹn lại', nextOn: '2026-11-30' }));
    await lan.record({
      command: 'resident.register',
      household: home.id,
      input: { householdId: home.id, resident: { id: resident, fullName: 'Lê Thị Mới', relation: 'child' } },
    });
    await lan.record({
      command: 'skill.check',
      household: home.id,
      input: { id: newId(world().now), residentId: person, online_services: true, dvc_account: false },
    });
    await lan.record({
      command: 'digital.record',
      household: home.id,
      input: { id: newId(world().now), residentId: person, source: 'declared', bank_account: 'yes' },
    });
    await lan.record({
      command: 'resident.correct',
      household: home.id,
      input: { residentId: person, phone: '0912 345 678', birth: '12/03/1962' },
      base: { phone: null, birth: { date: '1960-12-31', precision: 'year' } },
    });
    await lan.record({
      command: 'outreach.record',
      input: {
        id: newId(world().now),
        hamletId: world().hamlets.mau1,
        form: 'hamlet_meeting',
        reach: 'listed',
        householdIds: homes.map((one) => one.id),
      },
    });
    await lan.record({
      command: 'household.change_state',
      household: homes[2]?.id ?? null,
      input: { householdId: homes[2]?.id, state: 'away', on: '2026-11-24' },
    });
    const shown = JSON.parse(JSON.stringify([...lan.register.homes()]));
    expect((await lan.sync()).end).toBe('done');
    expect(await lan.store.receipts(20, true)).toEqual([]);
    expect(JSON.parse(JSON.stringify([...lan.register.homes()]))).toEqual(shown);
  });

  it('shows at once who moves where, and who looks after a household', async () => {
    const here = world();
    const { hamlets, cast } = here;
    // Chú Tư leads the second hamlet too: what he moves there stays on his phone.
    await here.database.transaction({ commune }, (tx) =>
      tx
        .insertInto('account_roles')
        .values({
          commune_id: commune,
          id: newId(here.now),
          account_id: cast.tu.accountId,
          role: 'hamlet_head',
          hamlet_id: hamlets.mau2,
          granted_on: '2026-01-05',
          granted_by: null,
          revoked_on: null,
        })
        .execute(),
    );
    expect((await tu.sync()).end).toBe('done');
    const [from, to, whole] = homes as [Home, Home, Home];
    const mover = from.people[1] ?? '';
    await tu.record({
      command: 'digital.record',
      household: from.id,
      input: { id: newId(here.now), residentId: mover, source: 'declared', bank_account: 'yes' },
    });
    await tu.record({
      command: 'skill.check',
      household: from.id,
      input: { id: newId(here.now), residentId: mover, online_services: true, dvc_account: false },
    });
    await tu.record(visit(from, { metResidents: [mover] }));
    await tu.record({
      command: 'resident.move',
      household: from.id,
      input: { residentId: mover, toHouseholdId: to.id, relation: 'spouse', on: '2026-11-20' },
    });
    for (const householdId of [to.id, whole.id])
      await tu.record({
        command: 'household.name_responsible',
        household: householdId,
        input: { householdIds: [householdId], memberId: cast.lan.memberId },
      });
    await tu.record({
      command: 'household.move',
      household: whole.id,
      input: { householdId: whole.id, hamletId: hamlets.mau2, address: 'Nhà 7', on: '2026-11-20' },
    });
    const shown = () => JSON.parse(JSON.stringify([...tu.register.homes()].sort(byId)));
    const before = shown();
    expect(tu.register.home(from.id)?.people).toHaveLength(1);
    expect(tu.register.home(to.id)?.people.at(-1)).toMatchObject({ id: mover, relation: 'spouse' });
    expect(tu.register.home(to.id)?.responsibleId).toBe(cast.lan.memberId);
    expect(tu.register.list(hamlets.mau2).map((row) => row.id)).toEqual([whole.id]);
    expect(tu.register.home(whole.id)).toMatchObject({ address: 'Nhà 7', responsibleId: null });
    expect((await tu.sync()).end).toBe('done');
    expect(await tu.store.receipts(20, true)).toEqual([]);
    expect(shown()).toEqual(before);
    // Written, and no longer laid over: a phone that starts anew shows the same.
    expect(await tu.store.unconfirmed()).toEqual([]);
    tu.kill();
    await tu.start();
    expect(shown()).toEqual(before);
  });

  it('resends after a restore from a copy what the server lacks (F15)', async () => {
    await lan.record(visit(homes[0] as Home));
    await lan.sync();
    later(60);
    // The server of yesterday: the visit and all that it left is gone, and the hamlet counts from an older revision.
    await world().database.transaction({ commune }, async (tx) => {
      for (const table of ['guidances', 'digital_records', 'visits', 'sync_operations'] as const)
        await tx.deleteFrom(table).execute();
      await tx.updateTable('sync_scopes').set({ revision: 1 }).execute();
      await tx.updateTable('sync_homes').set({ revision: 1 }).execute();
      const { announceRestore } = await import('./epoch.server.ts');
      await announceRestore(writeContext(tx, { actor: world().cast.hanh, now: world().now }));
    });
    expect((await lan.sync()).end).toBe('done');
    await tu.sync();
    expect(tu.register.home(homes[0]?.id ?? '')?.visits).toHaveLength(1);
    expect(await lan.store.unsent()).toEqual({ count: 0, oldest: null });
  });
});
