import { demoPassword } from '../../../src/features/setup/demo/cast.ts';
import * as forms from '../../../src/routes/(office)/bao-cao/mau/words.ts';
import * as commune from '../../../src/routes/(office)/bao-cao/xa/words.ts';
import * as words from '../../../src/routes/(office)/bao-cao/words.ts';
import type { Camera } from '../camera.ts';
import { follow, period, press } from './hand.ts';

/** A hamlet that has sent writes down a visit of the month that is over: its report asks to be looked at. */
export async function headAddsLate(camera: Camera): Promise<void> {
  const head = await camera.signIn('desk', 'truongap9', demoPassword);
  await head.goto(`${camera.url}/so-ho`);
  await head.locator('main tbody a').first().click();
  await follow(head, 'Ghi lần gặp');
  await head.locator('main input[type=checkbox]').first().check();
  await head.getByRole('checkbox', { name: 'VNeID' }).check();
  await press(head, 'Tiếp tục');
  await head.getByRole('radio', { name: 'Đã cài', exact: true }).first().check();
  await head
    .locator('details', { has: head.locator('input[name=visitedOn]') })
    .locator('summary')
    .click();
  await head.locator('input[name=visitedOn]').fill('28/10/2026');
  await press(head, 'Lưu lần gặp');
  await head.waitForURL(/so-ho\/[0-9a-f-]+(\?|$)/);
}

/** The officer reads what asks to be read and takes the rest at once (bao-cao-cong-chuc.md). */
export async function officerReads(camera: Camera): Promise<void> {
  const officer = await camera.signIn('desk', 'hanh', demoPassword);
  const button = (name: string) => officer.getByRole('button', { name, exact: true });
  await officer.goto(`${camera.url}/bao-cao`);
  await camera.take(officer, 'cc-1-bang', {
    mark: officer.getByRole('link', { name: words.board.toRead }).first(),
  });
  await officer.goto(`${camera.url}/bao-cao/nhac?ky=${period}`);
  await camera.take(officer, 'cc-2-nhac', { mark: button(words.remind.copy) });
  await officer.goto(`${camera.url}/bao-cao/xem`);
  await camera.take(officer, 'cc-3-xem', {
    to: button(words.reading.acceptChosen),
    mark: [
      officer.getByRole('link', { name: words.reading.open, exact: true }).first(),
      button(words.reading.acceptChosen),
    ],
  });
  await follow(officer, words.reading.open);
  const giveBack = officer.locator('summary', { hasText: words.report.giveBack });
  await camera.take(officer, 'cc-4-bao-cao', { to: giveBack, mark: [button(words.report.accept), giveBack] });
  await officer.getByRole('link', { name: `${words.remark.add}: Lượt tuyên truyền`, exact: true }).click();
  await officer.locator('textarea[name=text]').fill('Xin xem lại các buổi họp ấp đã ghi đủ chưa.');
  await camera.take(officer, 'cc-5-gop-y', {
    to: button(words.remark.save),
    mark: button(words.remark.save),
  });
  await officer.goBack();
  await press(officer, words.report.accept);
  await officer.getByText(words.done['nhan'] ?? '').waitFor();
  await officer.goto(`${camera.url}/bao-cao/xem`);
  await press(officer, words.reading.acceptChosen);
  await officer.getByText(words.reading.none).waitFor();
}

/** The commune's report, the forms behind it, and the head of the office who approves it. */
export async function officerSums(camera: Camera): Promise<void> {
  const officer = await camera.signIn('desk', 'hanh', demoPassword);
  await officer.goto(`${camera.url}/bao-cao/xa`);
  const draft = officer.getByRole('button', { name: commune.open(period) });
  await camera.take(officer, 'cc-6-soan', { mark: draft, to: officer.locator('main ul').last() });
  await draft.click();
  await officer.getByText(commune.approve.next.office).first().waitFor();
  await camera.take(officer, 'cc-7-xa');
  await officer.goto(`${camera.url}/bao-cao/mau`);
  await officer.locator('main').getByRole('link', { name: forms.names.hamlet }).first().click();
  await press(officer, forms.form.edit);
  await officer.getByText(forms.done['sua'] ?? '').waitFor();
  await camera.take(officer, 'cc-8-mau');
  const office = await camera.signIn('desk', 'tamvhxh', demoPassword);
  await office.goto(`${camera.url}/bao-cao/xa`);
  await follow(office, commune.ofPeriod(period));
  await press(office, commune.approve.office);
  await office.getByText(commune.done['duyet'] ?? '').waitFor();
}
