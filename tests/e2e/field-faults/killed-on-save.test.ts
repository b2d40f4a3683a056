import { describe, expect, it } from 'vitest';
import { commune as communeId } from '#tests/world.ts';
import { useMortalBrowser } from '../field-shell/mortal-browser.ts';
import { pin, useCommune } from './commune.ts';
import { useHarnessApp } from './harness-app.ts';
import { openPhonePage } from './phone-page.ts';

/** Whatever showed "Đã lưu" is there, however the phone died (F12, law 1). */
const commune = useCommune(useHarnessApp(), 3);
const lan = useMortalBrowser();

const kills = 12;
/** After how many saved visits of a life the phone dies, and how long after the last (ms); together more than a hundred. */
const lives = Array.from({ length: kills }, (_, life) => ({
  saved: 4 + ((life * 7) % 11),
  rest: (life * 5) % 23,
}));

describe('chị Lan’s phone, killed while she saves', { timeout: 240_000 }, () => {
  it('holds every visit that was called saved, in order, without a gap, none twice', async () => {
    const { world, line, invite, homes } = commune();
    const houses = homes.map((home) => home.id);
    const first = await lan();
    const phone = await openPhonePage(first.page, line.url);
    await phone.enter(await invite('lan'), pin);
    expect(await phone.sync()).toBe('done');
    await first.kill();

    for (const life of lives) {
      const before = line.saved.length;
      const { page, kill } = await lan();
      const now = await openPhonePage(page, line.url);
      expect(await now.unlock(pin)).toBe('open');
      const dying = new Promise<void>((resolve) => {
        line.onSaved = () => {
          if (line.saved.length >= before + life.saved) setTimeout(resolve, life.rest);
        };
      });
      // Far more than it lives to save.
      const endless = Array.from({ length: 400 }, (_, index) => houses[index % houses.length] ?? '');
      const saving = now.visit(endless).catch(() => undefined);
      await dying;
      await kill();
      await saving;
    }
    expect(line.saved.length).toBeGreaterThanOrEqual(100);

    const { page } = await lan();
    const woken = await openPhonePage(page, line.url);
    expect(await woken.unlock(pin)).toBe('open');
    const { outbox } = await woken.look();
    expect(outbox.map(({ seq }) => seq)).toEqual(outbox.map((_, index) => index + 1));
    expect(new Set(outbox.map(({ opId }) => opId)).size).toBe(outbox.length);
    const kept = new Map(outbox.map((operation) => [operation.seq, operation]));
    for (const { seq, opId, visit } of line.saved) expect(kept.get(seq)).toMatchObject({ opId, visit });

    expect(await woken.sync()).toBe('done');
    const rows = await world.database.transaction({ commune: communeId }, (tx) =>
      tx.selectFrom('visits').select('id').execute(),
    );
    expect(rows.map(({ id }) => id).sort()).toEqual(outbox.map(({ visit }) => String(visit)).sort());
  });
});
