import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/calendar.ts';
import { openTestServer } from '#tests/test-server.ts';
import { commune as communeId } from '#tests/world.ts';
import { layOutApp } from '../../../scripts/keep-release/kept-app.ts';
import { phoneApp } from '../../../src/cli/ensure-pages.ts';
import { choosePin, goTo, typePin } from '../field-door/app-by-hand.ts';
import { controlled, picture } from '../field-shell/look.ts';
import { forget, nextVersion } from '../field-shell/served-app.ts';
import { useMortalBrowser } from '../field-shell/mortal-browser.ts';
import { pin, useCommune } from './commune.ts';
import { setClock } from './phone-page.ts';

/**
 * A phone with the app of a release that there was, sixty days without a line: the old app, from its own cache, sends to
 * today's server what it holds, and today's app takes its store over (issue 3, line 11; F20, law 9; decision 14).
 */
const releases = join(import.meta.dirname, '../../releases');
const kept = readdirSync(releases).filter((version) => existsSync(join(releases, version, 'app.json.br')));
const commune = useCommune(() => new Map(), 3);
const lan = useMortalBrowser();
const day = 24 * 60 * 60 * 1000;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(folder: string, port = 0): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const server = await openTestServer(commune().world, undefined, { at: '/di-dong', folder });
  const stop = () => {
    server.server.closeAllConnections();
    return server.close();
  };
  closing.push(stop);
  return { url: await server.listen({ host: '127.0.0.1', port }), stop };
}

describe.each(kept)('chị Lan’s phone with the app of release %s', (version) => {
  it('sends sixty days later what it held, and goes on with today’s app', { timeout: 180_000 }, async () => {
    const { world, homes, invite } = commune();
    const folder = await mkdtemp(join(tmpdir(), 'old-app-'));
    closing.push(() => rm(folder, { recursive: true, force: true }));
    await layOutApp(await readFile(join(releases, version, 'app.json.br')), folder);
    const then = await serve(folder);
    const { page } = await lan();
    await page.setViewportSize({ width: 360, height: 740 });
    const signIn = async () => {
      await page
        .getByLabel('Mã mời')
        .last()
        .fill(await invite('lan'));
      await page.getByRole('button', { name: 'Tiếp tục' }).click();
      await page.getByText('Chọn 6 số').first().waitFor();
      await choosePin(page, pin);
    };
    await page.goto(`${then.url}/di-dong/`);
    await signIn();
    await page.getByText('Đã gửi hết').waitFor();
    await controlled(page);
    await then.stop();
    for (const home of homes.slice(0, 2)) {
      await goTo(page, `ho/${home.id}/khong-gap`);
      await page.getByRole('button', { name: 'Lưu: không gặp ai' }).click();
      await page.getByText('Đã lưu trên máy').waitFor();
    }
    const madeOn = dayOf(world.now);

    world.now = new Date(world.now.getTime() + 60 * day);
    await setClock(page, world.now.getTime() - Date.now());
    // Another start page: on the day of a release today's app is the one that was kept.
    const todays = await nextVersion(phoneApp.folder, 'Bản hôm nay');
    closing.push(() => forget(todays));
    const now = await serve(todays, Number(new URL(then.url).port));
    await page.goto(`${now.url}/di-dong/`);
    // Locked after thirty days without a word: the outbox waits (law 11).
    await page.getByText('2 phiếu chưa gửi').first().waitFor();
    await page.getByRole('button', { name: 'Đăng nhập lại để mở' }).click();
    await signIn();
    await page.getByText('Đã gửi hết').waitFor();
    const visits = () =>
      world.database.transaction({ commune: communeId }, (tx) =>
        tx.selectFrom('visits').select(['household_id', 'visited_on']).orderBy('id').execute(),
      );
    expect(await visits()).toEqual(
      homes.slice(0, 2).map((home) => ({ household_id: home.id, visited_on: madeOn })),
    );
    expect(addDays(madeOn, 60)).toBe(dayOf(world.now));

    await page.getByRole('button', { name: 'Dùng bản mới' }).click();
    await page.getByRole('button', { name: '5', exact: true }).waitFor();
    // What the worker gives, which is what was just loaded.
    expect(await page.evaluate(async () => (await fetch('/di-dong/')).text())).toContain('Bản hôm nay');
    await typePin(page, pin);
    await page.getByText('Đã gửi hết').waitFor();
    for (const home of homes.slice(0, 2)) {
      await goTo(page, `ho/${home.id}`);
      await page.locator('main').getByText('Không gặp ai').nth(1).waitFor();
    }
    await picture(page, `previous-build-${version}`);
    await goTo(page, `ho/${homes[2]?.id}/khong-gap`);
    await page.getByRole('button', { name: 'Lưu: không gặp ai' }).click();
    await page.getByText('Đã lưu trên máy').waitFor();
    await expect.poll(async () => (await visits()).length, { timeout: 20_000 }).toBe(3);
  });
});

it('there is a release to try', () => {
  expect(kept.length).toBeGreaterThan(0);
});
