import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as words from '../../src/field/card-reader/words.ts';
import { faultsOf } from '../axe.ts';
import { openBefore, type Scene, type Seen } from './card-reader/fake-camera.ts';
import { buildFormPage, servePage } from './card-reader/form-page.ts';

/**
 * The reader of citizen cards before a fake camera of the real Chromium, which shows a QR that we draw; on a page of its own
 * with a form, under the strict policy of the product. People and numbers are made up.
 */

// Each scene has a browser of its own, because the film of a fake camera is an argument of the browser.
vi.setConfig({ testTimeout: 120_000 });

const number = '089160000001';
const card = `${number}|351234567|NGUYỄN THỊ BẢY|15081960|Nữ|Tổ 4, Ấp Mỹ Hòa, Nhơn Mỹ, An Giang|20052021||LÊ VĂN HAI|`;
const damaged = card.replace('15081960', '31021960');
const elsewhere = 'https://nhonmy.angiang.gov.vn/lich-lop-hoc';
const filled = {
  name: 'Nguyễn Thị Bảy',
  birth: '1960-08-15',
  sex: 'female',
  address: 'Tổ 4, Ấp Mỹ Hòa, Nhơn Mỹ, An Giang',
};
const untouched = { name: 'chưa có gì', birth: '', sex: '', address: '' };

let folder = '';
let server: Server;
let site = '';
const browsers: Browser[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'card-reader-'));
  await buildFormPage(folder, untouched);
  server = servePage(join(folder, 'built'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  site = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a card before the camera', () => {
  it('fills the form, and nothing of its number or text is left anywhere', async () => {
    const { page, seen } = await openPage({ shows: card });
    expect(seen.requests.filter((url) => /wasm|decode/.test(url))).toEqual([]);
    await press(page);
    await page.getByText('Đã đọc thẻ').waitFor();
    expect(await form(page)).toEqual(filled);
    expect(seen.requests.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
    await expectClosed(page);
    await expectNoTrace(page, seen);
  });

  it('that is damaged, or a QR of something else, leaves the form untouched and is said', async () => {
    for (const shows of [damaged, elsewhere]) {
      const { page, seen } = await openPage({ shows });
      await openReader(page);
      await page.getByRole('status').getByText(words.looking.other).waitFor();
      await expectAccessible(page);
      await picture(page, shows === damaged ? 'damaged' : 'elsewhere');
      expect(await form(page)).toEqual(untouched);
      await expectNoTrace(page, seen);
      await page.keyboard.press('Escape');
      await expectClosed(page);
      expect(await form(page)).toEqual(untouched);
      await expectNoTrace(page, seen);
    }
  });

  it('is looked for while the words say what to do; closing puts the camera off and gives the focus back', async () => {
    const { page } = await openPage({ shows: null });
    await openReader(page);
    await page.getByRole('status').getByText(words.looking.looking).waitFor();
    expect(await liveTracks(page)).toBe(1);
    await expectAccessible(page);
    await picture(page, 'looking');
    for (const button of await page.getByRole('dialog').getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(48);
    await page.getByRole('button', { name: words.close }).press('Enter');
    await expectClosed(page);
    await page.getByLabel('name').fill('Trần Văn Tư');
    expect(await form(page)).toEqual({ ...untouched, name: 'Trần Văn Tư' });
  });

  it('is not looked for behind another window, or when the page has gone on', async () => {
    const { page } = await openPage({ shows: null });
    await openReader(page);
    await page.getByText(words.looking.looking).waitFor();
    await setHidden(page, true);
    await expectLive(page, 0);
    await setHidden(page, false);
    await page.getByText(words.looking.looking).waitFor();
    await expectLive(page, 1);
    await page.evaluate(() => window.leave());
    await expectLive(page, 0);
  });
});

describe('the browser’s own reader', () => {
  it('is used where it works, goes on after a wrong code, and costs no download', async () => {
    const { page, seen } = await openPage({ shows: null, native: elsewhere });
    await openReader(page);
    await page.getByText(words.looking.other).waitFor();
    expect(await form(page)).toEqual(untouched);
    await page.evaluate((text) => (window.shown = text), card);
    await page.getByText('Đã đọc thẻ').waitFor();
    expect(await form(page)).toEqual(filled);
    expect(seen.requests.filter((url) => /wasm|decode/.test(url))).toEqual([]);
    await expectClosed(page);
    await expectNoTrace(page, seen);
  });

  it('is passed over where it fails or does not know QR', async () => {
    for (const native of ['fails', 'other formats'] as const) {
      const { page, seen } = await openPage({ shows: card, native });
      await press(page);
      await page.getByText('Đã đọc thẻ').waitFor();
      expect(seen.requests.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
    }
  });
});

describe('without a camera the form is filled by hand', () => {
  const problems = {
    refused: { permission: false },
    missing: { camera: false },
    insecure: { insecure: true },
    broken: { offline: true },
  } as const;

  it.each(['refused', 'missing', 'insecure', 'broken'] as const)('%s: says what to do', async (problem) => {
    const { page } = await openPage({ shows: null, ...problems[problem] });
    await openReader(page);
    await page
      .getByRole('alert')
      .or(page.getByRole('status'))
      .getByText(words.problems[problem].title)
      .waitFor();
    await page.getByText(words.problems[problem].text).waitFor();
    await page.getByRole('button', { name: words.again }).waitFor();
    expect(await liveTracks(page)).toBe(0);
    await expectAccessible(page);
    await picture(page, problem);
    await page.getByRole('button', { name: words.close }).click();
    await expectClosed(page);
    await page.getByLabel('name').fill('Trần Văn Tư');
    expect(await form(page)).toEqual({ ...untouched, name: 'Trần Văn Tư' });
  });

  it('and once it is allowed, trying again is enough', async () => {
    const { page } = await openPage({ shows: card, permission: false });
    await openReader(page);
    await page.getByText(words.problems.refused.title).waitFor();
    await page.context().grantPermissions(['camera']);
    await page.getByRole('button', { name: words.again }).click();
    await page.getByText('Đã đọc thẻ').waitFor();
    expect(await form(page)).toEqual(filled);
  });
});

it('the light beside the lens is offered where there is one', async () => {
  const { page } = await openPage({ shows: null, light: true });
  await openReader(page);
  await page.getByRole('button', { name: words.lightOn }).click();
  await picture(page, 'light');
  await page.getByRole('button', { name: words.lightOff }).click();
  await page.getByRole('button', { name: words.lightOn }).waitFor();
  expect(await page.evaluate(() => window.light)).toEqual([true, false]);
});

async function openPage(scene: Scene): Promise<{ page: Page; seen: Seen }> {
  const { browser, page, seen } = await openBefore(scene, { site, folder });
  browsers.push(browser);
  return { page, seen };
}

async function press(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Quét thẻ' }).click();
}

/** Opens the reader and waits for it. A card in front of it may be read sooner than one can look: for those only `press`. */
async function openReader(page: Page): Promise<void> {
  await press(page);
  await page.getByRole('dialog', { name: words.title }).waitFor();
  const inside = await page.evaluate(() =>
    document.querySelector('dialog')?.contains(document.activeElement),
  );
  expect(inside).toBe(true);
}

async function expectClosed(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The browser tells of the closing a moment after the dialog is gone.
  await expectLive(page, 0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Quét thẻ');
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
}

/** The numbers and the text of the card are not in the page, its memory on disk, the console, or what it asked for. */
async function expectNoTrace(page: Page, seen: Seen): Promise<void> {
  const left = await page.evaluate(async () => ({
    page: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input')].map((input) => input.value),
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    cookies: document.cookie,
    address: location.href,
    state: JSON.stringify(history.state),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));
  const everything = JSON.stringify([left, seen]);
  for (const secret of [
    number,
    '351234567',
    '|',
    '15081960',
    '31021960',
    'NGUYỄN THỊ BẢY',
    '20052021',
    'HAI',
    'lich-lop-hoc',
  ])
    expect(everything.includes(secret), secret).toBe(false);
  expect(left).toMatchObject({ local: [], session: [], cookies: '', databases: [], caches: [] });
  expect(seen.said).toEqual([]);
  expect(seen.requests.filter((url) => !url.startsWith(`${site}/`))).toEqual([]);
}

async function form(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries([...document.querySelectorAll('input')].map((input) => [input.name, input.value])),
  );
}

async function liveTracks(page: Page): Promise<number> {
  return page.evaluate(() => window.tracks.filter((track) => track.readyState === 'live').length);
}

async function expectLive(page: Page, count: number): Promise<void> {
  await expect.poll(() => liveTracks(page), { timeout: 20_000 }).toBe(count);
}

async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

/** Pictures to look at, where CARD_READER_PICTURES names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const into = process.env['CARD_READER_PICTURES'];
  if (into) await page.screenshot({ path: join(into, `${name}.png`) });
}
