import type { Browser } from 'playwright-core';
import { settlePhone } from '../phones/settle-phones.ts';
import { asker, type Field } from './exchange.ts';
import type { OursBench } from './pages/ours.ts';
import { freshPhone } from './slow-phone.ts';

/**
 * How often the real schedule asks the server in ten minutes in which nobody looks (line 13), by a clock that is turned
 * ahead. The same ten minutes in sight must ask at least once, or nothing was measured.
 */
export async function measureHidden(
  browser: Browser,
  { store, served, actor, runs, tell }: Field,
): Promise<void> {
  const phone = await freshPhone(browser, `${served.url}/bench/ours.html`);
  const ask = asker<OursBench>(phone);
  await ask('begin', (await settlePhone(store, actor)).token);
  await ask('meet');
  await phone.page.clock.install();
  const tenMinutes = async (seen: 'visible' | 'hidden') => {
    await phone.page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, seen);
    await phone.page.clock.runFor(1000);
    await answered();
    phone.wire();
    await phone.page.clock.runFor(10 * 60_000 + 1000);
    await answered();
    return phone.wire('/api/').requests;
  };
  await ask('keepAsking');
  const visible = await tenMinutes('visible');
  if (visible === 0) throw new Error('the schedule did not ask while it was looked at');
  const hidden = await tenMinutes('hidden');
  runs.add('ours', { hidden });
  tell(`hidden: ${hidden} requests; in sight: ${visible}`);
  await phone.close();
}

/** Long enough for an answer; by the real clock, which the page's is not. */
const answered = () => new Promise((done) => setTimeout(done, 1500));
