import type { Page } from 'playwright-core';
import { enter, goTo, homesOn } from '../../tests/e2e/field-doing/on-phone.ts';
import type { Camera } from './camera.ts';

/** The phone's app as docs/huong-dan/thanh-vien.md tells it: a member's day, then what to look at in the evening. */
export async function memberDay(camera: Camera): Promise<void> {
  const page = await camera.open('phone');
  await enter(page, camera.url, 'chilan');
  await goTo(page, 'hom-nay');
  await camera.take(page, 'may-1-hom-nay');

  const [home = ''] = await homesOn(page);
  await goTo(page, `ho/${home}`);
  const visit = page.getByText('Ghi lần gặp', { exact: true }).first();
  await camera.take(page, 'may-2-ho', { mark: visit });
  await visit.click();
  await page.locator('input[name=met]').first().check({ force: true });
  await page.locator('input[name=shown]').first().check({ force: true });
  await page.locator('input[name=outcome]').nth(1).check({ force: true });
  const save = page.getByRole('button', { name: 'Lưu', exact: true });
  await camera.take(page, 'may-3-gap', { mark: save });
  await page.context().setOffline(true);
  await save.click();
  await page.getByText('Máy này còn 1 phiếu chưa gửi').waitFor();
  await camera.take(page, 'may-4-da-luu');

  await goTo(page, 'ho-dan');
  await page.getByLabel('Tìm hộ').fill('nguyen van');
  await camera.take(page, 'may-5-tim-ho');
  await goTo(page, 'chi-tieu');
  await camera.take(page, 'may-6-chi-tieu');
  await goTo(page, 'huong-dan/vneid');
  await camera.take(page, 'may-7-huong-dan');
  await goTo(page, 'toi/gui');
  await settled(page);
  await camera.take(page, 'may-8-gui');
}

const settled = (page: Page) => page.evaluate(() => document.fonts.ready.then(() => undefined));
