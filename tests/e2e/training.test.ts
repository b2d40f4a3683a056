import { expect, it } from 'vitest';
import { addDays, dayOf, formatDay } from '#shared/calendar.ts';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { result, step } from '#features/training/words.ts';
import * as words from '#routes/(office)/tap-huan/words.ts';
import { phone, signInOnPage, useBrowser } from '#tests/browser.ts';
import * as phoneWords from '../../src/field/screens/doing/training/words.ts';
import { training } from '../../src/field/screens/me/words.ts';
import { enter, goTo, shapeOf } from './field-doing/on-phone.ts';
import { faultsOf, picture } from './field-shell/look.ts';
import { useProduct } from '#tests/product.ts';

const demo = useProduct({ households: 240 });
const open = useBrowser();

it('cô Hạnh plans a class of today, chooses who comes, invites, ticks, tests and confirms; chú Tư finds who has learnt it', async () => {
  const { page } = await open();
  const { url } = demo();
  await signInOnPage(page, url, 'hanh', demoPassword);
  await page.goto(`${url}/tap-huan`);
  await page.getByRole('link', { name: words.plan }).click();
  await page.getByLabel('Thanh toán điện tử').check();
  await page.getByLabel(words.form.name).fill('Quét mã QR ở chợ');
  await page.getByLabel(words.form.heldOn).fill(formatDay(dayOf(new Date())));
  await page.getByLabel(words.form.startsAt).fill('7 giờ 30');
  await page.getByLabel(words.form.trainer).fill('Hồ Văn Dũng');
  // The place is missing: the page says so and has lost nothing.
  await page.getByRole('button', { name: words.form.save }).click();
  await page.getByRole('alert').getByText('nơi học').waitFor();
  expect(await page.getByLabel(words.form.name).inputValue()).toBe('Quét mã QR ở chợ');
  await page.getByLabel(words.form.place).fill('Nhà lồng chợ');
  await page.getByRole('button', { name: words.form.save }).click();
  await page.getByText(words.done['len-lich']).waitFor();

  await page.getByRole('link', { name: words.one.choose }).click();
  await page.getByLabel('Lê Văn Tư').check();
  await page.getByLabel('Nguyễn Thị Lan').check();
  await page.getByRole('button', { name: words.trainees.save }).click();
  const address = page.url();
  await page.getByRole('button', { name: words.one.invitation }).click();
  await page.waitForURL(/van-ban/);
  expect(await page.locator('[name=subject]').inputValue()).toContain('Quét mã QR ở chợ');
  expect(await page.locator('[name=invited]').inputValue()).toMatch(
    /Lê Văn Tư[\s\S]*Nguyễn Thị Lan|Nguyễn Thị Lan[\s\S]*Lê Văn Tư/,
  );

  await page.goto(address);
  await page.getByRole('link', { name: words.one.tick }).click();
  const person = (name: string) => page.getByRole('group', { name: new RegExp(name) });
  await person('Lê Văn Tư').getByLabel(words.one.absent).check();
  await person('Nguyễn Thị Lan').getByLabel(words.one.present).check();
  await page.getByRole('button', { name: words.ticking.save }).click();
  await page.getByRole('link', { name: words.one.results }).click();
  // Only who was there has a result.
  expect(await page.getByText('Lê Văn Tư').count()).toBe(0);
  await page.getByLabel(words.results.of(words.results.score, 'Nguyễn Thị Lan')).fill('8,5');
  await page.getByRole('button', { name: words.results.save }).click();
  await page.getByText(`${result.passed} (8,5)`).waitFor();
  await page.getByRole('button', { name: step.held }).click();
  await page.getByText(words.done.buoc).waitFor();

  await page.context().clearCookies();
  await signInOnPage(page, url, 'chutu', demoPassword);
  await page.goto(`${url}/tap-huan/nang-luc`);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await row('Nguyễn Thị Lan')
    .getByText(formatDay(dayOf(new Date())))
    .waitFor();
  expect(
    await row('Lê Văn Tư')
      .getByText(formatDay(dayOf(new Date())))
      .count(),
  ).toBe(0);
  // Other hamlets' members are not his to see.
  expect(await page.getByText('Trần Văn Bình').count()).toBe(0);
  const file = await page.request.get(`${url}/tap-huan/nang-luc/tai-ve?loai=csv`);
  expect(await file.text()).toMatch(new RegExp(`Nguyễn Thị Lan.*${formatDay(dayOf(new Date()))}`));

  await page.goto(`${url}/tap-huan/moi`);
  await page.getByLabel('Dịch vụ công').check();
  await page.getByLabel(words.form.heldOn).fill(formatDay(addDays(dayOf(new Date()), 5)));
  await page.getByLabel(words.form.place).fill('Văn phòng ấp');
  await page.getByLabel(words.form.trainer).fill('Nguyễn Thị Lan');
  await page.getByRole('button', { name: words.form.savePropose }).click();
  await page.getByText(words.one.waiting).waitFor();
});

it('bà Sáu ticks her people on the phone without a network, and the office has it when there is a line', async () => {
  const { url } = demo();
  const { page, context } = await open(phone);
  await enter(page, url, 'basau');
  await context.setOffline(true);
  await picture(page, 'lop-hom-nay');
  await page.getByRole('link', { name: phoneWords.classes.tickDo, exact: true }).tap();
  const people = page.getByRole('group');
  // The screen is loaded when it is first opened.
  await people.nth(3).waitFor();
  expect(await people.count()).toBe(4);
  for (let nth = 0; nth < 4; nth += 1)
    await people
      .nth(nth)
      .getByRole('radio', { name: nth === 3 ? phoneWords.absent : phoneWords.present })
      .tap();
  await picture(page, 'lop-diem-danh');
  expect(await faultsOf(page)).toEqual([]);
  expect(await shapeOf(page)).toEqual({ small: [], sideways: 0 });
  await page.getByRole('button', { name: phoneWords.save }).tap();
  await page.getByText(phoneWords.saved).waitFor();
  // It waits no more on the first screen, although nobody has heard of it yet.
  expect(await page.getByRole('link', { name: phoneWords.classes.tickDo, exact: true }).count()).toBe(0);
  await goTo(page, 'toi/tap-huan');
  await page.getByText(training.topics).waitFor();
  await picture(page, 'lop-viec-hoc');
  expect(await faultsOf(page)).toEqual([]);
  await context.setOffline(false);
  await page.getByText('Đã gửi hết').waitFor({ timeout: 40_000 });

  const office = await open();
  await signInOnPage(office.page, url, 'hanh', demoPassword);
  await office.page.goto(`${url}/tap-huan?loc=planned`);
  await office.page
    .getByRole('row', { name: /Ấp Mẫu 2/ })
    .getByRole('link')
    .click();
  await office.page.getByText(words.one.present, { exact: true }).nth(1).waitFor();
  expect(await office.page.getByText(words.one.absent, { exact: true }).count()).toBe(1);
});
