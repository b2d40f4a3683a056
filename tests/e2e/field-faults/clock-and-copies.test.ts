import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/calendar.ts';
import { commune as communeId } from '#tests/world.ts';
import { useMortalBrowser } from '../field-shell/mortal-browser.ts';
import { pin, useCommune } from './commune.ts';
import { useHarnessApp } from './harness-app.ts';
import { openPhonePage, setClock } from './phone-page.ts';

/** Clocks that lie, months of silence, and a store that was copied to another phone (F9, F20, F28). */
const commune = useCommune(useHarnessApp(), 3);
const lan = useMortalBrowser();
const other = useMortalBrowser();
const day = 24 * 60 * 60 * 1000;

/** All visits that the server has, with their days, by id. */
const visitsOf = () =>
  commune().world.database.transaction({ commune: communeId }, async (tx) => {
    const rows = await tx.selectFrom('visits').select(['id', 'visited_on']).execute();
    return new Map(rows.map((row) => [row.id, row.visited_on]));
  });

describe('chị Lan’s phone', { timeout: 120_000 }, () => {
  it('tells the true day of a visit with every clock, also one that jumps during use (F9)', async () => {
    const { world, line, invite, homes } = commune();
    const [house = ''] = homes.map((home) => home.id);
    const { page } = await lan();
    const begun = world.now.getTime();
    let ahead = 400 * day;
    await page.goto('about:blank');
    await setClock(page, ahead);
    const phone = await openPhonePage(page, line.url);
    await phone.enter(await invite('lan'), pin);
    expect(await phone.sync()).toBe('done');
    const wanted: string[] = [];
    // Days pass; the clock is moved in the evening, a visit is made the next morning and sent at noon.
    for (const [index, moved] of [400 * day, -10 * 365 * day, 0, -day, 3 * 60 * 60 * 1000].entries()) {
      world.now = new Date(begun + (index + 1) * day);
      ahead = world.now.getTime() - Date.now() + moved;
      await setClock(page, ahead);
      await phone.visit([house]);
      wanted.push(dayOf(world.now));
      world.now = new Date(world.now.getTime() + 60_000);
      await setClock(page, ahead + 60_000);
      expect(await phone.sync()).toBe('done');
    }
    const days = await visitsOf();
    expect(line.saved.map(({ visit }) => days.get(visit))).toEqual(wanted);
  });

  it('sends after sixty days of silence what it holds, and takes the list anew when that is too old (F20)', async () => {
    const { world, line, invite, homes } = commune();
    const [house = ''] = homes.map((home) => home.id);
    const { page } = await lan();
    const phone = await openPhonePage(page, line.url);
    await phone.enter(await invite('lan'), pin);
    expect(await phone.sync()).toBe('done');
    const madeOn = dayOf(world.now);
    await phone.visit([house, house]);
    for (const [months, silence] of [
      [2, 60],
      [7, 210],
    ] as const) {
      world.now = new Date(world.now.getTime() + silence * day);
      const clock = world.now.getTime() - Date.now();
      await setClock(page, clock);
      const later = await openPhonePage(page, line.url);
      // After thirty days without a word only a sign-in opens it; the outbox waits (law 11).
      expect([months, await later.unlock(pin)]).toEqual([months, 'locked_out']);
      await world.database.transaction({ commune: communeId }, (tx) =>
        tx
          .updateTable('sync_scopes')
          .set({ pruned_to: silence > 180 ? 1000 : 0, revision: 1001 })
          .execute(),
      );
      expect(await later.enter(await invite('lan'), pin)).toBe('back');
      expect(await later.sync()).toBe('done');
      expect(await later.look()).toMatchObject({ outbox: [], listed: homes.length });
      const lines = line.pulls.at(-1)?.lines;
      expect([months, lines?.includes('list')]).toEqual([months, silence > 180]);
    }
    expect([...(await visitsOf()).values()]).toEqual([madeOn, madeOn]);
    expect(addDays(madeOn, 60) < dayOf(world.now)).toBe(true);
  });

  it('whose store was copied to another phone: both send, nothing is doubled, the copy is seen (F28)', async () => {
    const { world, line, invite, homes } = commune();
    const houses = homes.map((home) => home.id);
    const hers = await lan();
    const phone = await openPhonePage(hers.page, line.url);
    await phone.enter(await invite('lan'), pin);
    await phone.sync();
    await phone.visit(houses);
    await hers.kill();

    const [mine, copied] = [await lan(), await other(hers.profile)];
    const [one, two] = [await openPhonePage(mine.page, line.url), await openPhonePage(copied.page, line.url)];
    for (const each of [one, two]) {
      expect(await each.unlock(pin)).toBe('open');
      await each.visit(houses.slice(0, 1));
    }
    expect([await one.sync(), await two.sync(), await one.sync()]).toEqual(['done', 'done', 'done']);
    expect([...(await visitsOf()).keys()].sort()).toEqual(line.saved.map(({ visit }) => visit).sort());
    const device = await world.database.transaction({ commune: communeId }, (tx) =>
      tx.selectFrom('devices').select(['copied_at', 'last_seq']).executeTakeFirstOrThrow(),
    );
    expect(device).toEqual({ copied_at: world.now, last_seq: 4 });
    expect((await one.look()).homes).toEqual((await two.look()).homes);
  });
});
