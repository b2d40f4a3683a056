import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { buildApp, forget } from '../field-shell/served-app.ts';

/**
 * The app with a hand inside (main.ts) in the place of the product's own, for one test file. Everything else is the product's.
 * `style` is added to every sheet of it. A service worker would answer before the test does: open the context with `serviceWorkers: 'block'`.
 */
export function useAppByHand(): (context: BrowserContext, style?: string) => Promise<void> {
  let folder = '';
  beforeAll(async () => {
    folder = await buildApp(import.meta.dirname);
  });
  afterAll(() => forget(folder));
  return async (context, style = '') => {
    await context.route('**/di-dong/**', async (route) => {
      const path = new URL(route.request().url()).pathname.replace('/di-dong/', '');
      const isFile = path.startsWith('assets/') || path.endsWith('.js');
      const file = join(folder, isFile ? path : 'index.html');
      if (style === '' || !path.endsWith('.css')) await route.fulfill({ path: file });
      else await route.fulfill({ contentType: 'text/css', body: (await readFile(file, 'utf8')) + style });
    });
  };
}

export async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
}

/** Fills in the account; the page asks for the new PIN next. */
export async function signInByAccount(page: Page, login: string): Promise<void> {
  await page.getByRole('radio', { name: 'Đăng nhập bằng tài khoản' }).check();
  await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByText('Chọn 6 số').first().waitFor();
}

export async function choosePin(page: Page, pin: string): Promise<void> {
  await typePin(page, pin);
  await page.getByText('Nhập lại 6 số').first().waitFor();
  await typePin(page, pin);
}

/** Inside, with the hamlet's households. */
export async function hasBook(page: Page): Promise<void> {
  await page.getByRole('navigation').first().waitFor();
  await page.waitForFunction(() => {
    const { session } = window as unknown as HandedWindow;
    return session !== undefined && !session.standing.running && [...session.register.homes()].length > 2;
  });
}

/** Opens a place of the app without loading it anew. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', `/di-dong/${address}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.locator('main h1').first().waitFor();
}

/** Writes so many visits down, as the form does. */
export async function recordVisits(page: Page, count: number): Promise<void> {
  await page.evaluate(async (many) => {
    const { session } = window as unknown as HandedWindow;
    if (!session) throw new Error('nobody is in');
    for (const home of [...session.register.homes()].slice(0, many))
      await session.record({
        command: 'visit.record',
        scope: home.hamletId,
        household: home.id,
        base: null,
        input: {
          id: session.store.newId(),
          householdId: home.id,
          met: 'someone',
          metResidents: home.people.slice(0, 1).map((person) => person.id),
          note: 'Hẹn tuần sau quay lại',
        },
      });
  }, count);
}

/** How many operations wait in all stores of this phone, read below the app. */
export async function waitingBelow(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const stores = (await indexedDB.databases()).flatMap(({ name }) =>
      name !== undefined && name.startsWith('to-so-') && name !== 'to-so-phone' ? [name] : [],
    );
    let sum = 0;
    for (const name of stores) {
      sum += await new Promise<number>((done, failed) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => failed(opening.error ?? new Error(name)));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const counting = database.transaction('outbox').objectStore('outbox').count();
          counting.addEventListener('success', () => {
            database.close();
            done(counting.result);
          });
        });
      });
    }
    return sum;
  });
}

interface HandedWindow {
  session?: {
    standing: { running: boolean };
    register: { homes(): Iterable<{ id: string; hamletId: string; people: { id: string }[] }> };
    store: { newId(): string };
    record(operation: object): Promise<unknown>;
  };
}
