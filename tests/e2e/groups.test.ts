import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { grade } from '#features/groups/words.ts';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { assessments, done, members } from '#routes/(office)/to-tu-quan/words.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/** W12, R18: chú Tư names who is on duty at the point, cô Hạnh writes down how well it works. */
const product = useProduct({ households: 240 });
const open = useBrowser();

async function as(login: string, options: Parameters<typeof open>[0], path: string): Promise<Page> {
  const { page, context } = await open({ ...options, javaScriptEnabled: false });
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  await page.goto(product().url + path);
  return page;
}

it('the head keeps who is on duty, the office assesses, both read it', { timeout: 60_000 }, async () => {
  const tu = await as('chutu', phone, '/to-tu-quan');
  await tu.getByRole('link', { name: 'Tổ tự quản công nghệ Ấp Mẫu 1' }).first().click();
  await tu.getByText(members.add).click();
  await tu.getByLabel(members.name).fill('Nguyễn Thị Lan');
  await tu.getByLabel(members.duty).fill('chiều thứ Bảy');
  await tu.getByRole('button', { name: members.save }).click();
  // Chị Lan is there already; what was typed is still there, and mended.
  await tu.getByText('đã có trong danh sách').first().waitFor();
  expect(await tu.getByLabel(members.duty).inputValue()).toBe('chiều thứ Bảy');
  await tu.getByLabel(members.name).fill('Phạm Văn Út');
  await tu.getByRole('button', { name: members.save }).click();
  await tu.getByText(done.them).waitFor();
  expect(await tu.getByRole('listitem').filter({ hasText: 'Phạm Văn Út' }).textContent()).toContain(
    'chiều thứ Bảy',
  );
  const address = new URL(tu.url()).pathname;
  expect(await tu.getByText(assessments.add).count()).toBe(0);

  const hanh = await as('hanh', desktop, address);
  await hanh.getByText(assessments.add).click();
  await hanh.getByRole('button', { name: assessments.save }).click();
  await hanh.getByRole('alert').first().waitFor();
  await hanh.getByLabel(grade.fair).check();
  await hanh.getByLabel(assessments.note).fill('Máy in hỏng.');
  await hanh.getByRole('button', { name: assessments.save }).click();
  await hanh.getByText(done.danhgia).waitFor();
  await tu.goto(product().url + address);
  expect(await tu.getByText('Máy in hỏng.').count()).toBeGreaterThan(0);

  await hanh
    .getByRole('listitem')
    .filter({ hasText: 'Phạm Văn Út' })
    .getByRole('button', { name: members.end('Phạm Văn Út') })
    .click();
  await hanh.getByText(done.thoi).waitFor();
  expect(await hanh.getByRole('button', { name: members.end('Phạm Văn Út') }).count()).toBe(0);
});
