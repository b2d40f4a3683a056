import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { checkOfficialDocx } from '#platform/docx/check-official-docx.server.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { useProduct } from '../product.ts';
import { sharedPath } from '../shared-folder.ts';

/** The first afternoon of a commune (issue 1): from an empty database and the commune's Excel list to a hamlet's report in Word. */
const product = useProduct({ firstStart: 'empty' });
const open = useBrowser();

const officer = { name: 'Đặng Thị Hạnh', login: 'hanh.vhxh', password: 'ba con cá lóc 9' };
const head = { name: 'Lê Văn Tư', login: '0912345678', password: 'hai cây cầu khỉ 7' };
const member = { name: 'Nguyễn Thị Lan', login: '0987654321', password: 'một rổ ấu tươi 5' };
const codes = new Map<string, string>();

describe('the first afternoon', { timeout: 180_000 }, () => {
  it('sets up the commune with the code that the console printed', async () => {
    const { page } = await open(desktop);
    await page.goto(product().url);
    await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'An Giang' });
    await press(page, 'Tiếp tục');
    await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'xã Nhơn Mỹ' });
    await press(page, 'Tiếp tục');
    await page.getByLabel('Tên các ấp').fill('Ấp Mẫu 1\nẤp Mẫu 2\nẤp Mẫu 3');
    await page.getByLabel('Họ và tên').fill(officer.name);
    await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(officer.login);
    await page.getByLabel('Mật khẩu').fill(officer.password);
    await page.getByLabel('Mã cài đặt').fill('SAI-MA');
    await press(page, 'Cài đặt');
    await page.getByText('Mã cài đặt chưa đúng').first().waitFor();
    expect(await page.getByLabel('Tên các ấp').inputValue()).toBe('Ấp Mẫu 1\nẤp Mẫu 2\nẤp Mẫu 3');
    await page.getByLabel('Mật khẩu').fill(officer.password);
    await page.getByLabel('Mã cài đặt').fill(/Mã cài đặt: (\w+)/.exec(product().output())?.[1] ?? '');
    await press(page, 'Cài đặt');
    await page.getByText('Đã cài đặt xong').waitFor();
  });

  it('imports the Excel list that the commune has', async () => {
    const { page } = await open(desktop);
    await signIn(page, officer);
    await page.goto(`${product().url}/nhap-danh-sach`);
    await page
      .getByLabel('Tệp danh sách')
      .setInputFiles(sharedPath('fixtures', 'import', '02-nhan-khau.xlsx'));
    await press(page, 'Xem trước');
    await page.getByRole('heading', { name: '02-nhan-khau.xlsx' }).waitFor({ timeout: 60_000 });
    for (const hamlet of ['Ấp Mẫu 4', 'Ấp Mẫu 5', 'Ấp Mẫu 6']) {
      await page.getByLabel(`“${hamlet}” là ấp nào?`).selectOption('new');
    }
    await press(page, 'Ghi vào sổ');
    await page.getByText('Đã ghi vào sổ.').waitFor({ timeout: 90_000 });
    await page.goto(`${product().url}/so-ho?q=ngo+ngoc+thuy`);
    await page.getByText('Ngô Ngọc Thủy').first().waitFor();
  });

  it('founds the team of a hamlet and hands out its invitation codes', async () => {
    const { page } = await open(desktop);
    await signIn(page, officer);
    await page.goto(`${product().url}/to`);
    await page.getByRole('row', { name: 'Ấp Mẫu 1' }).getByRole('link', { name: 'Lập tổ' }).click();
    await press(page, 'Lập tổ');
    for (const [person, position, organisation] of [
      [head, 'Tổ trưởng', 'Ban ấp'],
      [member, 'Thành viên', 'Đoàn thanh niên'],
    ] as const) {
      await page.getByRole('link', { name: 'Thêm thành viên' }).first().click();
      await page.getByLabel('Họ và tên').fill(person.name);
      await page.getByLabel('Số điện thoại').fill(person.login);
      await page.getByLabel('Thuộc cơ quan, đoàn thể').selectOption({ label: organisation });
      await page.getByRole('radio', { name: position }).check();
      await press(page, 'Thêm vào tổ');
      await page.getByText(person.name).first().waitFor();
    }
    await page.getByRole('link', { name: 'Cấp mã cho cả tổ' }).click();
    await press(page, 'Tạo mã mời cho những người đã chọn');
    for (const person of [head, member]) {
      const slip = page.locator('article', { hasText: person.name });
      codes.set(person.login, (await slip.locator('.code').innerText()).trim());
    }
    expect([...codes.values()].every((code) => /^[A-Z2-9]{4}-[A-Z2-9]{4}$/.test(code))).toBe(true);
  });

  it('a member takes her account on her phone and records a visit', async () => {
    const { page } = await open(phone);
    await acceptInvitation(page, member);
    await page.goto(`${product().url}/so-ho`);
    await page
      .locator('main a[href^="/so-ho/"]')
      .filter({ hasText: /[A-ZĐ]/ })
      .first()
      .waitFor();
    await page.goto(`${product().url}/so-ho?q=Nguyễn Đình Huy`);
    await page.getByRole('link', { name: 'Nguyễn Đình Huy' }).first().click();
    await page.getByRole('link', { name: 'Ghi lần gặp' }).first().click();
    await page.getByRole('checkbox', { name: /Nguyễn Đình Huy/ }).check();
    await page.getByRole('checkbox', { name: 'VNeID' }).check();
    await page.getByRole('checkbox', { name: 'Sổ sức khỏe điện tử' }).check();
    await press(page, 'Tiếp tục');
    for (const platform of ['VNeID', 'Sổ sức khỏe điện tử']) {
      const group = page.getByRole('group', { name: platform, exact: true }).first();
      await group.getByRole('radio', { name: 'Đã cài', exact: true }).check();
    }
    await press(page, 'Lưu lần gặp');
    await page.getByText('gặp Nguyễn Đình Huy').first().waitFor();
  });

  it('the targets move, and the report of the hamlet is there in Word', async () => {
    const { page } = await open(desktop);
    await acceptInvitation(page, head);
    await page.goto(`${product().url}/chi-tieu`);
    await page.getByText('1 trong 200 hộ').first().waitFor();
    await page.goto(`${product().url}/bao-cao`);
    await page.getByText(/Xem trước tháng/).click();
    await page
      .getByRole('heading', { name: /Báo cáo tháng/ })
      .first()
      .waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Word/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const bytes = await readFile(await download.path());
    expect(await checkOfficialDocx(bytes)).toEqual([]);
  });

  it('shows the officer the same figure for the whole commune', async () => {
    const { page } = await open(desktop);
    await signIn(page, officer);
    await page.goto(`${product().url}/chi-tieu`);
    await page.getByText('1 trong 1.200 hộ').first().waitFor();
  });
});

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

async function signIn(page: Page, person: { login: string; password: string }): Promise<void> {
  await page.goto(`${product().url}/dang-nhap`);
  await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(person.login);
  await page.getByLabel('Mật khẩu').fill(person.password);
  await press(page, 'Đăng nhập');
  await page.waitForURL(/hom-nay/);
}

async function acceptInvitation(page: Page, person: typeof member): Promise<void> {
  await page.goto(`${product().url}/moi`);
  await page.getByLabel('Mã mời').fill(codes.get(person.login) ?? '');
  await press(page, 'Tiếp tục');
  await page.getByRole('heading', { name: `Chào ${person.name}` }).waitFor();
  await page.getByLabel('Mật khẩu mới').fill(person.password);
  await page.getByLabel('Nhập lại mật khẩu').fill(person.password);
  await press(page, 'Bắt đầu dùng');
  await page.waitForURL(/hom-nay/);
}
