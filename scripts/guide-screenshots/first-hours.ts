import { sharedPath } from '../../tests/shared-folder.ts';
import type { Camera } from './camera.ts';

const officer = { name: 'Đặng Thị Hạnh', login: 'hanh.vhxh', password: 'ba con cá lóc 9' };
const head = { name: 'Lê Văn Tư', phone: '0912 345 678', password: 'hai cây cầu khỉ 7' };
const member = { name: 'Nguyễn Thị Lan', phone: '0987 654 321', password: 'một rổ ấu tươi 5' };

/** From an empty database to the first visit: set-up, the Excel list, the team, the member's phone. */
export async function firstHours(camera: Camera, output: string): Promise<void> {
  await setUp(camera, output);
  const page = await camera.signIn('desk', officer.login, officer.password);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const link = (name: string) => page.getByRole('link', { name, exact: true });

  await page.goto(`${camera.url}/nhap-danh-sach`);
  const file = page.getByLabel('Tệp danh sách');
  await file.setInputFiles(sharedPath('fixtures', 'import', '02-nhan-khau.xlsx'));
  await camera.take(page, 'nhap-1-chon-tep', { mark: button('Xem trước') });
  await button('Xem trước').click();
  await page.getByRole('heading', { name: '02-nhan-khau.xlsx' }).waitFor({ timeout: 60_000 });
  await camera.take(page, 'nhap-2-xem-truoc');
  for (const hamlet of ['Ấp Mẫu 4', 'Ấp Mẫu 5', 'Ấp Mẫu 6'])
    await page.getByLabel(`“${hamlet}” là ấp nào?`).selectOption('new');
  const write = button('Ghi vào sổ');
  await camera.take(page, 'nhap-3-chon-ap', {
    from: page.getByRole('heading', { name: 'Theo ấp' }),
    to: write,
    mark: write,
  });
  await write.click();
  await page.getByText('Đã ghi vào sổ.').waitFor({ timeout: 90_000 });
  await camera.take(page, 'nhap-4-da-ghi');
  const undo = button('Hoàn tác cả lần nhập');
  await page.getByText('Hoàn tác cả lần nhập').first().click();
  await camera.take(page, 'nhap-5-hoan-tac', {
    from: page.getByRole('row').nth(-4),
    to: undo,
    mark: undo,
  });
  await page.goto(`${camera.url}/so-ho`);
  await camera.take(page, 'so-ho');

  await page.goto(`${camera.url}/to`);
  const found = page.getByRole('row', { name: 'Ấp Mẫu 1' }).getByRole('link', { name: 'Lập tổ' });
  await camera.take(page, 'to-1-danh-sach', { mark: found });
  await found.click();
  await page.getByLabel('Số quyết định thành lập').fill('12/QĐ-UBND');
  await camera.take(page, 'to-2-lap-to', { mark: button('Lập tổ') });
  await button('Lập tổ').click();
  for (const [person, position, organisation] of [
    [head, 'Tổ trưởng', 'Ban ấp'],
    [member, 'Thành viên', 'Đoàn thanh niên'],
  ] as const) {
    await link('Thêm thành viên').first().click();
    await page.getByLabel('Họ và tên').fill(person.name);
    await page.getByLabel('Số điện thoại').fill(person.phone);
    await page.getByLabel('Thuộc cơ quan, đoàn thể').selectOption({ label: organisation });
    await page.getByRole('radio', { name: position }).check();
    if (person === member) await camera.take(page, 'to-3-them-thanh-vien', { mark: button('Thêm vào tổ') });
    await button('Thêm vào tổ').click();
    await page.getByText(person.name).first().waitFor();
  }
  await link('Cấp mã cho cả tổ').click();
  const invite = button('Tạo mã mời cho những người đã chọn');
  await camera.take(page, 'to-4-cap-ma', { to: invite, mark: invite });
  await invite.click();
  await page.locator('article').first().waitFor();
  // The address of this run would be of no use to a reader: the one of the guide stands there.
  for (const address of await page.locator('article .address').all())
    await address.evaluate((element) => (element.textContent = 'http://192.168.1.20:3000'));
  await camera.take(page, 'to-5-giay-moi');
  const codeOf = (name: string) => page.locator('article', { hasText: name }).locator('.code').innerText();
  await onPhone(camera, (await codeOf(member.name)).trim());
  await forgotten(camera);
}

async function setUp(camera: Camera, output: string): Promise<void> {
  const page = await camera.open('desk');
  const next = page.getByRole('button', { name: 'Tiếp tục' });
  await page.goto(camera.url);
  await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'An Giang' });
  await camera.take(page, 'cai-dat-1-tinh', { mark: next, middle: 720 });
  await next.click();
  await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'xã Nhơn Mỹ' });
  await next.click();
  await page.getByLabel('Tên các ấp').fill('Ấp Mẫu 1\nẤp Mẫu 2\nẤp Mẫu 3');
  await page.getByLabel('Họ và tên').fill(officer.name);
  await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(officer.login);
  await page.getByLabel('Mật khẩu').fill(officer.password);
  const code = page.getByLabel('Mã cài đặt');
  await code.fill(/Mã cài đặt: (\w+)/.exec(output)?.[1] ?? '');
  const done = page.getByRole('button', { name: 'Cài đặt' });
  await camera.take(page, 'cai-dat-2-ap-va-tai-khoan', { to: done, mark: [code, done], middle: 720 });
  await done.click();
  await page.getByText('Đã cài đặt xong').waitFor();
  await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(officer.login);
  await camera.take(page, 'dang-nhap', { middle: 720 });
}

/** The member takes her account and writes down the first visit. */
async function onPhone(camera: Camera, code: string): Promise<void> {
  const page = await camera.open('phone');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.goto(`${camera.url}/moi`);
  await page.getByLabel('Mã mời').fill(code);
  await camera.take(page, 'thanh-vien-1-ma-moi');
  await press('Tiếp tục');
  await page.getByRole('heading', { name: `Chào ${member.name}` }).waitFor();
  await page.getByLabel('Mật khẩu mới').fill(member.password);
  await page.getByLabel('Nhập lại mật khẩu').fill(member.password);
  await camera.take(page, 'thanh-vien-2-mat-khau');
  await press('Bắt đầu dùng');
  await page.waitForURL(/hom-nay/);
  await page.goto(`${camera.url}/so-ho?q=nguyen dinh huy`);
  await camera.take(page, 'thanh-vien-3-tim-ho');
  await page.getByRole('link', { name: 'Nguyễn Đình Huy' }).first().click();
  const record = page.getByRole('link', { name: 'Ghi lần gặp' }).first();
  const nobody = page.getByRole('link', { name: 'Không gặp ai' }).first();
  await camera.take(page, 'thanh-vien-4-ho', { mark: [record, nobody] });
  await record.click();
  await page.getByRole('checkbox', { name: /Nguyễn Đình Huy/ }).check();
  for (const shown of ['VNeID', 'Sổ sức khỏe điện tử'])
    await page.getByRole('checkbox', { name: shown }).check();
  await camera.take(page, 'thanh-vien-5-gap-ai', {
    to: page.getByRole('button', { name: 'Tiếp tục', exact: true }),
  });
  await press('Tiếp tục');
  for (const platform of ['VNeID', 'Sổ sức khỏe điện tử']) {
    const group = page.getByRole('group', { name: platform, exact: true }).first();
    await group.getByRole('radio', { name: 'Đã cài', exact: true }).check();
  }
  await camera.take(page, 'thanh-vien-6-ket-qua');
  await press('Lưu lần gặp');
  await page.getByText('gặp Nguyễn Đình Huy').first().waitFor();
  await camera.take(page, 'thanh-vien-7-da-luu');
}

/** Where a new code is given to who forgot the password. */
async function forgotten(camera: Camera): Promise<void> {
  const page = await camera.signIn('desk', officer.login, officer.password);
  await page.goto(`${camera.url}/tai-khoan`);
  await page.getByRole('link', { name: member.name }).click();
  const renew = page.getByText('Cấp mã mới', { exact: true }).first();
  await renew.click();
  await camera.take(page, 'quen-mat-khau', { mark: page.getByRole('button', { name: 'Tạo mã mới' }) });
}
