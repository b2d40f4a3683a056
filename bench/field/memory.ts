import type { Browser } from 'playwright-core';
import { settlePhone } from '../phones/settle-phones.ts';
import { asker, type Field } from './exchange.ts';
import type { FloorBench } from './pages/floor.ts';
import type { OursBench } from './pages/ours.ts';
import { freshPhone } from './slow-phone.ts';

/** Nobody taps through to a search or a target sooner after the work list has come (ms); the app works ahead meanwhile. */
const firstQuestion = 2000;

/**
 * What is answered from memory (d): who is left, figures, search; right after a start, after a visit, with 400 visits that
 * were not sent (P12); and how long a finger waits while those go out.
 */
export async function measureMemory(browser: Browser, field: Field): Promise<void> {
  const { store, served, actor, runs, count, tell } = field;
  for (let run = -1; run < count; run += 1) {
    const phone = await freshPhone(browser, `${served.url}/bench/ours.html`);
    const ask = asker<OursBench>(phone);
    await ask('begin', (await settlePhone(store, actor)).token);
    await ask('meet');
    await phone.slow();
    await ask('reopen');
    await phone.page.waitForTimeout(firstQuestion);
    const first = await ask('ask');
    const after = await ask('askAfterVisit');
    await phone.quick();
    await ask('write', 400);
    await phone.slow();
    await ask('reopen');
    await ask('ask');
    const laden = await ask('askAfterVisit');
    const background = await ask('meetInBackground');
    await phone.close();
    const floor = await freshPhone(browser, `${served.url}/bench/floor.html`);
    const plain = asker<FloorBench>(floor);
    await plain('first');
    await floor.slow();
    const [left, search] = [await plain('left'), await plain('search')];
    await floor.close();
    if (run < 0) continue;
    runs.add('ours', {
      leftFirst: first.left,
      left: after.left,
      figure: after.figure,
      search: Math.max(first.search, after.search),
      left400: laden.left,
      search400: laden.search,
      longTask: background.longest,
    });
    runs.add('floor', { leftFirst: left, search });
    tell(
      `memory ${run + 1}: left ${Math.round(first.left)} / ${Math.round(after.left)} / ${Math.round(laden.left)} ms, longest task ${Math.round(background.longest)} ms`,
    );
  }
}
