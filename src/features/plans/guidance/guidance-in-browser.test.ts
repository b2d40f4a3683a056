import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '#tests/axe.ts';
import { phone, useBrowser } from '#tests/browser.ts';

/* The card on a real phone-sized screen, with a device that has a Vietnamese voice and with one that has none. */

const open = useBrowser();
const address = 'http://card.test/';
const entry = 'virtual:guidance-card';
let script = '';
let style = '';

const main = `
  import '/src/ui/ui.css';
  import { mount, unmount } from 'svelte';
  import { cardOf } from '/src/features/plans/guidance/general-card.ts';
  import GuidanceCard from '/src/features/plans/guidance/GuidanceCard.svelte';
  const platform = { code: 'dvc', name: '', purpose: null, link: 'https://dichvucong.gov.vn' };
  const props = { card: cardOf(platform), link: platform.link, checkedOn: null, level: 1 };
  const card = mount(GuidanceCard, { target: document.querySelector('main'), props });
  addEventListener('leave', () => unmount(card));
`;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      svelte(),
      {
        name: entry,
        resolveId: (id) => (id === entry ? `\0${entry}` : null),
        load: (id) => (id === `\0${entry}` ? main : null),
      },
    ],
    build: { write: false, cssCodeSplit: false, assetsInlineLimit: 0, rolldownOptions: { input: entry } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const part of outputs.flatMap((result) => ('output' in result ? result.output : []))) {
    if (part.type === 'chunk') script += part.code;
    else if (part.fileName.endsWith('.css')) style += String(part.source);
  }
});

/** Stands for the device's voice: `said` is what it was asked to say; the test tells when a piece is over. */
function fakeVoice(voices: { lang: string; localService: boolean }[]): void {
  const said: EventTarget[] = [];
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (piece: EventTarget) => said.push(piece),
    cancel: () => said.at(-1)?.dispatchEvent(new Event('error')),
  });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.assign(window, {
    said,
    SpeechSynthesisUtterance: class extends EventTarget {
      readonly text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    },
  });
}

async function showCard(voices: { lang: string; localService: boolean }[]): Promise<Page> {
  const { page } = await open({ ...phone, reducedMotion: 'reduce' });
  await page.addInitScript(fakeVoice, voices);
  await page.route(`${address}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/card.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    if (pathname === '/card.css') return route.fulfill({ contentType: 'text/css', body: style });
    if (pathname !== '/') return route.fulfill({ status: 404, body: '' });
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Thẻ</title><link rel="stylesheet" href="/card.css"><main></main><script type="module" src="/card.js"></script></html>',
    });
  });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const own = { lang: 'vi_VN', localService: true };
const said = (page: Page) =>
  page.evaluate(() => (Reflect.get(window, 'said') as { text: string }[]).map(({ text }) => text));
const pieceIsOver = (page: Page) =>
  page.evaluate(() => (Reflect.get(window, 'said') as EventTarget[]).at(-1)?.dispatchEvent(new Event('end')));

describe('thẻ trên điện thoại', () => {
  it('cô Sáu nghe đọc một bước, rồi bước khác, rồi dừng', async () => {
    const page = await showCard([own]);
    await page.getByRole('button', { name: 'Nghe Bước 2' }).click();
    expect(await said(page)).toEqual(['Bước 2.']);
    await pieceIsOver(page);
    expect((await said(page)).at(-1)).toContain('dịch vụ công, chấm gốp, chấm vi en');
    expect(await page.getByRole('button', { name: 'Dừng Bước 2' }).count()).toBe(1);

    await page.getByRole('button', { name: 'Nghe đọc cả bài Dịch vụ công quốc gia' }).click();
    await expect.poll(async () => (await said(page)).at(-1)).toBe('Dịch vụ công quốc gia.');
    expect(await page.getByRole('button', { name: 'Dừng Bước 2' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Dừng Dịch vụ công quốc gia' }).click();
    await pieceIsOver(page);
    expect((await said(page)).at(-1)).toBe('Dịch vụ công quốc gia.');
    expect(await page.getByRole('button', { name: /^Dừng/ }).count()).toBe(0);
    expect(await page.getByText('Máy không đọc được lúc này').count()).toBe(0);
  });

  it('rời trang thì máy thôi đọc', async () => {
    const page = await showCard([own]);
    await page.getByRole('button', { name: 'Nghe Bước 1' }).click();
    await page.evaluate(() => dispatchEvent(new Event('leave')));
    await pieceIsOver(page);
    expect(await said(page)).toEqual(['Bước 1.']);
  });

  it('máy không đọc được thì nói ra và chỉ cách khác', async () => {
    const page = await showCard([own]);
    await page.getByRole('button', { name: 'Nghe Bước 1' }).click();
    await page.evaluate(() =>
      (Reflect.get(window, 'said') as EventTarget[]).at(-1)?.dispatchEvent(new Event('error')),
    );
    await page.getByRole('status').getByText('Máy không đọc được lúc này').waitFor();
  });

  it('máy không có giọng Việt thì không có nút, có một câu nói vì sao', async () => {
    const page = await showCard([{ lang: 'en-US', localService: true }]);
    await page.getByText('Máy này chưa có giọng đọc tiếng Việt').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
  });

  it.each(['light', 'dark', 'large'])('dễ bấm, không tràn ngang, đúng chuẩn tiếp cận (%s)', async (look) => {
    const page = await showCard([own]);
    await page.getByRole('button', { name: 'Nghe Bước 1' }).waitFor();
    await page.evaluate((theme) => (document.documentElement.dataset['theme'] = theme), look);
    if (look === 'large') await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const tight = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, summary')]
        .map((part) => ({ text: part.textContent, box: part.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 48 || box.height < 48)
        .map(({ text }) => text),
    );
    expect(tight).toEqual([]);
    expect(await faultsOf(page)).toEqual([]);
  });
});
