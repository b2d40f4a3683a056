import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { phone as handset, useBrowser } from '../../browser.ts';
import { commune as communeId } from '#tests/world.ts';
import { pin, useCommune } from './commune.ts';
import { useHarnessApp } from './harness-app.ts';
import { openPhonePage } from './phone-page.ts';

/** A phone without room, and one whose browser threw the data away (F10, F11). */
const commune = useCommune(useHarnessApp(), 130);
const open = useBrowser();

/** So many bytes may the address hold; without a number as many as usual. Chromium hears of less only before it is used. */
async function allow(page: Page, url: string, quotaSize?: number): Promise<void> {
  const developer = await page.context().newCDPSession(page);
  const { origin } = new URL(url);
  await developer.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize && { quotaSize }) });
}

describe('a phone', { timeout: 90_000 }, () => {
  it('that is full never says saved, writes nothing by halves, and goes on when there is room (F11)', async () => {
    const { line, invite, homes } = commune();
    const [house = ''] = homes.map((home) => home.id);
    const { page } = await open(handset);
    await allow(page, line.url, 1_000_000);
    const lan = await openPhonePage(page, line.url);
    await lan.enter(await invite('lan'), pin);
    expect(await lan.sync()).toBe('done');
    await lan.visit([house, house, house]);
    const before = await lan.look();
    let answer = 'saved';
    for (let tries = 0; tries < 100 && answer === 'saved'; tries += 1)
      answer = await lan.visitOf(20_000, house);
    expect(answer).toBe('QuotaExceededError');
    const full = await lan.look();
    expect(full.outbox.slice(0, 3)).toEqual(before.outbox);
    expect(full.outbox.map(({ seq }) => seq)).toEqual(full.outbox.map((_, index) => index + 1));
    expect(full.homes).toEqual(before.homes);

    await allow(page, line.url);
    expect(await lan.visitOf(10, house)).toBe('saved');
    const { outbox } = await lan.look();
    expect(outbox.map(({ seq }) => seq)).toEqual(
      Array.from({ length: full.outbox.length + 1 }, (_, n) => n + 1),
    );
    expect(new Set(line.saved.map(({ opId }) => opId))).toEqual(new Set(outbox.map(({ opId }) => opId)));
    expect(await lan.sync()).toBe('done');
  });

  it('that is full at the first load keeps what it has, and a cursor no further than that', async () => {
    const { line, invite, homes } = commune();
    const { page } = await open(handset);
    await allow(page, line.url, 1_000_000);
    const lan = await openPhonePage(page, line.url);
    await lan.enter(await invite('lan'), pin);
    await lan.fill(10_000);
    expect(await lan.sync()).toBe('storage.full');
    const full = await lan.look();
    expect(full.homes.length).toBeLessThan(homes.length);
    await allow(page, line.url);
    expect(await lan.sync()).toBe('done');
    expect((await lan.look()).homes).toHaveLength(homes.length);
  });

  it('whose data the browser threw away says so, and the server hears how much was lost (F10)', async () => {
    const { world, line, invite, homes } = commune();
    const houses = homes.slice(0, 5).map((home) => home.id);
    const { page, context } = await open(handset);
    const lan = await openPhonePage(page, line.url);
    await lan.enter(await invite('lan'), pin);
    await lan.sync();
    await lan.visit(houses.slice(0, 2));
    expect(await lan.sync()).toBe('done');
    await lan.visit(houses);

    const developer = await context.newCDPSession(page);
    const { origin } = new URL(line.url);
    await developer.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    // Under the open app: it is told, and nothing is called saved any more.
    await expect(lan.visit(houses)).rejects.toThrow('Sổ trên máy vừa bị đóng');
    expect(await lan.vanished()).toEqual({ members: 0, vanished: [5] });

    const again = await openPhonePage(page, line.url);
    expect(await again.vanished()).toEqual({ members: 0, vanished: [5] });
    expect(await again.enter(await invite('lan'), pin)).toBe('new');
    expect(await again.sync()).toBe('done');
    expect(await again.vanished()).toEqual({ members: 1, vanished: [] });
    const { devices, visits } = await world.database.transaction({ commune: communeId }, async (tx) => ({
      devices: await tx
        .selectFrom('devices')
        .select(['vanished', 'last_seq'])
        .orderBy('enrolled_at')
        .execute(),
      visits: await tx.selectFrom('visits').select('id').execute(),
    }));
    expect(devices).toEqual([
      { vanished: 5, last_seq: 2 },
      { vanished: 0, last_seq: 0 },
    ]);
    // What had been sent stands, and comes back.
    const shown = (await again.look()).homes.flatMap((home) => home.visits);
    expect([visits.length, shown.sort()]).toEqual([2, visits.map(({ id }) => id).sort()]);
  });
});
