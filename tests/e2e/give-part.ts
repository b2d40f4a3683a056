import type { Page } from 'playwright-core';
import * as forms from '#routes/(office)/bao-cao/mau/words.ts';

/** As cô Hạnh: gives the Economic office, for which a person acts, a section and the figures of e-commerce, in force from this month. */
export async function givePart(page: Page, url: string, person: string): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  // The address at which units were kept before they had a place of their own.
  await page.goto(`${url}/bao-cao/mau/don-vi`);
  await page.getByRole('row', { name: 'Phòng Kinh tế' }).getByText(person).waitFor();
  await page.goto(`${url}/bao-cao/mau/phong`);
  await press(forms.form.edit);
  await page.getByText(forms.form.draft).waitFor();
  for (const one of ['phan?ma=economy', 'nhom?ma=F']) {
    await page.goto(`${url}/bao-cao/mau/phong/${one}`);
    await page.getByRole('checkbox', { name: 'Phòng Kinh tế' }).check({ force: true });
    await press(forms.save);
    await page.getByText(forms.done['luu'] ?? '').waitFor();
  }
  await press(forms.force.save);
  await page.getByText(forms.done['ap-dung'] ?? '').waitFor();
}
