import { describe, expect, it } from 'vitest';
import { phone as handset, useBrowser } from '../../browser.ts';
import { commune as communeId } from '#tests/world.ts';
import { pin, useCommune } from './commune.ts';
import { useHarnessApp } from './harness-app.ts';
import { openPhonePage } from './phone-page.ts';

/** Servers that are silent, older or not ours, and a portal that answers for them (P3, P8, F21). */
const app = useHarnessApp();
/** The app of a release to come, that writes operations in another shape. */
const nextApp = useHarnessApp((code, file) =>
  file.endsWith('model/operation.ts')
    ? code.replace(/operationVersion = \d+/, 'operationVersion = 999')
    : code,
);
const commune = useCommune(app, 3);
const future = useCommune(nextApp, 3);
const open = useBrowser();

describe('chị Lan’s phone, when', { timeout: 60_000 }, () => {
  it('the server takes the connection and never answers, says nothing of being sent, and sends it later (P8)', async () => {
    const { world, line, invite, homes } = commune();
    const { page } = await open(handset);
    const lan = await openPhonePage(page, `${line.url}?patience=8000`);
    await lan.enter(await invite('lan'), pin);
    await lan.sync();
    await lan.visit(homes.map((home) => home.id));
    const before = await lan.look();

    line.instead = () => {};
    expect(await lan.sync()).toBe('service.unavailable');
    expect(await lan.look()).toEqual(before);

    // A portal of a café answers for everything, with its own page.
    for (const type of ['text/html; charset=utf-8', 'application/json', 'application/x-ndjson']) {
      line.instead = (_request, response) =>
        response.writeHead(200, { 'content-type': type }).end('<html>Mời đăng nhập Wi-Fi</html>');
      expect(await lan.sync()).toBe('service.unavailable');
      expect(await lan.look()).toEqual(before);
    }

    // The server does it, and the answer never comes back: once more, and still once (P3).
    line.instead = null;
    line.cutAnswers = 1;
    expect(await lan.sync()).toBe('service.unavailable');
    expect(await lan.look()).toEqual(before);
    expect(await lan.sync()).toBe('done');
    expect((await lan.look()).receipts.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
    const visits = await world.database.transaction({ commune: communeId }, (tx) =>
      tx.selectFrom('visits').select('id').execute(),
    );
    expect(visits).toHaveLength(3);
  });

  it('the server is older than the app, keeps everything and waits (F21)', async () => {
    const { line, invite, homes } = future();
    const { page } = await open(handset);
    const lan = await openPhonePage(page, line.url);
    await lan.enter(await invite('lan'), pin);
    expect(await lan.sync()).toBe('done');
    await lan.visit(homes.map((home) => home.id));
    const before = await lan.look();
    expect(await lan.sync()).toBe('sync.server_older');
    expect(await lan.look()).toEqual(before);
  });
});
