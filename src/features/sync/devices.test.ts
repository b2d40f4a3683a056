import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { settlePhone, type TestPhone } from '#tests/phone-world.ts';
import { settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { commune, useWorld, type CastName } from '#tests/world.ts';
import { revokeDevice } from './commands/revoke-device.server.ts';
import { countWaiting } from './queries/count-waiting.server.ts';
import { getDevice } from './queries/get-device.server.ts';
import { listAttention } from './queries/list-attention.server.ts';
import { listDevices, listOwnDevices } from './queries/list-devices.server.ts';

const world = useWorld();
let home: Home;
let lan: TestPhone;
let binh: TestPhone;

beforeEach(async () => {
  await settleCatalogue(world());
  home = await settleHome(world());
  lan = await settlePhone(world(), 'lan');
  binh = await settlePhone(world(), 'binh');
  await lan.pull();
});

const later = (minutes: number) => {
  world().now = new Date(world().now.getTime() + minutes * 60_000);
};
const visit = (more: Record<string, unknown> = {}) => ({
  id: newId(world().now),
  householdId: home.id,
  met: 'nobody',
  ...more,
});
const seenBy = async (who: CastName) =>
  (await world().read(world().cast[who], (ctx) => listDevices(ctx, null))).map((device) => device.ownerName);

describe('who sees which phone', () => {
  it('chú Tư those of his hamlet, cô Hạnh all, chị Lan her own, another commune none', async () => {
    expect(await seenBy('tu')).toEqual(['Nguyễn Thị Lan']);
    expect((await seenBy('hanh')).sort()).toEqual(['Nguyễn Thị Lan', 'Trần Văn Bình']);
    expect(await seenBy('lan')).toEqual(['Nguyễn Thị Lan']);
    expect(await seenBy('minh')).toEqual([]);
    expect(await seenBy('la')).toEqual([]);
  });

  it('a phone of another hamlet is not there, nor is a list of it', async () => {
    const { cast, hamlets, read } = world();
    await expect(read(cast.tu, (ctx) => getDevice(ctx, binh.id))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(read(cast.tu, (ctx) => listDevices(ctx, hamlets.mau2))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(read(cast.lan, (ctx) => listDevices(ctx, hamlets.mau1))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('also the phone of somebody whose role in the hamlet ended', async () => {
    await world().database.transaction({ commune }, (tx) =>
      tx
        .updateTable('account_roles')
        .set({ revoked_on: '2026-11-20' })
        .where('account_id', '=', world().cast.lan.accountId)
        .execute(),
    );
    const [device] = await world().read(world().cast.tu, (ctx) => listDevices(ctx, world().hamlets.mau1));
    expect(device).toMatchObject({
      ownerName: 'Nguyễn Thị Lan',
      hamlets: [{ name: 'Ấp Mẫu 1', isCurrent: false }],
      mayRevoke: true,
    });
  });
});

describe('what a phone may have lost (law 3)', () => {
  it('numbers that never came are counted, and told between what came', async () => {
    const first = lan.operation('visit.record', visit());
    later(10);
    lan.operation('visit.record', visit());
    lan.operation('visit.record', visit());
    later(10);
    const fourth = lan.operation('visit.record', visit());
    await lan.push(first, fourth);
    const { device, gaps } = await world().read(world().cast.tu, (ctx) => getDevice(ctx, lan.id));
    expect(device.missing).toBe(2);
    expect(gaps).toEqual([{ from: 2, to: 3, after: new Date(first.at), before: new Date(fourth.at) }]);
    expect(await world().read(world().cast.tu, countWaiting)).toEqual({ reviews: 0, phonesWithGaps: 1 });
    expect(await world().read(world().cast.sau, countWaiting)).toEqual({ reviews: 0, phonesWithGaps: 0 });
    expect(await world().read(world().cast.lan, countWaiting)).toEqual({ reviews: 0, phonesWithGaps: 0 });
  });

  it('what comes late after all is no loss, and a number that came twice hides none', async () => {
    const first = lan.operation('visit.record', visit());
    const second = lan.operation('visit.record', visit());
    const third = lan.operation('visit.record', visit());
    await lan.push(first, { ...third, seq: 3 }, { ...second, opId: newId(world().now), seq: 3 });
    const missing = async () =>
      (await world().read(world().cast.tu, (ctx) => getDevice(ctx, lan.id))).device.missing;
    expect(await missing()).toBe(1);
    await lan.push(second);
    expect(await missing()).toBe(0);
  });
});

describe('revoking', () => {
  it('chú Tư revokes the lost phone; it may still send what it had, once, and is told to forget', async () => {
    const here = world();
    const before = lan.operation('visit.record', visit());
    later(5);
    await here.run(revokeDevice, here.cast.tu, { deviceId: lan.id, reason: 'rơi ở chợ' });
    later(5);
    await here.run(revokeDevice, here.cast.hanh, { deviceId: lan.id });
    const [device] = await here.read(here.cast.lan, listOwnDevices);
    expect(device).toMatchObject({ revokedByName: 'Lê Văn Tư', mayRevoke: false });
    const events = await here.read(here.cast.hanh, (ctx) =>
      ctx.tx.selectFrom('events').select('data').where('name', '=', 'device.revoked').execute(),
    );
    expect(events).toMatchObject([{ data: { reason: 'rơi ở chợ' } }]);
    const { results } = await lan.push(before, lan.operation('visit.record', visit()));
    expect(results.map(({ outcome }) => outcome.status)).toEqual(['ok', 'rejected']);
    expect((await lan.pull()).map((line) => line.line)).toEqual(['hello', 'wipe']);
  });

  it('is for its owner, the hamlet’s head and the office', async () => {
    const here = world();
    const revoke = (who: CastName) => here.run(revokeDevice, here.cast[who], { deviceId: lan.id });
    for (const who of ['sau', 'binh', 'minh', 'la'] as const)
      await expect(revoke(who)).rejects.toMatchObject({ code: 'not_found' });
    await expect(revoke('tam')).rejects.toMatchObject({ code: 'not_allowed' });
    await revoke('lan');
    expect(await here.read(here.cast.lan, listOwnDevices)).toMatchObject([{ revokedAt: here.now }]);
  });
});

describe('what somebody should look at', () => {
  const attention = (who: CastName, cursor: string | null = null) =>
    world().read(world().cast[who], (ctx) => listAttention(ctx, { hamletId: null }, cursor));

  it('what was refused and why, in words; nobody else’s hamlet', async () => {
    await lan.tell(
      'visit.record',
      visit({ note: 'Bà con hỏi về VNeID', guidances: [{ platform: 'khong_co' }] }),
    );
    const { items, next } = await attention('tu');
    expect(next).toBeNull();
    expect(items).toMatchObject([
      {
        tellerName: 'Nguyễn Thị Lan',
        title: 'Ghi lần gặp',
        status: 'rejected',
        home: { id: home.id, headName: 'Nguyễn Văn Ba' },
      },
    ]);
    expect(items[0]?.told).toContainEqual({ label: 'Ghi chú', text: 'Bà con hỏi về VNeID' });
    expect((await attention('sau')).items).toEqual([]);
    expect((await attention('lan')).items).toEqual([]);
    expect((await attention('hanh')).items).toHaveLength(1);
  });

  it('a refused password is not kept anywhere (R106)', async () => {
    const outcome = await lan.tell('visit.record', visit({ note: 'mật khẩu: Abc12345' }));
    expect(outcome).toMatchObject({ status: 'rejected' });
    expect(JSON.stringify(await attention('tu'))).not.toContain('Abc12345');
    const rows = await world().read(world().cast.hanh, (ctx) =>
      ctx.tx.selectFrom('sync_operations').select('input').execute(),
    );
    expect(JSON.stringify(rows)).not.toContain('Abc12345');
  });

  it('names no household that the reader may not see, whatever a phone sends', async () => {
    const foreign = await settleHome(world(), { hamlet: 'mau2' });
    await lan.tell('visit.record', visit({ householdId: foreign.id, note: 'lạ' }), {
      scope: world().hamlets.mau1,
    });
    const { items } = await attention('tu');
    expect(items).toMatchObject([{ isTold: false, home: null, told: [] }]);
  });

  it('page by page, each thing once', async () => {
    for (let nth = 0; nth < 3; nth += 1) {
      const many = Array.from({ length: 25 }, () => lan.operation('visit.record', visit({ met: 'x' })));
      await lan.push(...many);
      later(1);
    }
    const first = await attention('tu');
    const second = await attention('tu', first.next);
    const third = await attention('tu', second.next);
    expect([first, second, third].map((page) => page.items.length)).toEqual([30, 30, 15]);
    expect(third.next).toBeNull();
    const ids = [first, second, third].flatMap((page) => page.items.map((item) => item.opId));
    expect(new Set(ids).size).toBe(75);
  });
});
