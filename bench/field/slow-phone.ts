import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { chromiumPath } from '../../tests/browser.ts';

/** The phone of the bars (performance.md): how many times slower, and its line in milliseconds and bytes a second. */
export const slowness = { processor: 6, latency: 150, down: 1_600_000 / 8, up: 750_000 / 8 };

/** What went over the line since it was last looked at. Bytes down are what Chromium counted, headers included. */
export interface Wire {
  requests: number;
  down: number;
}

/** A page as on a slow phone. Nothing is slow before `slow` is called: what is only prepared need not wait. */
export class SlowPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #devtools: CDPSession;
  #requests: string[] = [];
  #down = new Map<string, number>();
  readonly #paths = new Map<string, string>();

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page;
    this.context = page.context();
    this.#devtools = devtools;
  }

  /** A new page of a context; everything that it asks the network for is counted. */
  static async open(context: BrowserContext): Promise<SlowPage> {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const slow = new SlowPage(page, devtools);
    devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
      const { pathname } = new URL(request.url);
      slow.#requests.push(pathname);
      slow.#paths.set(requestId, pathname);
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const path = slow.#paths.get(requestId) ?? '';
      slow.#down.set(path, (slow.#down.get(path) ?? 0) + encodedDataLength);
    });
    await devtools.send('Network.enable');
    return slow;
  }

  async slow({ offline = false } = {}): Promise<void> {
    await this.#devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness.processor });
    await this.#devtools.send('Network.emulateNetworkConditions', {
      offline,
      latency: slowness.latency,
      downloadThroughput: slowness.down,
      uploadThroughput: slowness.up,
    });
  }

  async quick(): Promise<void> {
    await this.#devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await this.#devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }

  /** What was asked for below a path since the last look. */
  wire(below = '/'): Wire {
    const down = [...this.#down].filter(([path]) => path.startsWith(below));
    const wire = {
      requests: this.#requests.filter((path) => path.startsWith(below)).length,
      down: down.reduce((sum, [, bytes]) => sum + bytes, 0),
    };
    this.#requests = [];
    this.#down = new Map();
    return wire;
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

const launching = {
  executablePath: chromiumPath(),
  env: { ...process.env, LANG: 'C.UTF-8' },
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
const asPhone = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
};

export const launchPhones = (): Promise<Browser> => chromium.launch(launching);

/** A phone on which nothing was ever stored, as a window of a running browser. */
export async function freshPhone(browser: Browser, url: string): Promise<SlowPage> {
  const phone = await SlowPage.open(await browser.newContext(asPhone));
  await phone.page.goto(url);
  await phone.page.waitForFunction(() => 'bench' in window);
  phone.wire();
  return phone;
}

/** A browser of its own on a folder that outlives it: closing and opening it is what a restarted phone does. */
export const openPhoneOn = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, { ...launching, ...asPhone });
