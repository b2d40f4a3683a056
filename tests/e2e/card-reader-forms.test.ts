import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as reader from '../../src/field/card-reader/words.ts';
import { saved, scan, scanned } from '../../src/field/screens/doing/form/words.ts';
import * as household from '../../src/field/screens/doing/household/words.ts';
import * as person from '../../src/field/screens/doing/person/words.ts';
import { useProduct } from '../product.ts';
import { openBefore } from './card-reader/fake-camera.ts';
import { officeReads } from './field-doing/office-page.ts';
import { enter, goTo, homesOn } from './field-doing/on-phone.ts';
import { faultsOf, picture } from './field-shell/look.ts';

/**
 * The card before the camera in the forms of the phone's app, against the real product: what is filled in, and that nothing
 * else of the card goes into the draft, the outbox, the page or a request. Person and numbers are made up.
 */
const product = useProduct({ households: 240 });

const number = '089160000001';
const card = `${number}|351234567|NGUYỄN THỊ BẢY|15081960|Nữ|Tổ 4, Ấp Mỹ Hòa, Nhơn Mỹ, An Giang|20052021||LÊ VĂN HAI|`;
const damaged = card.replace('15081960', '31021960');
const address = 'Tổ 4, Ấp Mỹ Hòa, Nhơn Mỹ, An Giang';
/** What stands on the card and is nobody's business. */
const secrets = [
  number,
  '351234567',
  '20052021',
  '|15081960',
  '31021960',
  '|Nữ',
  'LÊ VĂN HAI',
  'Lê Văn Hai',
  'NGUYỄN THỊ BẢY',
];

let folder = '';
const browsers: Browser[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'card-forms-'));
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await rm(folder, { recursive: true, force: true });
});

interface Before {
  page: Page;
  /** Everything that left the phone, read. */
  sent: () => string;
}

/** Chị Lan's phone before a camera that shows the card. Whatever the app seals for its disk is noted before it is sealed. */
async function lanBefore(shows: string): Promise<Before> {
  const site = `${product().url}/di-dong/`;
  const { browser, page } = await openBefore({ shows }, { site, folder });
  browsers.push(browser);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.url()} ${bodyOf(request)}`));
  await page.addInitScript(noteSealed);
  await enter(page, product().url, 'chilan');
  return { page, sent: () => requests.join('\n') };
}

function bodyOf(request: Request): string {
  const body = request.postDataBuffer();
  if (!body) return '';
  return (body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body).toString();
}

declare global {
  interface Window {
    sealed: string[];
  }
}

function noteSealed(): void {
  window.sealed = [];
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  crypto.subtle.encrypt = (method, key, data) => {
    window.sealed.push(new TextDecoder().decode(data));
    return encrypt(method, key, data);
  };
}

const sealedBy = (page: Page) => page.evaluate(() => window.sealed);

/** Presses the card button of the form and waits until the reader has done its work. */
async function readCard(page: Page): Promise<void> {
  await page.getByRole('button', { name: scan, exact: true }).tap();
  await page.getByText(scanned).waitFor({ timeout: 60_000 });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function fieldsOf(page: Page, path = ''): Promise<Record<string, string>> {
  const value = (name: string) => page.locator(`[name="${path}${name}"]`).inputValue();
  return { fullName: await value('fullName'), birth: await value('birth'), sex: await value('sex') };
}

/** The card's other words are nowhere: not on the page, not where the app keeps things, not on the way. */
async function expectNoTrace({ page, sent }: Before): Promise<void> {
  const left = await page.evaluate(async () => ({
    page: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')].map(
      (field) => (field as HTMLInputElement).value,
    ),
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    cookies: document.cookie,
    address: location.href,
    state: JSON.stringify(history.state),
    caches: (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
      .flat()
      .map((request) => request.url),
    sealed: window.sealed,
  }));
  const everything = JSON.stringify(left) + sent();
  for (const secret of secrets) expect(everything.includes(secret), secret).toBe(false);
}

const filled = { fullName: 'Nguyễn Thị Bảy', birth: '15/08/1960', sex: 'female' };

describe('a card in the real forms', () => {
  it('fills in a new household and a new person, and leaves nothing else', { timeout: 240_000 }, async () => {
    const before = await lanBefore(card);
    const { page, sent } = before;
    await goTo(page, 'them-ho');
    await readCard(page);
    expect(await fieldsOf(page, 'residents.0.')).toEqual(filled);
    expect(await page.locator('input[name=address]').inputValue()).toBe(address);
    await picture(page, 'card-new-household');
    expect(await faultsOf(page)).toEqual([]);
    // What was filled in is in the draft, as if a hand had typed it.
    await expect
      .poll(async () => (await sealedBy(page)).filter((text) => text.includes(filled.fullName)).length)
      .toBeGreaterThan(0);
    await expectNoTrace(before);
    await page.getByRole('button', { name: household.newSave, exact: true }).tap();
    await page.getByText(saved).waitFor();
    await page.getByText('Đã gửi hết').waitFor({ timeout: 40_000 });
    const home = /ho\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    const office = await officeReads(product(), `/so-ho/${home}`);
    for (const text of [filled.fullName, filled.birth, address]) expect(office).toContain(text);

    await goTo(page, `ho/${home}/them-nguoi`);
    await page.locator('input[name=phone]').fill('0912 345 678');
    await readCard(page);
    expect(await fieldsOf(page)).toEqual(filled);
    // What the card does not say stays as it was typed.
    expect(await page.locator('input[name=phone]').inputValue()).toBe('0912 345 678');
    await page.locator('select[name=relation]').selectOption('sibling');
    await page.getByRole('button', { name: person.addSave, exact: true }).tap();
    await page.getByText(saved).waitFor();
    await page.getByText('Đã gửi hết').waitFor({ timeout: 40_000 });
    expect(sent()).toContain('resident.register');
    await expectNoTrace(before);
  });

  it(
    'corrects a person, and does not write over an address that was typed',
    { timeout: 240_000 },
    async () => {
      const before = await lanBefore(card);
      const { page } = before;
      await goTo(page, 'them-ho');
      await page.getByText(household.about, { exact: true }).tap();
      await page.locator('input[name=address]').fill('Nhà số 7');
      await readCard(page);
      expect(await page.locator('input[name=address]').inputValue()).toBe('Nhà số 7');

      const [home = ''] = await homesOn(page);
      await goTo(page, `ho/${home}`);
      const link = await page.locator(`main a[href*="/ho/${home}/nguoi/"]`).first().getAttribute('href');
      await goTo(page, `${link?.replace('/di-dong/', '') ?? ''}/sua`);
      await readCard(page);
      expect(await fieldsOf(page)).toEqual(filled);
      await expectNoTrace(before);
    },
  );

  it('that is damaged leaves the form as it was', { timeout: 240_000 }, async () => {
    const before = await lanBefore(damaged);
    const { page } = before;
    await goTo(page, 'them-ho');
    await page.locator('input[name="residents.0.fullName"]').fill('Trần Văn Tư');
    await page.locator('input[name="residents.0.birth"]').fill('1958');
    await page.getByRole('button', { name: scan, exact: true }).tap();
    await page.getByRole('status').getByText(reader.looking.other).waitFor({ timeout: 60_000 });
    await picture(page, 'card-damaged');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: reader.close }).tap();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await fieldsOf(page, 'residents.0.')).toEqual({ fullName: 'Trần Văn Tư', birth: '1958', sex: '' });
    expect(await page.getByText(scanned).count()).toBe(0);
    await expectNoTrace(before);
  });
});
