import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { file as fileWords } from '#features/indicators/mapping-words.ts';
import { systems } from '#routes/(office)/bao-cao/chi-so/words.ts';
import * as words from '#routes/(office)/bao-cao/chi-so/he-thong/words.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/**
 * Cô Hạnh sends the month to a system that has codes of its own: she names it, gives one code by hand, the others by the file, and
 * takes the figures away; first without any script, on a phone. The real product, the demo commune.
 */
const demo = useProduct({ households: 240 });
const open = useBrowser();

async function as(login: string, options: Parameters<typeof open>[0]): Promise<Page> {
  const { page, context } = await open(options);
  const [name = '', value = ''] = (await signedIn(demo(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: demo().url }]);
  await page.goto(`${demo().url}/bao-cao/chi-so`);
  await page.getByRole('link', { name: systems }).click();
  return page;
}
const textOf = async (download: Download) => readFile((await download.path()) ?? '', 'utf8');
const taken = async (page: Page, name: string) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return download;
};
const fileOf = (text: string) => ({
  name: 'bang-ma.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${text}`),
});

it('names a system, maps by hand and by file, and hands out the month in its codes', async () => {
  const page = await as('hanh', { ...phone, javaScriptEnabled: false });
  await page.getByText(words.add).click();
  await page.locator('input[name=name]').fill('Kho số liệu tỉnh');
  await page.locator('input[name=shape][value=dhis2]').check();
  await page.getByRole('button', { name: words.system.save }).click();
  // DHIS2 without its codes: said at the fields, and the name is still there.
  await page.locator('#f-orgUnit-error').waitFor();
  expect(await page.locator('input[name=name]').inputValue()).toBe('Kho số liệu tỉnh');
  await page.locator('input[name=orgUnit]').fill('AG30658');
  await page.locator('input[name=dataSet]').fill('TSmonthly01');
  await page.getByRole('button', { name: words.system.save }).click();
  await page.getByText(words.done['he'] ?? '').waitFor();
  await page.getByText('CT01, CT02, CT12, CT13').waitFor();

  await page.getByRole('link', { name: 'Tổng số hộ dân' }).click();
  await page.locator('input[name=theirCode]').fill('=HH');
  await page.getByRole('button', { name: words.mapping.save }).click();
  await page.locator('#f-theirCode-error').waitFor();
  expect(await page.locator('input[name=theirCode]').inputValue()).toBe('=HH');
  await page.locator('input[name=theirCode]').fill('HH-1');
  await page.locator('input[name=theirUnit]').fill('nghìn hộ');
  await page.locator('input[name=factor]').fill('0,001');
  await page.getByRole('button', { name: words.mapping.save }).click();
  await page.getByText(words.done['ma'] ?? '').waitFor();

  const desk = await as('hanh', desktop);
  await desk.getByRole('link', { name: 'Kho số liệu tỉnh' }).click();
  const own = await textOf(await taken(desk, words.table.csv));
  expect(own).toContain('CT01;Tổng số hộ dân;HH-1;;nghìn hộ;0,001;');
  const { indicatorCode, theirCode, validFrom } = fileWords.columns;
  const head = `${indicatorCode};${theirCode};${validFrom}`;
  const day = '01/01/2026';
  await desk
    .locator('input[name=file]')
    .setInputFiles(fileOf(`${head}\r\nCT02;HH-2;${day}\r\nCT99;X;${day}\r\n`));
  await desk.getByRole('button', { name: words.table.submit }).click();
  await desk.getByText(/Dòng 3.*CT99/).waitFor();
  await desk
    .locator('input[name=file]')
    .setInputFiles(fileOf(`${head}\r\nCT02;HH-2;${day}\r\nCT12;Không gửi;${day}\r\nCT13;HH-13;${day}\r\n`));
  await desk.getByRole('button', { name: words.table.submit }).click();
  await desk.getByText(words.taken(3, 0, 0)).waitFor();

  const csv = await textOf(await taken(desk, words.csv));
  const households = Number(/^HH-1;[^;]*;([\d,]+);nghìn hộ;CT01;/m.exec(csv)?.[1]?.replace(',', '.'));
  expect(households).toBeGreaterThan(0);
  expect(csv).toMatch(/;CT12;.*Không gửi sang hệ thống này/);
  const dhis2: unknown = JSON.parse(await textOf(await taken(desk, words.dhis2)));
  expect(dhis2).toMatchObject({
    orgUnit: 'AG30658',
    dataSet: 'TSmonthly01',
    dataValues: [{ dataElement: 'HH-1', value: String(households) }, { dataElement: 'HH-13' }],
  });
}, 120_000);
