import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, type Id } from '#shared/ids.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { FieldPhone } from '#tests/field-phone.ts';
import { openTestServer } from '#tests/test-server.ts';
import { inCommune, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { disableAccount } from '#features/accounts/commands/keep.server.ts';
import { moveHousehold } from '#features/registry/commands/move-household.server.ts';
import { revokeDevice } from './commands/revoke-device.server.ts';
import { announceRestore } from './epoch.server.ts';

const world = useWorld();
let server: FastifyInstance;
let home: Home;
let lan: FieldPhone;
let tu: FieldPhone;

beforeEach(async () => {
  await settleCatalogue(world());
  home = await settleHome(world());
  server = await openTestServer(world());
  lan = await FieldPhone.signIn(world(), 'lan', server);
  tu = await FieldPhone.signIn(world(), 'tu', server);
  for (const phone of [lan, tu]) expect((await phone.sync()).end).toBe('done');
});
afterEach(() => server.close());

const minute = 60_000;
const day = 24 * 60 * minute;
const later = (ms: number) => (world().now = new Date(world().now.getTime() + ms));
const restore = async (back: () => Promise<void>) => {
  const here = world();
  await back();
  await inCommune(here, (tx) => announceRestore(writeContext(tx, { actor: here.cast.hanh, now: here.now })));
};
const visitTo = (household: Id) => ({
  command: 'visit.record',
  household,
  input: { id: newId(world().now), householdId: household, met: 'nobody' },
});
const statuses = async (phone: FieldPhone) =>
  (await phone.store.receipts(20)).map((receipt) => receipt.result.outcome.status);

/** Chị Lan registers a household, chú Tư visits it, both have sent it; then the server is that of before. */
async function loseAll(): Promise<Id> {
  const back = await world().database.copy();
  const id = newId(world().now);
  const residents = [{ id: newId(world().now), fullName: 'Trần Văn Mới' }];
  const input = { id, hamletId: world().hamlets.mau1, residents };
  await lan.record({ command: 'household.register', household: id, input });
  await lan.sync();
  await tu.sync();
  await tu.record(visitTo(id));
  await tu.sync();
  expect(await statuses(tu)).toEqual(['ok']);
  later(minute);
  await restore(back);
  later(minute);
  return id;
}

describe('a server restored from a copy', () => {
  it('answers nothing yet to a visit whose household another phone has still to bring back (F14, F15)', async () => {
    const id = await loseAll();
    // Chú Tư comes first.
    expect((await tu.sync()).end).toBe('done');
    expect(await tu.store.unsent()).toMatchObject({ count: 1 });
    await lan.sync();
    await tu.sync();
    expect(await tu.store.unsent()).toMatchObject({ count: 0 });
    expect(await statuses(tu)).toEqual(['ok']);
    expect(tu.register.home(id)?.visits).toHaveLength(1);
  });

  it('says after a week that what was told could not be written', async () => {
    await loseAll();
    await tu.sync();
    later(8 * day);
    await tu.sync();
    expect(await tu.store.unsent()).toMatchObject({ count: 0 });
    expect(await statuses(tu)).toEqual(['rejected']);
  });

  it('knows that revisions of before the restore are none of its own: work from there is carried (law 5)', async () => {
    const here = world();
    const back = await here.database.copy();
    for (let count = 0; count < 5; count += 1) {
      await lan.record(visitTo(home.id));
      await lan.sync();
    }
    await lan.record(visitTo(home.id));
    later(minute);
    await restore(back);
    const move = { householdId: home.id, hamletId: here.hamlets.mau2, on: '24/11/2026' };
    await here.run(moveHousehold, here.cast.hanh, move);
    later(minute);
    expect((await lan.sync()).end).toBe('done');
    expect(await statuses(lan)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
  });
});

it('what is done after an account was shut is refused, also when it is shut again and the phone revoked later', async () => {
  const here = world();
  later(minute);
  await here.run(disableAccount, here.cast.quan, { accountId: here.cast.lan.accountId });
  later(minute);
  await lan.record(visitTo(home.id));
  later(minute);
  await here.run(disableAccount, here.cast.quan, { accountId: here.cast.lan.accountId });
  await here.run(revokeDevice, here.cast.hanh, { deviceId: lan.deviceId });
  later(minute);
  expect((await lan.sync()).end).toBe('wipe');
  expect(await statuses(lan)).toEqual(['rejected']);
});
