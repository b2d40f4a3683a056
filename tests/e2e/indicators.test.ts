import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import * as words from '#routes/(office)/bao-cao/chi-so/words.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/**
 * Cô Hạnh answers what the province asks for (R4): she adds the code of its letter, and takes the figures of a month away for
 * evidence; first without any script, on a phone. The real product, the demo commune, of whose hamlets most have reported.
 */
const demo = useProduct({ households: 240 });
const open = useBrowser();

async function as(login: string, options: Parameters<typeof open>[0]): Promise<Page> {
  const { page, context } = await open(options);
  const [name = '', value = ''] = (await signedIn(demo(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: demo().url }]);
  await page.goto(`${demo().url}/bao-cao`);
  await page.getByRole('link', { name: words.open }).click();
  return page;
}
const textOf = async (download: Download) => readFile((await download.path()) ?? '', 'utf8');
const rowOf = (csv: string, code: string) =>
  csv
    .split('\r\n')
    .find((line) => line.startsWith(`${code};`))
    ?.split(';');

it('keeps the code of a letter and exports the month under it', async () => {
  const page = await as('hanh', { ...phone, javaScriptEnabled: false });
  // What a commune begins with; what nobody collects is no nought.
  await page.getByText('Tổng số nhân khẩu').waitFor();
  await page.getByRole('link', { name: words.add }).click();
  await page.locator('input[name=indicatorCode]').fill('XHS-2.1');
  await page.locator('input[name=name]').fill('Tỷ lệ hộ được tuyên truyền');
  await page.locator('select[name=denominator]').selectOption('households');
  await page.locator('input[name=unit]').fill('%');
  await page.locator('input[name=source]').fill('Công văn số 744/UBND-KGVX ngày 06/3/2026');
  await page.getByRole('button', { name: words.form.save }).click();
  // A whole without a part: said at its field, and nothing that was typed is lost.
  await page.locator('#f-numerator-error').waitFor();
  expect(await page.locator('input[name=indicatorCode]').inputValue()).toBe('XHS-2.1');
  expect(await page.locator('select[name=denominator]').inputValue()).toBe('households');
  await page.locator('select[name=numerator]').selectOption('households_informed');
  await page.getByRole('button', { name: words.form.save }).click();
  await page.getByText(words.done['them'] ?? '').waitFor();

  const desk = await as('hanh', desktop);
  const shown = desk.getByRole('row', { name: /XHS-2\.1/ });
  const value = /\d+,\d %/.exec(await shown.innerText())?.[0] ?? '';
  const [excel] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: words.excel }).click(),
  ]);
  expect(excel.suggestedFilename()).toMatch(/^Chỉ số tháng \d\d-\d{4} - xã Nhơn Mỹ\.xlsx$/);
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: 'CSV' }).click(),
  ]);
  const csv = await textOf(file);
  const row = rowOf(csv, 'XHS-2.1') ?? [];
  const [part = 0, whole = 0] = row.slice(4, 6).map(Number);
  expect(whole).toBeGreaterThan(0);
  expect(value.replace(' %', '')).toBe(
    String(Math.floor((part * 1000) / whole) / 10)
      .replace('.', ',')
      .replace(/^(\d+)$/, '$1,0'),
  );
  expect(rowOf(csv, 'CT02')?.slice(0, 5)).toEqual(['CT02', 'Tổng số nhân khẩu', 'người', '—', '—']);
  // Hamlets that have not reported are named in the file too.
  expect(csv).toContain('Chưa có báo cáo, không ước tính: ');

  // The head of a hamlet has nothing to do with it.
  const { page: head, context } = await open(desktop);
  const [name = '', cookie = ''] = (await signedIn(demo(), 'chutu', demoPassword)).split('=');
  await context.addCookies([{ name, value: cookie, url: demo().url }]);
  expect((await head.goto(`${demo().url}/bao-cao/chi-so`))?.status()).toBe(404);
}, 120_000);
