import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { saved } from '../../src/field/screens/doing/form/words.ts';
import * as helper from '../../src/field/screens/doing/helper/words.ts';
import * as household from '../../src/field/screens/doing/household/words.ts';
import * as person from '../../src/field/screens/doing/person/words.ts';
import * as reading from '../../src/field/screens/reading/words.ts';
import * as visits from '#features/visits/words.ts';
import { phone, useBrowser } from '../browser.ts';
import { useProduct } from '../product.ts';
import { changeRole, officeReads } from './field-doing/office-page.ts';
import { enter, goTo, homesOn, shapeOf } from './field-doing/on-phone.ts';
import { faultsOf, picture } from './field-shell/look.ts';

/**
 * What is saved on the phone stands on the office's pages, in the real browser against the real product. Chú Tư leads Ấp Mẫu 1
 * and, for these tests, Ấp Mẫu 2 as well; chị Lan is a member of Ấp Mẫu 1.
 */
const product = useProduct({ households: 240 });
const open = useBrowser();
let tu: Page;
let lan: Page;
let homes: string[] = [];

beforeAll(async () => {
  await changeRole(product(), 'grant', { login: 'chutu', role: 'hamlet_head', hamlet: 'Ấp Mẫu 2' });
  [tu, lan] = [await phoneOf('chutu'), await phoneOf('chilan')];
  homes = await homesOn(lan);
}, 180_000);

async function phoneOf(login: string): Promise<Page> {
  const { page } = await open(phone);
  page.on('pageerror', (error) => {
    throw error;
  });
  await enter(page, product().url, login);
  return page;
}

interface Met {
  id: string;
  /** Head first. */
  people: { path: string; name: string }[];
}

/** The next household that no other test has touched, with as many people as wanted, and a link when one is asked for. */
async function nextHome(page: Page, wanted = 1, link = 'Ghi lần gặp'): Promise<Met> {
  for (const id of homes) {
    await goTo(page, `ho/${id}`);
    const links = page.locator(`main a[href*="/ho/${id}/nguoi/"]`);
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const isHere = (await page.getByRole('link', { name: link }).count()) > 0;
    const names = await page.locator('main .person h3').allTextContents();
    const people = paths.map((path, index) => ({
      path: path.replace('/di-dong/', ''),
      name: names[index] ?? '',
    }));
    if (!isHere || people.length < wanted) continue;
    homes = homes.filter((one) => one !== id);
    return { id, people };
  }
  throw new Error('no such household');
}

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};

/** Saves what was filled in, and waits until the server has it. */
async function save(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).tap();
  await page.getByText(saved).waitFor();
  await page.getByText('Đã gửi hết').waitFor({ timeout: 40_000 });
  // Nothing of it was refused.
  expect(await page.getByRole('link', { name: /cần xem/ }).count()).toBe(0);
}

/** The picture of a screen, what axe says, what is too small, and the same with letters twice as large. */
async function expectSound(page: Page, name: string): Promise<void> {
  for (const size of ['', '200%']) {
    await page.evaluate((given) => void (document.documentElement.style.fontSize = given), size);
    await picture(page, `office-${name}${size === '' ? '' : '-large'}`);
    expect([name, size, await faultsOf(page, size === '' ? 'light' : 'large'), await shapeOf(page)]).toEqual([
      name,
      size,
      [],
      { small: [], sideways: 0 },
    ]);
  }
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''));
}

const office = (path: string) => officeReads(product(), path);

describe('a person', () => {
  it('whose seven skills were checked is skilled in the office’s book', { timeout: 90_000 }, async () => {
    const { id, people } = await nextHome(lan);
    const { path } = at(people, 0);
    await goTo(lan, `${path}/ky-nang`);
    const items = ['online_services', 'online_shopping', 'online_payment', 'self_protection'];
    for (const item of [...items, 'other_platform', 'vneid_account', 'dvc_account'])
      await lan.locator(`input[name=${item}][value=yes]`).tap();
    await lan.getByText(person.verdictNow(visits.skillVerdict.skilled)).waitFor();
    await save(lan, person.skillsSave);
    expect(await office(`/so-ho/${id}`)).toContain(visits.skillVerdict.skilled);
  });

  it('whose digital status was told by telephone has it there too', { timeout: 90_000 }, async () => {
    const { id, people } = await nextHome(lan);
    await goTo(lan, `${at(people, 0).path}/tinh-trang`);
    await lan.locator('input[name=vneid][value=activated]').check();
    await lan.locator('input[name=bank_account][value=yes]').check();
    await save(lan, person.statusSave);
    const text = await office(`/so-ho/${id}/tinh-trang?nguoi=${at(people, 0).path.slice(-36)}`);
    for (const item of ['vneid', 'bank_account'] as const) expect(text).toContain(visits.item[item]);
    expect(await office(`/so-ho/${id}`)).toContain(visits.item.vneid);
  });

  it(
    'who died is no longer counted, and the household can have another head',
    { timeout: 90_000 },
    async () => {
      const { id, people } = await nextHome(lan, 3);
      const [head, next] = [at(people, 0), at(people, 1)];
      await goTo(lan, `${head.path}/doi`);
      await lan.locator('input[name=change][value=died]').tap();
      await lan.getByText(person.isHead).waitFor();
      await save(lan, person.changeSave);
      await goTo(lan, `${next.path}/doi`);
      await lan.locator('input[name=change][value=head]').tap();
      await save(lan, person.changeSave);
      expect(await lan.locator('main h1').textContent()).toBe(`Hộ ${next.name}`);
      const text = await office(`/so-ho/${id}`);
      expect(text).toContain('Người đã mất, đã chuyển đi (1 người)');
      expect(text).toContain(`Hộ ${next.name}`);
    },
  );
});

describe('a household', () => {
  it('that was corrected says so in the office', { timeout: 90_000 }, async () => {
    const { id } = await nextHome(lan);
    await goTo(lan, `ho/${id}/sua`);
    await lan.locator('input[name=address]').fill('Nhà số 7, đường Bờ Kinh Mới');
    await lan.locator('input[name=statedSize]').fill('9');
    await save(lan, household.correctSave);
    expect(await office(`/so-ho/${id}`)).toContain('Nhà số 7, đường Bờ Kinh Mới');
    expect(await office(`/so-ho/${id}`)).toContain('9 người');
  });

  it('gets a helper, whose call is written down, and who is let go again', { timeout: 180_000 }, async () => {
    const { id } = await nextHome(tu, 1, reading.home.assignHelper);
    await tu.getByRole('link', { name: reading.home.assignHelper }).scrollIntoViewIfNeeded();
    await expectSound(tu, 'household-of-head');
    await tu.getByRole('link', { name: reading.home.assignHelper }).tap();
    await tu.getByRole('radio', { name: /^Nguyễn Thị Lan/ }).tap();
    await tu.locator('input[name=reason]').fill('Ông bà ở một mình');
    await save(tu, helper.assign);
    const assigned = await office(`/so-ho/${id}`);
    expect(assigned).toContain('Nguyễn Thị Lan');
    expect(assigned).toContain('Ông bà ở một mình');

    // It comes to chị Lan's phone, and leads her to the one sentence.
    await lan.reload();
    for (const digit of '250486') await lan.getByRole('button', { name: digit, exact: true }).click();
    await lan.getByRole('link', { name: 'Hộ dân', exact: true }).waitFor();
    await goTo(lan, `ho/${id}`);
    await lan.getByText(reading.home.helperMine).waitFor({ timeout: 40_000 });
    expect(await lan.getByRole('link', { name: reading.home.changeHelper }).count()).toBe(0);
    await lan.getByRole('link', { name: reading.home.helperCall }).scrollIntoViewIfNeeded();
    await expectSound(lan, 'household-of-helper');
    await lan.getByRole('link', { name: reading.home.helperCall }).tap();
    await lan.locator('input[name=call][value=helped]').tap();
    await save(lan, 'Lưu');
    expect(await office(`/so-ho/${id}`)).toContain(helper.calls.helped.note);

    await goTo(tu, `ho/${id}`);
    await tu.getByRole('link', { name: reading.home.changeHelper }).tap();
    await tu.locator('input[name=reason]').fill('Con cháu đã về ở cùng');
    await save(tu, helper.end);
    expect(await office(`/so-ho/${id}`)).not.toContain('Ông bà ở một mình');
  });

  it('is given to a member by the hamlet’s head', { timeout: 120_000 }, async () => {
    const { id } = await nextHome(tu, 1, reading.home.nameResponsible);
    await goTo(tu, `ho/${id}/phu-trach`);
    await tu.getByRole('button', { name: household.responsibleSave, exact: true }).tap();
    await tu.locator('#f-memberId-error').waitFor();
    await expectSound(tu, 'responsible');
    await tu.getByRole('radio', { name: /^Nguyễn Thị Lan/ }).tap();
    await save(tu, household.responsibleSave);
    await tu.getByText(reading.home.responsible('Nguyễn Thị Lan')).waitFor();
    expect(await office(`/so-ho/${id}`)).toMatch(/Thành viên phụ trách\s+Nguyễn Thị Lan/);

    await goTo(tu, `ho/${id}/phu-trach`);
    await tu.getByRole('radio', { name: household.responsibleNobody }).tap();
    await save(tu, household.responsibleSave);
    expect(await office(`/so-ho/${id}`)).not.toMatch(/Thành viên phụ trách\s+Nguyễn Thị Lan/);

    // A member has no button for it, and is told whom to ask.
    await goTo(lan, `ho/${id}`);
    expect(await lan.getByRole('link', { name: /phụ trách$/ }).count()).toBe(0);
    await goTo(lan, `ho/${id}/phu-trach`);
    await lan.getByText(household.responsibleNotYours).waitFor();
    await expectSound(lan, 'responsible-ask');
  });

  it(
    'moves to the other hamlet of who leads both; others are told whom to ask',
    { timeout: 120_000 },
    async () => {
      const { id } = await nextHome(tu);
      await goTo(lan, `ho/${id}/chuyen`);
      await lan.getByText(household.moveNotYours).waitFor();
      await goTo(tu, `ho/${id}/chuyen`);
      await tu.getByRole('radio', { name: 'Ấp Mẫu 2' }).tap();
      await tu.locator('input[name=address]').fill('Nhà cuối đường Kinh Ranh');
      await tu.getByRole('button', { name: household.moveSave, exact: true }).tap();
      await tu.getByText(saved).waitFor();
      // At once, whether or not the server has it.
      await tu.locator('main .where').getByText('Ấp Mẫu 2').waitFor();
      await tu.getByText('Đã gửi hết').waitFor({ timeout: 40_000 });
      await tu.locator('main .where').getByText('Nhà cuối đường Kinh Ranh').waitFor();
      const text = await office(`/so-ho/${id}`);
      expect(text).toContain('Ấp Mẫu 2');
      expect(text).toContain('Nhà cuối đường Kinh Ranh');
    },
  );
});

describe('a person who goes to another household', () => {
  it(
    'is found there by the office; the draft is kept while one looks for it',
    { timeout: 180_000 },
    async () => {
      const to = await nextHome(tu);
      const from = await nextHome(tu, 2);
      const [head, mover, there] = [at(from.people, 0), at(from.people, 1), at(to.people, 0)];
      await goTo(tu, mover.path);
      await tu.getByRole('link', { name: person.move }).tap();
      await tu.getByRole('button', { name: person.moveSave, exact: true }).tap();
      await tu.locator('#f-toHouseholdId-error').waitFor();
      expect(await tu.locator('#f-toHouseholdId').getByRole('textbox').count()).toBe(1);
      await expectSound(tu, 'move-person-empty');
      await tu.getByRole('textbox', { name: person.moveFind }).fill(there.name);
      await tu.keyboard.press('Enter');
      await tu.locator(`input[name=toHouseholdId][value="${to.id}"]`).tap();
      await tu.getByRole('textbox', { name: person.moveFind }).fill('khong ai ten nay');
      expect(await tu.locator(`input[name=toHouseholdId][value="${to.id}"]`).isChecked()).toBe(true);
      await tu.locator('input[name=relation][value=spouse]').tap();
      await expectSound(tu, 'move-person');
      await save(tu, person.moveSave);
      expect(await tu.locator('main h1').textContent()).toBe(`Hộ ${there.name}`);
      await tu.locator('main .person h3').getByText(mover.name).waitFor();
      await goTo(tu, `ho/${from.id}`);
      await expect.poll(() => tu.locator('main .person h3').getByText(mover.name).count()).toBe(0);
      expect(await office(`/so-ho/${to.id}`)).toContain(mover.name);
      expect(await office(`/so-ho/${from.id}`)).toContain(head.name);

      await goTo(tu, `${head.path}/chuyen`);
      await tu.getByText(person.headStays).waitFor();
      await expectSound(tu, 'move-head');
      await goTo(lan, `${head.path}/chuyen`);
      await lan.getByText(person.moveNotYours).waitFor();
      await expectSound(lan, 'move-person-ask');
    },
  );
});

describe('forms that were begun', () => {
  it(
    'are all reached from “Hôm nay”, also when there are more than it shows',
    { timeout: 120_000 },
    async () => {
      for (const name of ['Lê Văn Nhứt', 'Lê Văn Nhì', 'Lê Văn Ba']) {
        await goTo(lan, 'hom-nay');
        await goTo(lan, 'them-ho');
        await lan.locator('input[name="residents.0.fullName"]').fill(name);
      }
      await goTo(lan, 'hom-nay');
      await lan.getByRole('link', { name: reading.today.allDrafts(3) }).waitFor();
      await expectSound(lan, 'today-drafts');
      await lan.getByRole('link', { name: reading.today.allDrafts(3) }).tap();
      await lan.getByText('Lê Văn Nhứt').waitFor();
      expect(await lan.locator('main nav a').count()).toBe(3);
    },
  );
});
