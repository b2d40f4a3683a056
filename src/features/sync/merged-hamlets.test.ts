import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { merge, withRightsOfNow } from '#features/merging/merger-world.test-support.ts';
import { settlePhone, type TestPhone } from '#tests/phone-world.ts';
import { inCommune, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { layGroundFor } from '#features/reports/report-world.test-support.ts';
import { phoneBook } from './book.server.ts';

/** Phones of two hamlets that were merged while they had no line (laws 2, 4 and 5). */
const world = useWorld();
let ours: Home;
let theirs: Home;
let lan: TestPhone;
let tu: TestPhone;
let binh: TestPhone;

beforeEach(async () => {
  await layGroundFor(world());
  await settleCatalogue(world()).catch(() => null);
  ours = await settleHome(world());
  theirs = await settleHome(world(), { hamlet: 'mau2' });
  lan = await settlePhone(world(), 'lan');
  tu = await settlePhone(world(), 'tu');
  binh = await settlePhone(world(), 'binh');
  for (const phone of [lan, tu, binh]) await phone.pull();
});

const visit = (home: Home) => ({ id: newId(world().now), householdId: home.id, met: 'nobody' });
const statuses = async (phone: TestPhone, ...operations: unknown[]) =>
  (await phone.push(...operations)).results.map(({ outcome }) => outcome);
const hamletOf = async (table: 'households' | 'obstacles' | 'support_requests' | 'visits', id: string) =>
  (
    await inCommune(world(), (tx) =>
      tx.selectFrom(table).select('hamlet_id').where('id', '=', id).executeTakeFirstOrThrow(),
    )
  ).hamlet_id;

describe('after a merger', () => {
  it('the phones of both hamlets hold the households of the one that goes on, and nothing twice', async () => {
    const { hamlets } = world();
    await merge(world());
    const lines = await lan.pull();
    await binh.pull();
    expect(lines[2]).toEqual({ line: 'revoked', scope: hamlets.mau1 });
    for (const phone of [lan, binh]) {
      expect(new Set(phone.homes.keys())).toEqual(new Set([ours.id, theirs.id]));
      expect(Object.keys(phone.cursors)).toEqual([hamlets.mau2]);
      expect([...phone.homes.values()].map((home) => home.hamletId)).toEqual([hamlets.mau2, hamlets.mau2]);
    }
    const book = await world().read(await withRightsOfNow(world(), 'lan'), async (ctx) => phoneBook(ctx));
    expect(book.book.hamlets).toEqual([{ id: hamlets.mau2, name: 'Ấp Mẫu 2', roles: ['member'] }]);
    expect(book.book.allHamlets.map(({ name }) => name)).toEqual(['Ấp Mẫu 2', 'Ấp Mẫu 3']);
    expect(book.book.members.map(({ name }) => name)).toContain('Nguyễn Thị Lan');
    expect((await lan.pull()).map((line) => line.line)).toEqual(['hello', 'figures', 'end']);
  });

  it('what was done before it without a line is accepted, and begins in the hamlet that goes on', async () => {
    const { hamlets } = world();
    const newHome = newId(world().now);
    const [obstacleId, requestId, visited] = [newId(world().now), newId(world().now), visit(ours)];
    const done = [
      lan.operation('visit.record', { ...visited, visitedOn: '2026-11-20' }),
      lan.operation('household.register', {
        id: newHome,
        hamletId: hamlets.mau1,
        residents: [{ fullName: 'Nguyễn Thị Hộ Mới', residence: 'permanent', relation: 'head' }],
      }),
      lan.operation('obstacle.raise', {
        id: obstacleId,
        hamletId: hamlets.mau1,
        kind: 'obstacle',
        pillar: 'society',
        title: 'Sóng yếu',
        severity: 'minor',
      }),
      lan.operation('support.ask', {
        id: requestId,
        hamletId: hamlets.mau1,
        channel: 'neighbour',
        householdId: ours.id,
        personName: 'Bà Tám',
        topic: 'Cài VNeID',
        place: 'home',
        urgency: 'soon',
      }),
      lan.operation(
        'household.correct',
        { householdId: ours.id, groupName: 'Tổ 3' },
        { base: { groupName: null } },
      ),
    ];
    await merge(world());
    expect(await statuses(lan, ...done)).toEqual(done.map(() => ({ status: 'ok' })));
    expect(await hamletOf('households', newHome)).toBe(hamlets.mau2);
    expect(await hamletOf('obstacles', obstacleId)).toBe(hamlets.mau2);
    expect(await hamletOf('support_requests', requestId)).toBe(hamlets.mau2);
    // It happened before the day: there.
    expect(await hamletOf('visits', visited.id)).toBe(hamlets.mau1);
    await binh.pull();
    expect(binh.homes.get(ours.id)?.groupName).toBe('Tổ 3');
    expect(binh.homes.get(ours.id)?.visits).toHaveLength(1);
    expect(binh.homes.has(newHome)).toBe(true);
  });

  it('who led the ended hamlet may still tell what a leader did there, and no more than a member from then', async () => {
    const { hamlets } = world();
    const asHead = tu.operation('household.change_state', {
      householdId: ours.id,
      state: 'moved_out',
      on: '2026-11-23',
    });
    await merge(world());
    expect(await statuses(tu, asHead)).toEqual([{ status: 'ok' }]);
    await tu.pull();
    const roles = (await withRightsOfNow(world(), 'tu')).grants;
    expect(roles).toEqual(
      expect.arrayContaining([
        { role: 'member', hamletId: hamlets.mau2 },
        { role: 'hamlet_head', hamletId: hamlets.mau1, past: true },
        { role: 'hamlet_team_leader', hamletId: hamlets.mau1, past: true },
        { role: 'member', hamletId: hamlets.mau1, past: true },
      ]),
    );
    expect(roles).toHaveLength(4);
    // Now the phone knows where the household is.
    const [refused] = await statuses(
      tu,
      tu.operation('household.move', {
        householdId: theirs.id,
        hamletId: hamlets.mau3,
        on: '2026-11-24',
      }),
    );
    expect(refused?.status).toBe('rejected');
  });
});
