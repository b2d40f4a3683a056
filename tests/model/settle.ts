import { expect } from 'vitest';
import { exchangeOnce } from './between.ts';
import type { Model } from './model.ts';
import { pass } from './over-time.ts';

/** The line is good again, the server is the newest, and everybody exchanges until nothing changes any more. */
export async function settle(model: Model): Promise<void> {
  model.versions.current = 3;
  await pass(model, 1);
  await exchangeAll(model, 3);
  if (model.restores === 0) return;
  // What a restored server refused waits for colleagues for a week; then it has a result too.
  await pass(model, 8 * 24 * 60);
  await exchangeAll(model, 2);
}

async function exchangeAll(model: Model, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const carried of model.phones) {
      if (carried.isWiped) continue;
      carried.phone.faults.splice(0);
      const came = await exchangeOnce(model, carried);
      const how = came.end === 'failed' ? came.problem.code : came.end;
      expect(how, `${carried.who} trao đổi với máy chủ`).toMatch(/^(done|wipe)$/);
      // What is shown must be what is on the disk.
      if (!carried.isWiped) {
        carried.phone.kill();
        await carried.phone.start();
      }
    }
  }
}
