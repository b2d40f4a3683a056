import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { sealHandover } from '#features/sync/model/handover.ts';
import { newId } from '#shared/ids.ts';
import { desktop, phone as phoneSize, useBrowser } from '../browser.ts';
import { httpPhone, tellTwoNames, type HttpPhone } from '../http-phone.ts';
import { signedIn, useProduct } from '../product.ts';
import { showAllNeeds } from './show-all-needs.ts';

/** The phones as the office sees them: what two of them told differently, one that was lost, one that cannot send. */
const product = useProduct({ households: 240 });
const open = useBrowser();
let lan: HttpPhone;
let tu: HttpPhone;

beforeAll(async () => {
  lan = await httpPhone(product(), 'chilan', demoPassword);
  tu = await httpPhone(product(), 'chutu', demoPassword);
});

async function pageOf(login: string, size: typeof phoneSize | typeof desktop): Promise<Page> {
  const { page, context } = await open(size);
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  await page.goto(`${product().url}/hom-nay`);
  return page;
}

/** For who wants to see: SCREENSHOTS names a folder. */
async function show(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

it('two names of one person: chú Tư chooses on the page', { timeout: 120_000 }, async () => {
  const first = await tellTwoNames(tu, lan, ['Trần Thị Bạch Yến', 'Trần Thị Bạch Yến Nhi']);
  const page = await pageOf('chutu', desktop);
  await show(page, 'hom-nay');
  await showAllNeeds(page);
  await page.getByRole('link', { name: /mục chờ chọn giữa máy và sổ/ }).click();
  await page.getByRole('heading', { name: 'Chọn giữa máy và sổ (1 mục)' }).waitFor();
  const table = page.getByRole('table', { name: /Họ và tên của/ });
  await table.getByText('Trần Thị Bạch Yến Nhi').waitFor();
  await table.getByText('Trần Thị Bạch Yến', { exact: true }).waitFor();
  await show(page, 'can-xem-desk');
  await page.setViewportSize(phoneSize.viewport);
  await show(page, 'can-xem-phone');
  await page.getByRole('button', { name: /^Dùng chữ của máy/ }).click();
  await page.getByText('Đã sửa sổ theo máy.').waitFor();
  await page.getByText('Không có mục nào chờ chọn').waitFor();
  await page.goto(`${product().url}/so-ho/${first.householdId}`);
  await page.getByText('Trần Thị Bạch Yến Nhi').first().waitFor();
});

it('a phone that cannot send: its file is taken in, twice without harm', { timeout: 120_000 }, async () => {
  const householdId = lan.homes[0]?.id ?? '';
  const visit = (more: object) =>
    lan.operation('visit.record', { id: newId(new Date()), householdId, met: 'nobody', ...more });
  const operations = [visit({}), visit({ met: 'nobody', note: 'mật khẩu: Abc12345' })];
  const now = new Date().toISOString();
  const about = { deviceId: lan.deviceId, accountId: lan.accountId, madeAt: now };
  const file = await sealHandover(about, { operations, clock: now }, lan.recoveryKey);
  const upload = (buffer: Buffer) => ({ name: 'ban-giao-lan.json', mimeType: 'application/json', buffer });
  const page = await pageOf('chutu', phoneSize);
  await page.goto(`${product().url}/dien-thoai/ban-giao`);
  const send = async (buffer: Buffer) => {
    await page.getByLabel('Tệp bàn giao').setInputFiles(upload(buffer));
    await page.getByRole('button', { name: 'Nhận tệp' }).click();
  };
  await send(Buffer.from('STT;Họ tên'));
  await page.getByText('Tệp này không phải tệp bàn giao của Tổ Số').first().waitFor();
  await send(Buffer.from(JSON.stringify(file)));
  await page.getByText(/Đã nhận 2 phiếu của/).waitFor();
  await page.getByText('1 phiếu đã ghi vào sổ').waitFor();
  await page.getByText('1 phiếu không ghi được').waitFor();
  await page.getByRole('heading', { name: /^Ghi lần gặp: hộ / }).waitFor();
  await page.getByText('Ghi chú: Mục này có vẻ ghi mật khẩu').waitFor();
  await show(page, 'ban-giao-phone');
  expect(await page.content()).not.toContain('Abc12345');
  await send(Buffer.from(JSON.stringify(file)));
  await page.getByText('trong cả tệp có 2 phiếu máy chủ đã có từ trước').waitFor();
  await page.setViewportSize(desktop.viewport);
  await show(page, 'ban-giao-desk');
});

it('chú Tư sees which phone may have lost something', { timeout: 60_000 }, async () => {
  lan.operation('visit.record', {});
  await lan.push(lan.operation('visit.record', { householdId: lan.homes[1]?.id, met: 'nobody' }));
  const page = await pageOf('chutu', desktop);
  await page.getByRole('link', { name: /máy có thể đã mất phiếu/ }).click();
  await show(page, 'dien-thoai-desk');
  await page.getByRole('table').getByText('Samsung, Chrome 120').waitFor();
  await page.setViewportSize(phoneSize.viewport);
  await show(page, 'dien-thoai-phone');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByText('Máy này có thể đã mất 1 phiếu').waitFor();
  await show(page, 'may-phone');
  await page.setViewportSize(desktop.viewport);
  await show(page, 'may-desk');
});

it('chị Lan lost her phone: she revokes it herself, and it forgets', { timeout: 60_000 }, async () => {
  const page = await pageOf('chilan', phoneSize);
  await page.goto(`${product().url}/toi`);
  await show(page, 'toi-phone');
  await page.getByRole('link', { name: 'Thu hồi máy này: Samsung, Chrome 120' }).click();
  await show(page, 'thu-hoi-phone');
  await page.getByLabel('Lý do').fill('rơi ở chợ');
  await page.getByRole('button', { name: 'Thu hồi máy' }).click();
  await page.getByText('Đã thu hồi. Máy sẽ tự xóa dữ liệu khi có mạng.').waitFor();
  expect((await lan.pull()).map((line) => line.line)).toEqual(['hello', 'wipe']);
  await page.goto(`${product().url}/toi`);
  await page.getByText('đã thu hồi').waitFor();
  expect(await page.getByRole('link', { name: /^Thu hồi máy này/ }).count()).toBe(0);
});
