import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { commendation, measure, peopleNeeded, someGoal, state } from '#features/emulation/words.ts';
import * as words from '#routes/(office)/thi-dua/words.ts';
import { addDays, dayOf, formatDay } from '#shared/calendar.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/** R61, R62, R68, as the pages are without JavaScript: anh Đoàn launches, a unit answers, chú Tư writes the outing down, ông Minh confirms. */
const product = useProduct({ households: 240 });
const open = useBrowser();

async function as(login: string, size: typeof phone | typeof desktop, path: string): Promise<Page> {
  const { page, context } = await open({ ...size, javaScriptEnabled: false });
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  await page.goto(product().url + path);
  return page;
}
const today = dayOf(new Date());

it('a movement is written, launched, called for, joined, closed with its ranking, and who led is commended', async () => {
  const name = 'Chủ nhật xanh, chủ nhật số';
  const doan = await as('doan', desktop, '/thi-dua');
  await doan.getByRole('link', { name: words.start }).click();
  await doan.getByLabel(words.form.name).fill(name);
  await doan.getByLabel(words.form.purpose).fill('Giúp bà con dùng VNeID.');
  await doan.getByLabel(words.form.organiser).fill('Đoàn xã');
  await doan.getByLabel(words.form.startsOn).fill(formatDay(addDays(today, -60)));
  await doan.getByLabel(words.form.endsOn).fill(formatDay(today));
  await doan.getByRole('button', { name: words.form.save }).click();
  // Nothing typed is lost, and it is said what to do.
  await doan.locator('#errors').getByText(someGoal).waitFor();
  expect(await doan.getByLabel(words.form.name).inputValue()).toBe(name);
  await doan.getByRole('group', { name: measure.homes_met }).getByLabel(words.form.number).fill('3');
  await doan.getByRole('button', { name: words.form.save }).click();
  await doan.getByText(words.page.draftNotice).waitFor();
  const address = new URL(doan.url()).pathname;
  await doan.getByRole('button', { name: words.page.launch }).click();
  await doan.getByText(words.done.launched).waitFor();

  await doan.goto(`${product().url}${address}/don-vi`);
  await doan.getByLabel(words.units.name).fill('Trung tâm hành chính công');
  await doan.getByLabel(words.units.account).selectOption({ label: 'Lâm Thị Quầy' });
  await doan.getByRole('button', { name: words.units.add }).click();
  await doan.getByText(words.done.goi).waitFor();
  const quay = await as('quay', phone, `${address}/don-vi`);
  await quay.getByText(words.units.lead(1)).waitFor();
  await quay.getByRole('link', { name: 'Trung tâm hành chính công' }).click();
  await quay.getByLabel(words.units.answers.reported).check();
  await quay.getByLabel(words.units.result).fill('Mở quầy lưu động');
  await quay.getByRole('button', { name: words.units.save }).click();
  await quay.locator('#errors').getByText(peopleNeeded).waitFor();
  expect(await quay.getByLabel(words.units.result).inputValue()).toBe('Mở quầy lưu động');
  await quay.getByLabel(words.units.peopleField).fill('4');
  await quay.getByRole('button', { name: words.units.save }).click();
  await quay.getByText(words.units.lead(0)).waitFor();

  const tu = await as('chutu', phone, `${address}/ra-quan`);
  await tu.getByRole('link', { name: words.activities.record }).click();
  await tu.getByLabel(words.activities.place).fill('Chợ ấp');
  await tu.getByLabel(words.activities.work).fill('Cài VNeID cho bà con đi chợ');
  await tu.locator('input[name="memberIds[]"]').first().check();
  await tu.locator('input[name="groups.0.others"]').fill('3');
  await tu.getByRole('button', { name: words.activities.save }).click();
  await tu.getByText(words.done.buoi).waitFor();
  await tu
    .getByText(words.activities.people({ members: 1, teachers: 0, pupils: 0, others: 3 }))
    .first()
    .waitFor();
  await tu.getByRole('link', { name: 'Cài VNeID cho bà con đi chợ' }).click();
  await tu.getByLabel(words.activities.why).fill('Thiếu một người');
  await tu.locator('input[name="groups.0.others"]').fill('4');
  await tu.getByRole('button', { name: words.activities.save }).click();
  await tu.getByText(words.done['buoi-sua']).waitFor();
  await tu
    .getByText(words.activities.people({ members: 1, teachers: 0, pupils: 0, others: 4 }))
    .first()
    .waitFor();

  // The number in the ranking opens as many rows as it says.
  await tu.goto(product().url + address);
  const own = tu.getByRole('link', { name: new RegExp(`${words.page.see('Ấp Mẫu 1')}$`) });
  const [counted = ''] = /^[\d.]+/.exec((await own.innerText()).trim()) ?? [];
  expect(Number(counted)).toBeGreaterThan(0);
  await own.click();
  await tu.getByText(words.rows.lead('homes_met', Number(counted), 0)).waitFor();
  expect(await tu.locator('tbody tr').count()).toBe(Number(counted));

  await doan.goto(product().url + address);
  await doan.getByRole('button', { name: words.page.close }).click();
  await doan.getByText(words.done.closed).waitFor();
  await doan.getByText(state.closed).first().waitFor();
  await doan.goto(`${product().url}${address}/khen-thuong`);
  await doan.getByLabel(words.commend.who).selectOption({ index: 1 });
  await doan.getByLabel(words.commend.reason).fill('Dẫn đầu bằng số thật');
  await doan.getByRole('button', { name: words.commend.save }).click();
  await doan.getByText(commendation.proposed).waitFor();
  const minh = await as('minh', phone, `${address}/khen-thuong`);
  await minh.getByRole('button', { name: words.commend.confirm }).click();
  await minh.getByText(commendation.confirmed).waitFor();
  // What was confirmed becomes a notice with the list; who proposed does not draft papers of the commune.
  expect(await doan.getByRole('button', { name: words.commend.draftList }).count()).toBe(0);
  const hanh = await as('hanh', desktop, `${address}/khen-thuong`);
  await hanh.getByRole('button', { name: words.commend.draftList }).click();
  await hanh.getByText('Dẫn đầu bằng số thật').waitFor();
  for (const part of Object.keys(words.exported))
    expect((await minh.request.get(`${product().url}${address}/tai-ve?bang=${part}`)).status()).toBe(200);
}, 90_000);
