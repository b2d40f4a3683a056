import { describe, expect, it } from 'vitest';
import { inviteAccount } from '#features/accounts/commands/invite.server.ts';
import { addHamlets } from '#features/org/commands/hamlets.server.ts';
import { commune, foreignCommune, useWorld } from '#tests/world.ts';
import { newId } from '#shared/ids.ts';
import { listActors, listEvents, type EventFilter } from './list-events.server.ts';

const world = useWorld();
const minute = 60_000;

async function write(at: Date, name: string, options: { times?: number; communeId?: string } = {}) {
  const { database, cast, hamlets } = world();
  const communeId = options.communeId ?? commune;
  await database.transaction({ commune: communeId }, (tx) =>
    tx
      .insertInto('events')
      .values(
        Array.from({ length: options.times ?? 1 }, () => ({
          commune_id: communeId,
          id: newId(at),
          name,
          hamlet_id: communeId === commune ? hamlets.mau1 : null,
          subject: 'household',
          subject_id: newId(at),
          actor_id: communeId === commune ? cast.lan.accountId : cast.la.accountId,
          happened_at: at,
          recorded_at: at,
          device_id: null,
          request_id: null,
          data: JSON.stringify({ after: { head: 'Nguyễn Văn Ba' } }),
        })),
      )
      .execute(),
  );
}

const read = (filter: EventFilter = {}, limit?: number) =>
  world().read(world().cast.nga, (ctx) => listEvents(ctx, filter, limit));

describe('the audit (domain/03 §7.2)', () => {
  it('tells who did what about what, where, newest first, without the content', async () => {
    const { run, cast, hamlets, now } = world();
    await write(new Date(now.getTime() - minute), 'visit.recorded');
    await run(inviteAccount, cast.hanh, {
      login: 'anh.ba',
      fullName: 'Nguyễn Văn Mới',
      memberId: null,
      roles: [{ role: 'member', hamletId: hamlets.mau1 }],
    });
    const lines = await read();
    expect(lines.map((line) => [line.name, line.actorName, line.accountName, line.hamletName])).toEqual([
      ['account.opened', 'Đặng Thị Hạnh', 'Nguyễn Văn Mới', null],
      ['visit.recorded', 'Nguyễn Thị Lan', null, 'Ấp Mẫu 1'],
    ]);
    expect(JSON.stringify(lines)).not.toContain('Nguyễn Văn Ba');
  });

  it('tells one stroke once, with how many it touched', async () => {
    await write(world().now, 'household.registered', { times: 250 });
    expect((await read()).map((line) => [line.name, line.count])).toEqual([['household.registered', 250]]);
  });

  it('is read page by page, every line once, also where many have one moment', async () => {
    const { run, cast, now } = world();
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `visit.${letter}`);
    for (const name of names) await write(now, name);
    await write(new Date(now.getTime() - 5 * minute), 'visit.early', { times: 3 });
    await run(addHamlets, cast.hanh, { names: 'Ấp Mẫu 4\nẤp Mẫu 5', validFrom: '2026-11-24' });
    const whole = await read();
    const pages: string[] = [];
    for (let after: string | null = null, turn = 0; turn < 20; turn += 1) {
      const page = await read({ after }, 2);
      pages.push(...page.map((line) => line.key));
      after = page.at(-1)?.key ?? null;
      if (page.length < 2) break;
    }
    expect(pages).toEqual(whole.map((line) => line.key));
    expect(whole).toHaveLength(names.length + 3);
  });

  it('is filtered by a day of Vietnam and by a person', async () => {
    const { cast } = world();
    await write(new Date('2026-11-22T16:59:59Z'), 'visit.at_23_59_of_22');
    await write(new Date('2026-11-22T17:00:00Z'), 'visit.at_00_00_of_23');
    await write(new Date('2026-11-23T16:59:59Z'), 'visit.at_23_59_of_23');
    const ofDay = await read({ day: '2026-11-23' });
    expect(ofDay.map((line) => line.name)).toEqual(['visit.at_23_59_of_23', 'visit.at_00_00_of_23']);
    expect(await read({ actorId: cast.tu.accountId })).toEqual([]);
    expect(await read({ actorId: cast.lan.accountId })).toHaveLength(3);
  });

  it('is for those who may read it only, and of their own commune', async () => {
    const { cast, read: readAs, now } = world();
    await write(now, 'visit.foreign', { communeId: foreignCommune });
    expect(await read()).toEqual([]);
    for (const person of ['hanh', 'tam', 'minh', 'nga'] as const)
      await expect(readAs(cast[person], (ctx) => listEvents(ctx, {}))).resolves.toEqual([]);
    for (const person of ['lan', 'tu', 'dung', 'loan', 'thu', 'doan', 'quay', 'phuc', 'quan'] as const) {
      await expect(readAs(cast[person], (ctx) => listEvents(ctx, {}))).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(readAs(cast[person], listActors)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
