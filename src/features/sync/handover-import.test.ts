import { beforeEach, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { phoneRecoveryKey, settlePhone, type TestPhone } from '#tests/phone-world.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { inCommune, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import { importHandover, mostHandoverBytes } from './commands/import-handover.server.ts';
import { revokeDevice } from './commands/revoke-device.server.ts';
import { announceRestore } from './epoch.server.ts';
import { sealHandover } from './model/handover.ts';
import type { Operation } from './model/operation.ts';
import { listAttention } from './queries/list-attention.server.ts';

const world = useWorld();
let home: Home;
let lan: TestPhone;

beforeEach(async () => {
  await settleCatalogue(world());
  home = await settleHome(world());
  lan = await settlePhone(world(), 'lan');
  await lan.pull();
});

const visit = (more: Record<string, unknown> = {}) =>
  lan.operation('visit.record', { id: newId(world().now), householdId: home.id, met: 'nobody', ...more });
async function fileOf(operations: unknown[], more: { accountId?: string; key?: string } = {}) {
  const { cast, now } = world();
  const about = {
    deviceId: lan.id,
    accountId: more.accountId ?? cast.lan.accountId,
    madeAt: now.toISOString(),
  };
  const content = { operations: operations as Operation[], clock: now.toISOString() };
  return Buffer.from(JSON.stringify(await sealHandover(about, content, more.key ?? phoneRecoveryKey)));
}
const bring = (who: CastName, bytes: Uint8Array) =>
  importHandover(world().database, { actor: world().cast[who], now: world().now }, bytes);
const visits = () =>
  world().read(world().cast.hanh, (ctx) =>
    ctx.tx.selectFrom('visits').select(['recorded_by', 'visited_on']).execute(),
  );
const later = (days: number) => {
  world().now = new Date(world().now.getTime() + days * 24 * 60 * 60_000);
};

it('chú Tư brings the file of chị Lan’s broken phone: her visits, on the day when she made them', async () => {
  const operations = [visit(), visit(), visit({ met: 'x' })];
  const bytes = await fileOf([...operations, { opId: 'rác' }]);
  later(3);
  const result = await bring('tu', bytes);
  expect(result).toMatchObject({
    ownerName: 'Nguyễn Thị Lan',
    total: 4,
    already: 0,
    counts: { ok: 2, merged: 0, review: 0, rejected: 2 },
    toLookAt: [operations[2]?.opId],
    broken: 1,
  });
  const by = world().cast.lan.accountId;
  expect(await visits()).toEqual([
    { recorded_by: by, visited_on: '2026-11-24' },
    { recorded_by: by, visited_on: '2026-11-24' },
  ]);
  const { items } = await world().read(world().cast.tu, (ctx) =>
    listAttention(ctx, { hamletId: null, opIds: result.toLookAt }),
  );
  expect(items).toMatchObject([{ title: 'Ghi lần gặp', status: 'rejected' }]);
  const events = await world().read(world().cast.hanh, (ctx) =>
    ctx.tx
      .selectFrom('events')
      .select(['actor_id', 'data'])
      .where('name', '=', 'handover.imported')
      .execute(),
  );
  expect(events).toMatchObject([{ actor_id: world().cast.tu.accountId, data: { total: 4, ok: 2 } }]);
});

it('a phone that wakes up and sends the same gets the same answers; nothing is written twice', async () => {
  const operations = [visit(), visit({ met: 'x' })];
  const bytes = await fileOf(operations);
  await bring('hanh', bytes);
  later(1);
  const answer = await lan.push(...operations);
  expect(answer.results.map(({ outcome }) => outcome.status)).toEqual(['ok', 'rejected']);
  expect(answer.lastSeq).toBe(2);
  later(1);
  expect(await bring('hanh', bytes)).toMatchObject({ total: 2, already: 2 });
  expect(await visits()).toHaveLength(1);
});

it('more than a push takes goes in by parts', async () => {
  const operations = Array.from({ length: 130 }, () => visit());
  expect(await bring('hanh', await fileOf(operations))).toMatchObject({ total: 130, counts: { ok: 130 } });
  const row = await world().read(world().cast.hanh, (ctx) =>
    ctx.tx.selectFrom('devices').select(['last_seq', 'seen_at']).where('id', '=', lan.id).executeTakeFirst(),
  );
  // The phone itself did not call.
  expect(row).toEqual({ last_seq: 130, seen_at: new Date('2026-11-24T02:12:00Z') });
}, 60_000);

it('after a restore it waits, as a push does, for what another phone has still to bring back (F14, F15)', async () => {
  const here = world();
  const lost = newId(here.now);
  const operations = [visit(), visit({ householdId: lost })];
  const bytes = await fileOf(operations);
  later(1);
  await inCommune(here, (tx) => announceRestore(writeContext(tx, { actor: here.cast.hanh, now: here.now })));
  expect(await bring('tu', bytes)).toMatchObject({
    total: 2,
    waiting: 1,
    counts: { ok: 1, merged: 0, review: 0, rejected: 0 },
    toLookAt: [],
  });
  later(8);
  expect(await bring('tu', bytes)).toMatchObject({
    total: 2,
    waiting: 0,
    already: 1,
    counts: { ok: 1, rejected: 1 },
  });
});

it('a revoked phone’s file brings what was made before', async () => {
  const before = visit();
  later(1);
  await world().run(revokeDevice, world().cast.tu, { deviceId: lan.id });
  later(1);
  const result = await bring('tu', await fileOf([before, visit()]));
  expect(result.counts).toMatchObject({ ok: 1, rejected: 1 });
});

it('the head of another hamlet has no such phone, a member brings no files', async () => {
  const bytes = await fileOf([visit()]);
  for (const who of ['sau', 'la'] as const)
    await expect(bring(who, bytes)).rejects.toMatchObject({ code: 'not_found' });
  for (const who of ['lan', 'tam', 'quan', 'minh'] as const)
    await expect(bring(who, bytes)).rejects.toMatchObject({ code: 'not_allowed' });
  expect(await visits()).toEqual([]);
});

it('what is no hand-over file is said in a sentence', async () => {
  const unreadable = { code: 'file.unreadable', hasMessage: true };
  await expect(bring('hanh', Buffer.from('STT;Họ tên'))).rejects.toMatchObject(unreadable);
  await expect(bring('hanh', Buffer.from('{"format":"x"}'))).rejects.toMatchObject(unreadable);
  const other = await fileOf([visit()], { key: Buffer.alloc(32, 8).toString('base64') });
  await expect(bring('hanh', other)).rejects.toMatchObject(unreadable);
  const owner = await fileOf([visit()], { accountId: world().cast.tu.accountId });
  await expect(bring('hanh', owner)).rejects.toMatchObject(unreadable);
  await expect(bring('hanh', Buffer.alloc(mostHandoverBytes + 1))).rejects.toMatchObject({
    code: 'file.too_large',
  });
});
