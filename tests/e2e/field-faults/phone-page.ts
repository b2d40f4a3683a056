import type { Page } from 'playwright-core';
import type { Field } from './harness/main.ts';

/** The functions of the harness page, called from the test. */
export type OnPhone = {
  [Name in keyof Field]: (...given: Parameters<Field[Name]>) => Promise<Awaited<ReturnType<Field[Name]>>>;
};

/** The phone's own clock runs on from what this says, so many milliseconds off the real one; it may be moved at any time. */
export async function setClock(page: Page, ahead: number): Promise<void> {
  await page.addInitScript(shiftClock, ahead);
  await page.evaluate(shiftClock, ahead);
}

function shiftClock(ahead: number): void {
  const here = globalThis as unknown as { Date: DateConstructor; ahead?: number };
  const isShifted = here.ahead !== undefined;
  here.ahead = ahead;
  if (isShifted) return;
  const TrueDate = here.Date;
  here.Date = class extends TrueDate {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(TrueDate.now() + (here.ahead ?? 0));
      else super(...(given as [number]));
    }
    static override now(): number {
      return TrueDate.now() + (here.ahead ?? 0);
    }
  } as DateConstructor;
}

/** Opens the harness page; its functions are there when it is. */
export async function openPhonePage(page: Page, url: string): Promise<OnPhone> {
  await page.goto(url);
  await page.waitForFunction('window.field');
  const call =
    (name: string) =>
    (...given: unknown[]) =>
      page.evaluate(`window.field[${JSON.stringify(name)}](...${JSON.stringify(given)})`);
  // Each of them hands on to the function of its name.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return new Proxy(
    {},
    { get: (_none, name) => (name === 'then' ? undefined : call(String(name))) },
  ) as OnPhone;
}
