import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { settlePhone, type TestPhone } from '#tests/phone-world.ts';
import { settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { commune, useWorld } from '#tests/world.ts';
import { moveHousehold } from '#features/registry/commands/move-household.server.ts';
import { correctHousehold } from '#features/registry/commands/correct-household.server.ts';
import { correctResident } from '#features/registry/commands/correct-resident.server.ts';
import { mergeHouseholds } from '#features/registry/commands/merge-households.server.ts';
import { setPolicyClass } from '#features/registry/commands/set-policy-class.server.ts';

const world = useWorld();
let home: Home;
let lan: TestPhone;
let binh: TestPhone;
let tu: TestPhone;

beforeEach(async () => {
  await settleCatalogue(world());
  home = await settleHome(world());
  lan = await settlePhone(world(), 'lan');
  binh = await settlePhone(world(), 'binh');
  tu = await settlePhone(world(), 'tu');
  for (const phone of [lan, binh, tu]) await phone.pull();
});

const visit = (householdId = home.id, more: Record<string, unknown> = {}) => ({
  id: newId(world().now),
  householdId,
  met: 'someone',
  metResidents: [home.people[0]],
  guidances: [{ residentId: home.people[0], platform: 'vneid', outcome: 'activated' }],
  ...more,
});
const countOf = (table: 'visits' | 'sync_operations' | 'sync_reviews') =>
  world().database.transaction({ commune }, async (tx) =>
    Number(
      (
        await tx
          .selectFrom(table)
          .select((on) => on.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    ),
  );
const later = (minutes: number) => {
  world().now = new Date(world().now.getTime() + minutes * 60_000);
};

describe('a phone pulls', () => {
  it('the list, then the households of its hamlet and of no other, then nothing', async () => {
    const other = await settleHome(world(), { hamlet: 'mau2' });
    const fresh = await settlePhone(world(), 'lan');
    const lines = await fresh.pull();
    expect(lines.map((line) => line.line)).toEqual(['hello', 'book', 'list', 'homes', 'end']);
    expect([...fresh.homes.keys()]).toEqual([home.id]);
    expect(fresh.homes.has(other.id)).toBe(false);
    expect(fresh.list.get(home.id)).toMatchObject({ headName: 'Nguyễn Văn Ba', reasons: ['elderly'] });
    expect((await fresh.pull()).map((line) => line.line)).toEqual(['hello', 'end']);
  });

  it('what a visit changed, on the phones of the hamlet only', async () => {
    expect(await lan.tell('visit.record', visit())).toEqual({ status: 'ok' });
    await tu.pull();
    expect(tu.homes.get(home.id)?.visits).toMatchObject([
      { met: 'someone', guidances: [{ platform: 'vneid', outcome: 'activated' }] },
    ]);
    expect(tu.homes.get(home.id)?.people[0]?.digital.vneid).toBe('activated');
    expect((await binh.pull()).map((line) => line.line)).toEqual(['hello', 'end']);
  });

  it('restricted facts for who may know them, and no others (P8, R104)', async () => {
    const here = world();
    await here.run(setPolicyClass, here.cast.hanh, {
      householdId: home.id,
      poverty: 'poor',
      vulnerableIds: [home.people[0]],
    });
    await lan.pull();
    await tu.pull();
    expect(lan.homes.get(home.id)).toMatchObject({ poverty: null, people: [{ vulnerable: null }, {}] });
    expect(tu.homes.get(home.id)).toMatchObject({ poverty: 'poor', people: [{ vulnerable: true }, {}] });
    expect(JSON.stringify(lan.lines)).not.toContain('poor');
  });
});

describe('a phone pushes', () => {
  it('the same operation twice, and it is written once with the same answer (P3, F5)', async () => {
    const operation = lan.operation('visit.record', visit());
    const first = await lan.push(operation);
    later(5);
    const second = await lan.push(operation);
    expect(second.results).toEqual(first.results);
    expect(await countOf('visits')).toBe(1);
  });

  it('a bad operation between good ones: only that one is refused (F27)', async () => {
    const answer = await lan.push(
      lan.operation('visit.record', visit()),
      lan.operation('visit.record', visit(newId(world().now))),
      { opId: 'rác' },
      lan.operation('account.disable', { accountId: world().cast.tu.accountId }),
      lan.operation(
        'visit.record',
        visit(home.id, { guidances: [{ platform: 'khong_co', outcome: 'activated' }] }),
      ),
      lan.operation('visit.record', visit()),
    );
    expect(answer.results.map(({ outcome }) => outcome.status)).toEqual([
      'ok',
      'rejected',
      'rejected',
      'rejected',
      'rejected',
      'ok',
    ]);
    expect(await countOf('visits')).toBe(2);
    expect(answer.lastSeq).toBe(5);
  });

  it('the day by the phone’s clock, corrected: four hundred days ahead is still today (F9)', async () => {
    lan.skew = 400 * 24 * 60 * 60 * 1000;
    expect(await lan.tell('visit.record', visit())).toEqual({ status: 'ok' });
    await tu.pull();
    expect(tu.homes.get(home.id)?.visits[0]?.on).toBe('2026-11-24');
  });
});

describe('a household moves while somebody is offline (P1)', () => {
  it('the visit is accepted, the household is gone here and there, nothing else of that hamlet is open', async () => {
    const here = world();
    const neighbour = await settleHome(here, { hamlet: 'mau2' });
    const before = lan.operation('visit.record', visit());
    const foreign = lan.operation('visit.record', visit(neighbour.id, { metResidents: [], guidances: [] }));
    await here.run(moveHousehold, here.cast.hanh, {
      householdId: home.id,
      hamletId: here.hamlets.mau2,
      on: '24/11/2026',
    });
    const answer = await lan.push(before, foreign);
    expect(answer.results.map(({ outcome }) => outcome.status)).toEqual(['ok', 'rejected']);
    await lan.pull();
    await binh.pull();
    expect(lan.homes.has(home.id)).toBe(false);
    expect(binh.homes.get(home.id)?.visits).toHaveLength(1);
    // Now the phone knows: what it would still tell is refused.
    expect(await lan.tell('visit.record', visit())).toMatchObject({ status: 'rejected', code: 'not_found' });
  });
});

describe('two people correct one thing (law 7)', () => {
  const phoneOf = async (id: string) =>
    world().database.transaction({ commune }, async (tx) =>
      tx.selectFrom('households').select('phone').where('id', '=', id).executeTakeFirstOrThrow(),
    );

  it('a field that nobody touched is corrected; of a contact field the later word stands', async () => {
    const here = world();
    const early = lan.operation(
      'household.correct',
      { householdId: home.id, phone: '0912345678', groupName: 'Tổ 3' },
      { base: { phone: null, groupName: null } },
    );
    later(10);
    await here.run(correctHousehold, here.cast.tu, { householdId: home.id, phone: '0987654321' });
    later(10);
    const answer = await lan.push(early);
    expect(answer.results[0]?.outcome).toMatchObject({
      status: 'merged',
      overruled: [{ field: 'phone', told: '0912345678', stands: '0987654321', by: 'Lê Văn Tư' }],
    });
    expect(await phoneOf(home.id)).toEqual({ phone: '0987654321' });
    await lan.pull();
    expect(lan.homes.get(home.id)?.groupName).toBe('Tổ 3');
    // Later than chú Tư's: it stands.
    expect(
      await lan.tell(
        'household.correct',
        { householdId: home.id, phone: '0912345678' },
        { base: { phone: null } },
      ),
    ).toEqual({ status: 'ok' });
    expect(await phoneOf(home.id)).toEqual({ phone: '0912345678' });
  });

  it('two names of one person are both kept until somebody decides', async () => {
    const here = world();
    const person = home.people[1] ?? '';
    const op = lan.operation(
      'resident.correct',
      { residentId: person, fullName: 'Nguyễn Thị Tám Em', phone: '0912345678' },
      { base: { fullName: 'Nguyễn Thị Tám 1', phone: null } },
    );
    later(10);
    await here.run(correctResident, here.cast.tu, { residentId: person, fullName: 'Nguyễn Thị Thắm' });
    later(10);
    const answer = await lan.push(op);
    expect(answer.results[0]?.outcome).toMatchObject({
      status: 'review',
      overruled: [{ field: 'fullName', told: 'Nguyễn Thị Tám Em', stands: 'Nguyễn Thị Thắm' }],
    });
    await lan.pull();
    expect(lan.homes.get(home.id)?.people[1]).toMatchObject({
      fullName: 'Nguyễn Thị Thắm',
      phone: '0912345678',
    });
    expect(await countOf('sync_reviews')).toBe(1);
  });

  it('an edit of a household that was merged says who merged it', async () => {
    const here = world();
    const other = await settleHome(here);
    await lan.pull();
    const op = lan.operation(
      'household.correct',
      { householdId: home.id, phone: '0912345678' },
      { base: { phone: null } },
    );
    later(10);
    await here.run(mergeHouseholds, here.cast.tu, { fromId: home.id, intoId: other.id });
    const answer = await lan.push(op);
    expect(answer.results[0]?.outcome).toMatchObject({ status: 'rejected', code: 'state.conflict' });
    expect(JSON.stringify(answer.results[0]?.outcome)).toContain('Lê Văn Tư');
  });
});
