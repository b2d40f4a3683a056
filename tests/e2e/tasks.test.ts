import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { sources, states, steps, waiting } from '#features/tasks/words.ts';
import * as words from '#routes/(office)/giao-viec/words.ts';
import { decided } from '#routes/(office)/hom-nay/words.ts';
import { leftPage } from '#routes/(office)/chi-tieu/words.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';
import { jpegWithTraces, traces } from '../traced-pictures.ts';
import { showAllNeeds } from './show-all-needs.ts';

/** The main way of a task (W8), with no script: from who is left of a target to work that was verified. */
const open = useBrowser();
const product = useProduct({ households: 240 });

async function as(login: string, options: Parameters<typeof open>[0], path: string): Promise<Page> {
  const { page, context } = await open({ ...options, javaScriptEnabled: false });
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  await page.goto(product().url + path);
  return page;
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

it('who is left of a target becomes work of a team, which its head does and the office verifies', async () => {
  const hanh = await as('hanh', desktop, '/chi-tieu/T4/con-lai');
  await hanh.locator('select[name=ap]').selectOption({ label: 'Ấp Mẫu 1' });
  await button(hanh, leftPage.choose).click();
  await hanh.getByRole('link', { name: leftPage.give }).click();
  const title = await hanh.locator('input[name=title]').inputValue();
  const count = await hanh.locator('input[name="householdIds[]"]:checked').count();
  expect(title).toContain(`Gặp ${count} hộ còn lại của chỉ tiêu “`);
  expect(title).toContain('Ấp Mẫu 1');
  // Nothing that was typed or ticked is lost when something is missing.
  await hanh.locator('input[name="householdIds[]"]').first().uncheck();
  // The hamlet's team stands there already; without anybody it is refused.
  const team = hanh.getByRole('checkbox', { name: 'Tổ công nghệ số cộng đồng Ấp Mẫu 1' });
  await team.uncheck();
  await button(hanh, words.form.save).click();
  await hanh.getByRole('alert').first().waitFor();
  expect(await hanh.locator('input[name=title]').inputValue()).toBe(title);
  expect(await hanh.locator('input[name="householdIds[]"]:checked').count()).toBe(count - 1);
  await team.check();
  await button(hanh, words.form.save).click();
  await hanh.getByText(words.done['giao'] ?? '').waitFor();
  const address = new URL(hanh.url()).pathname;

  const head = await as('chutu', phone, '/hom-nay');
  await showAllNeeds(head);
  await head.getByRole('link', { name: new RegExp(waiting.mine) }).click();
  await head.getByRole('link', { name: title }).first().click();
  await head.getByText(`Đã gặp 0 trong ${count - 1} hộ.`).waitFor();
  await button(head, steps.accepted).click();
  await head.getByText(states.accepted, { exact: true }).first().waitFor();
  // What shows it is a photograph, which says no more than what is seen on it.
  const photo = { name: 'Buổi gặp.jpg', mimeType: 'image/jpeg', buffer: jpegWithTraces() };
  await head.locator('input[type=file]').setInputFiles(photo);
  await button(head, words.evidence.add).click();
  const file = (await head.getByRole('link', { name: photo.name }).getAttribute('href')) ?? '';
  await head.locator('input[name=note]').first().fill('Đã gặp, còn hai hộ đi làm xa');
  await button(head, steps.done).click();
  await head.getByText(states.done).first().waitFor();
  // Who said that it is done does not verify it.
  expect(await button(head, steps.verified).count()).toBe(0);

  await hanh.goto(product().url + address);
  await hanh.getByText('Đã gặp, còn hai hộ đi làm xa').waitFor();
  await hanh.getByText(words.evidence.count(1)).waitFor();
  const kept = await (await hanh.request.get(product().url + file)).body();
  expect(kept.length).toBeGreaterThan(100);
  for (const trace of traces) expect(kept.includes(trace), trace).toBe(false);
  await button(hanh, steps.verified).click();
  await hanh.getByText(states.verified, { exact: true }).first().waitFor();

  // Another hamlet's member does not find it.
  const binh = await as('binh', phone, address);
  expect(await binh.locator('h1').textContent()).not.toContain(title);
  expect((await binh.request.get(product().url + file)).status()).toBe(404);
});

it('the leader gives a directive to a hamlet that is behind in two presses (R47), and reads what was decided', async () => {
  const minh = await as('minh', phone, '/hom-nay');
  const hamlets = minh.locator('ol.hamlets li');
  const name = (await hamlets.first().locator('b').textContent()) ?? '';
  await hamlets.first().getByRole('link', { name: words.title }).click();
  await button(minh, words.form.save).click();
  await minh.getByText(words.done['giao'] ?? '').waitFor();
  await minh.getByText(sources.directive, { exact: true }).waitFor();
  expect(await minh.locator('h1').textContent()).toContain(name);
  await minh.goto(`${product().url}/hom-nay`);
  await minh.getByRole('heading', { name: decided.title }).waitFor();
});
