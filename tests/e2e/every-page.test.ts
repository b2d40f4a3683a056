import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf, firstDayOf, monthOf } from '#shared/calendar.ts';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { step as reportStep } from '#routes/(office)/bao-cao/words.ts';
import * as forms from '#routes/(office)/bao-cao/mau/words.ts';
import { upload } from '#routes/(office)/nhap-danh-sach/words.ts';
import { allButColours, allRules, colours, faultsOf } from '../axe.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { httpPhone, tellTwoNames } from '../http-phone.ts';
import { signedIn, useProduct } from '../product.ts';
import { givePart } from './give-part.ts';
import { pagesOfSite, walkSite, type Walk } from './walk-pages.ts';

/*
 * Every page, as people reach it: by the links of the demo commune, in the role that is shown them. The list of pages is
 * the folder of routes, so that a new page is looked at without being named; one that no link leads to fails by name.
 */

const demo = useProduct({ households: 240 });
const empty = useProduct({ firstStart: 'empty' });
const open = useBrowser();

/** The head of the seventh hamlet owes last month's report; the others have sent theirs. */
const people = ['hanh', 'chutu', 'chilan', 'minh', 'quan', 'truongap7', 'loan'] as const;
const pages = pagesOfSite();
const walks = new Map<string, Walk>();
/** Where each page was met: the address and the cookie of who was there. */
const places = new Map<string, { url: string; cookie: string }>();
let page: Page;
let context: BrowserContext;
/** One page of each make: a form, a list, a table, figures. */
const samplesOfLargeText = new Set([
  '/dang-nhap',
  '/hom-nay',
  '/so-ho',
  '/so-ho/[id]/ghi-lan-gap',
  '/chi-tieu',
  '/bao-cao/[id]',
]);
/** What a browser complained of since the last look: errors, refusals of the policy, requests to elsewhere. */
let complaints: string[] = [];

beforeAll(async () => {
  // One browser window that becomes a phone's and a desk's: a page is fetched and drawn once.
  ({ page, context } = await open({ reducedMotion: 'reduce' }));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const own = [demo().url, empty().url].includes(origin) || protocol === 'data:';
    if (!own) complaints.push(`asks ${request.url()}`);
  });
  const cookies = new Map<string, string>();
  for (const who of people) cookies.set(who, await signedIn(demo(), who, demoPassword));
  await prepare(cookies).catch((cause: unknown) => {
    throw new Error(`the demo could not be made ready; the product said:\n${demo().output()}`, { cause });
  });
  const keep = async (who: string, origin: string, cookie: string, start: string) => {
    const walk = await walkSite(origin, cookie, pages, start);
    walks.set(who, walk);
    for (const [page, address] of walk.reached) {
      if (!places.has(page)) places.set(page, { url: origin + address, cookie });
    }
  };
  await Promise.all(people.map((who) => keep(who, demo().url, cookies.get(who) ?? '', '/hom-nay')));
  await keep('a visitor', demo().url, '', '/dang-nhap');
  await keep('who installs', empty().url, '', '/cai-dat');
});

/** Does what leads to the pages that a new demo has none of: a list to import, a report to send, phones that disagree. */
async function prepare(cookies: ReadonlyMap<string, string>): Promise<void> {
  const { page, context } = await open(desktop);
  await become(context, demo().url, cookies.get('hanh') ?? '');
  await page.goto(`${demo().url}/nhap-danh-sach`);
  const list = 'Ấp;Họ và tên;Quan hệ với chủ hộ;Ngày sinh\nẤp Mẫu 1;Lê Thị Thử;Chủ hộ;02/03/1970\n';
  await page.locator('input[type=file]').setInputFiles({
    name: 'danh-sach-thu.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list),
  });
  await page.getByRole('button', { name: upload }).click();
  await page.waitForURL(/nhap-danh-sach\/[0-9a-f]/);
  await givePart(page, demo().url, 'Bùi Thị Loan');
  await context.request.post(`${demo().url}/bao-cao/chuyen-de/moi`, {
    form: {
      kind: 'thematic',
      title: 'Rà soát thiết bị của hộ',
      startsOn: firstDayOf(monthOf(dayOf(new Date()))),
      endsOn: dayOf(new Date()),
      dueOn: dayOf(new Date()),
      questions: 'Hộ nào cần máy?',
      'hamletIds[]': await firstHamlet(page),
    },
    headers: { origin: demo().url },
  });
  // The report of the month that runs: the unit is asked at once.
  await context.request.post(`${demo().url}/bao-cao/xa?/soan`, {
    form: { period: monthOf(dayOf(new Date())) },
    headers: { origin: demo().url },
  });
  await context.request.post(`${demo().url}/bao-cao/chi-so/he-thong`, {
    form: { name: 'Kho số liệu tỉnh', shape: 'dhis2', orgUnit: 'AG30658', dataSet: 'TSmonthly01' },
    headers: { origin: demo().url },
  });
  for (const form of ['ap', 'phong']) {
    await page.goto(`${demo().url}/bao-cao/mau/${form}`);
    await page.getByRole('button', { name: forms.form.edit }).click();
    await page.getByText(forms.form.draft).waitFor();
  }
  await become(context, demo().url, cookies.get('truongap7') ?? '');
  await page.goto(`${demo().url}/bao-cao`);
  await page.getByRole('button', { name: reportStep.open }).click();
  await page.waitForURL(/bao-cao\/[0-9a-f]/);
  const lan = await httpPhone(demo(), 'chilan', demoPassword);
  const tu = await httpPhone(demo(), 'chutu', demoPassword);
  await tellTwoNames(tu, lan, ['Trần Thị Bạch Yến', 'Trần Thị Bạch Yến Nhi']);
  // Written down after the report of its month was sent.
  const [home] = lan.homes;
  const lastMonth = addDays(firstDayOf(monthOf(dayOf(new Date()))), -3);
  await lan.push(
    lan.operation('visit.record', { householdId: home?.id, visitedOn: lastMonth, met: 'someone' }),
  );
  // One that is refused, after one that is lost.
  lan.operation('visit.record', {});
  await lan.push(
    lan.operation('visit.record', { householdId: lan.homes[0]?.id, met: 'x', note: 'Hỏi VNeID' }),
  );
}

/** The first hamlet that a report may be asked of. */
async function firstHamlet(page: Page): Promise<string> {
  await page.goto(`${demo().url}/bao-cao/chuyen-de/moi`);
  return page.locator('input[name="hamletIds[]"]').first().inputValue();
}

async function become(context: BrowserContext, origin: string, cookie: string): Promise<void> {
  await context.clearCookies();
  const [name, value] = cookie.split('=');
  if (name && value) await context.addCookies([{ name, value, url: origin }]);
}

/** How far the page itself scrolls sideways (px); tables may scroll in their own frame. */
const sideways = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
const setText = (page: Page, size: string) =>
  page.evaluate((value) => void (document.documentElement.style.fontSize = value), size);

type Viewport = typeof phone.viewport;

/** The page that is open, on a phone and then on a desk. */
async function look(isSample: boolean): Promise<void> {
  expect(await page.title()).toMatch(/\S · Tổ Số$/);
  expect(await page.locator('h1').count(), 'h1').toBe(1);
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  for (const { viewport } of [phone, desktop]) {
    const on = `at ${viewport.width} px`;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await sideways(page), `px sideways ${on}`).toBe(0);
    await setText(page, '200%');
    expect(await sideways(page), `px sideways ${on} with text at 200 %`).toBe(0);
    if (isSample) {
      await showWhole(viewport);
      expect(await faultsOf(page), `text at 200 % ${on}`).toEqual([]);
    }
    await setText(page, '');
    // The same colours on both screens: what only the desk has, its bar at the side, is on every sample.
    const showsColours = isSample || viewport.width === phone.viewport.width;
    await showWhole(viewport);
    expect(await faultsOf(page, showsColours ? allRules : allButColours), `light ${on}`).toEqual([]);
    if (!showsColours) continue;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page, colours), `dark ${on}`).toEqual([]);
  }
  expect(complaints).toEqual([]);
}

/** The whole page in one view, so that the bar at the foot of a phone hides nothing from axe. */
async function showWhole(viewport: Viewport): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...viewport, height: Math.min(Math.max(height, viewport.height), 15_000) });
}

describe('every page pleases axe, keeps to itself and to its width, on a phone and on a desk', () => {
  it.each(pages)('%s', { timeout: 90_000 }, async (name) => {
    const place = places.get(name);
    if (!place) throw new Error(`no link leads to ${name}`);
    complaints = [];
    await page.setViewportSize(phone.viewport);
    await become(context, new URL(place.url).origin, place.cookie);
    const answer = await page.goto(place.url);
    expect(answer?.status()).toBe(200);
    await look(samplesOfLargeText.has(name));
  });

  it('what is not there', async () => {
    complaints = [];
    await become(context, demo().url, places.get('/hom-nay')?.cookie ?? '');
    const answer = await page.goto(`${demo().url}/khong-co-trang-nay`);
    expect(answer?.status()).toBe(404);
    // The browser itself notes the status of the page as an error.
    complaints = complaints.filter((line) => !line.includes('404'));
    await look(true);
  });
});

describe('every link that is shown answers', () => {
  it.each([...people, 'a visitor', 'who installs'])('%s', (who) => {
    expect(walks.get(who)?.reached.size).toBeGreaterThan(0);
    expect(walks.get(who)?.broken).toEqual([]);
  });
});

it('the product itself is well at the end, and said nothing of trouble', () => {
  expect(demo().process.exitCode ?? demo().process.signalCode, demo().output()).toBeNull();
  expect(demo().output()).not.toMatch(/"level":(50|60|"error"|"fatal")/);
});
