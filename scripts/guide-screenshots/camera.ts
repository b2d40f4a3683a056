import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { desktop, phone } from '../../tests/browser.ts';
import { signedIn } from '../../tests/product.ts';

interface Shot {
  /** What to press or fill, framed in the picture. */
  mark?: Locator | Locator[];
  /** The picture begins at the top of this part instead of the top of the page. */
  from?: Locator;
  /** Only the middle of the screen, this wide (px): for the pages before signing in, which are narrow. */
  middle?: number;
  /** One screen high, wherever it begins: for a part of a long page, without the bar at the foot. */
  tall?: boolean;
  /** The picture ends below this part, instead of at the foot of the screen. */
  to?: Locator;
}

/** Opens pages as a person would and takes the pictures of the guide. */
export class Camera {
  readonly #browser: Browser;
  readonly #folder: string;
  readonly url: string;

  constructor(browser: Browser, url: string, folder: string) {
    this.#browser = browser;
    this.url = url;
    this.#folder = folder;
  }

  /** A desk of 1440×900, or a phone of 360×740 drawn one and a half times as fine. */
  async open(on: 'desk' | 'phone'): Promise<Page> {
    const context = await this.#browser.newContext({
      ...(on === 'desk' ? desktop : { ...phone, deviceScaleFactor: 1.5 }),
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    return context.newPage();
  }

  /** A page on which this person has signed in. */
  async signIn(on: 'desk' | 'phone', login: string, password: string): Promise<Page> {
    const page = await this.open(on);
    // Without the cookie's last day: the product's clock may stand before the browser's.
    const [name = '', value = ''] = (await signedIn({ url: this.url }, login, password)).split('=');
    await page.context().addCookies([{ name, value, url: this.url }]);
    await page.goto(`${this.url}/hom-nay`);
    return page;
  }

  async take(page: Page, name: string, { mark, from, to, middle, tall = false }: Shot = {}): Promise<void> {
    const marked = [mark ?? []].flat();
    for (const part of marked) await part.evaluate(frame);
    const size = page.viewportSize() ?? desktop.viewport;
    // As high as what is to be seen, so that a bar at the foot of the screen stays at its foot.
    const start = from ? Math.max(0, (await placeOf(from)).top - 16) : 0;
    const bar = 80;
    const height = tall
      ? Math.ceil(start) + size.height
      : to
        ? Math.ceil((await placeOf(to)).foot) + 16
        : size.height;
    await page.setViewportSize({ ...size, height: tall ? height + bar : height });
    await page.evaluate(() => window.scrollTo(0, 0));
    const top = from ? Math.max(0, (await placeOf(from)).top - 16) : 0;
    await page.screenshot({
      path: join(this.#folder, `${name}.jpg`),
      type: 'jpeg',
      quality: 60,
      animations: 'disabled',
      clip: {
        x: middle === undefined ? 0 : (size.width - middle) / 2,
        y: top,
        width: middle ?? size.width,
        height: height - top,
      },
    });
    await page.setViewportSize(size);
    for (const part of marked) await part.evaluate(unframe);
  }
}

/** Top and foot of a part, from the top of the page (px). */
async function placeOf(part: Locator): Promise<{ top: number; foot: number }> {
  return part.first().evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top: top + window.scrollY, foot: bottom + window.scrollY };
  });
}

// These two run in the page.
function frame(element: Element): void {
  if (element instanceof HTMLElement) {
    element.style.outline = '3px solid #d9480f';
    element.style.outlineOffset = '4px';
  }
}

function unframe(element: Element): void {
  if (element instanceof HTMLElement) element.style.outline = element.style.outlineOffset = '';
}
