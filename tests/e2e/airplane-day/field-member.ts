import type { Page } from 'playwright-core';
import { saved } from '../../../src/field/screens/doing/form/words.ts';
import { choosePin, goTo, signInByAccount, typePin } from '../field-door/app-by-hand.ts';
import { setClock } from '../field-faults/phone-page.ts';
import { controlled } from '../field-shell/look.ts';
import type { MortalBrowser } from '../field-shell/mortal-browser.ts';

const pin = '250486';

/** Somebody with a phone: what their hands do, through the real app. */
export class FieldMember {
  readonly #start: () => Promise<MortalBrowser>;
  readonly #url: string;
  readonly #login: string;
  #browser: MortalBrowser | null = null;

  constructor(login: string, url: string, start: () => Promise<MortalBrowser>) {
    this.#login = login;
    this.#url = `${url}/di-dong/`;
    this.#start = start;
  }

  get page(): Page {
    if (!this.#browser) throw new Error('the phone is off');
    return this.#browser.page;
  }

  /** The app is opened, by a clock that shows this moment. */
  async #open(clock: Date): Promise<void> {
    this.#browser ??= await this.#start();
    const { page } = this.#browser;
    page.setDefaultTimeout(60_000);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('about:blank');
    await setClock(page, clock.getTime() - Date.now());
    await page.goto(this.#url);
  }

  /** The first day: signs in, chooses a PIN, has everything of the hamlet on the phone. */
  async signIn(clock: Date): Promise<void> {
    await this.#open(clock);
    await signInByAccount(this.page, this.#login);
    await choosePin(this.page, pin);
    await this.page.getByText('Đã gửi hết').waitFor();
    await controlled(this.page);
  }

  /** Opens the app and types the PIN. */
  async wake(clock: Date): Promise<void> {
    await this.#open(clock);
    await this.page.getByRole('button', { name: '5', exact: true }).waitFor();
    await typePin(this.page, pin);
    await this.page.getByRole('link', { name: 'Hộ dân', exact: true }).waitFor();
  }

  /** Android takes the memory away. */
  async die(): Promise<void> {
    await this.#browser?.kill();
    this.#browser = null;
  }

  /** Ids of households as the app's own list shows them. */
  async households(): Promise<string[]> {
    await goTo(this.page, 'ho-dan');
    const links = this.page.locator('main a[href*="/di-dong/ho/"]');
    await links.first().waitFor();
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    return [...new Set(addresses.flatMap((address) => /\/ho\/([0-9a-f-]{36})$/.exec(address)?.[1] ?? []))];
  }

  /** Somebody was at home and was shown something, and did it; done when the phone says that it is saved. */
  async visit(household: string): Promise<void> {
    await goTo(this.page, `ho/${household}/gap`);
    await this.#choose('met', 0);
    await this.#choose('shown', 0);
    await this.#choose('outcome', 1);
    await this.page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await this.page.getByText(saved).waitFor();
  }

  async #choose(name: string, which: number): Promise<void> {
    const chip = this.page.locator(`label:has(input[name=${name}])`).nth(which);
    // Away from the button that stands at the foot of the screen.
    await chip.evaluate((label) => label.scrollIntoView({ block: 'center' }));
    await chip.click();
    await chip.locator('input:checked').waitFor({ state: 'attached' });
  }

  /** What the line at the top says. */
  standing(): Promise<string> {
    return this.page.getByRole('status').first().innerText();
  }

  /** The hamlet's targets as the screen says them, by code: "62,5 % · 15 trong 24 hộ, 3 chưa rõ". */
  async figures(): Promise<Record<string, string>> {
    await goTo(this.page, 'chi-tieu');
    await this.page.locator('main a[href*="/chi-tieu/"] .figures b').first().waitFor();
    const cards = await this.page
      .locator('main a[href*="/chi-tieu/"]')
      .evaluateAll((all) =>
        all.map((card) => [
          card.getAttribute('href')?.split('/').at(-1) ?? '',
          card.querySelector('.figures span')?.textContent ?? '',
        ]),
      );
    return Object.fromEntries(cards) as Record<string, string>;
  }
}
