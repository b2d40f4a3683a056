import { describe, expect, it } from 'vitest';
import { useMortalBrowser } from '../field-shell/mortal-browser.ts';
import { pin, useCommune } from './commune.ts';
import { useHarnessApp } from './harness-app.ts';
import { openPhonePage } from './phone-page.ts';

/** The first load of a hamlet on a weak line, with the phone's battery dying in it (P10, F8, law 10). */
const commune = useCommune(useHarnessApp(), 190);
const lan = useMortalBrowser();
const another = useMortalBrowser();

/** As the server packs them. */
const homesPerLine = 60;

describe('the first load, killed after', { timeout: 120_000 }, () => {
  it.each([
    { part: 0.1, listed: false },
    { part: 0.5, listed: true },
    { part: 0.9, listed: true },
  ])('$part of its lines, goes on where it stopped', async ({ part, listed }) => {
    const { line, invite, homes } = commune();
    // Never killed: what there is to fetch, and what it looks like in the end.
    const unharmed = await openPhonePage((await another()).page, line.url);
    await unharmed.enter(await invite('lan'), pin);
    expect(await unharmed.sync()).toBe('done');
    const { lines, bytes } = line.pulls[0] ?? { lines: [], bytes: 0 };
    expect(lines).toEqual(['hello', 'book', 'list', 'homes', 'homes', 'homes', 'homes', 'end']);

    const cut = Math.round(lines.length * part);
    line.lines = cut;
    const dead = new Promise<void>((resolve) => (line.onDead = resolve));
    let { page, kill } = await lan();
    let phone = await openPhonePage(page, line.url);
    await phone.enter(await invite('lan'), pin);
    const sync = phone.sync().catch(() => undefined);
    await dead;
    // What came is on the disk.
    const homesSent = line.pulls[1]?.lines.filter((kind) => kind === 'homes').length ?? 0;
    await expect
      .poll(async () => (await phone.look()).homes.length, { timeout: 20_000 })
      .toBe(Math.min(homesSent * homesPerLine, homes.length));
    const before = await phone.look();
    expect(before.cursors).toHaveLength(listed ? 1 : 0);
    await kill();
    await sync;

    line.lines = Infinity;
    ({ page, kill } = await lan());
    phone = await openPhonePage(page, line.url);
    expect(await phone.unlock(pin)).toBe('open');
    const woken = await phone.look();
    // Usable at once: every household stands in the list, with or without its document.
    expect([woken.listed, woken.cursors]).toEqual([listed ? homes.length : 0, before.cursors]);
    expect(woken.homes.length).toBe(before.homes.length);
    expect(await phone.sync()).toBe('done');
    const [, first, second] = line.pulls;
    const twice = (first?.lines.length ?? 0) + (second?.lines.length ?? 0) - lines.length;
    // The greeting comes with each pull, and the half line once more.
    expect(twice).toBe(1);
    expect((first?.bytes ?? 0) + (second?.bytes ?? 0)).toBeLessThan(bytes * 1.05);
    const now = await phone.look();
    expect([now.homes.length, now.listed, now.toCome]).toEqual([homes.length, homes.length, []]);
    expect(now.homes).toEqual((await unharmed.look()).homes);
  });
});
