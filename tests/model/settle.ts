import { expect } from 'vitest';
import { exchangeOnce } from './between.ts';
import type { Model } from './model.ts';
import { pass } from './over-time.ts';

/** The line is good again, the server is the newest, and everybody exchanges until nothing changes any more. */
export async function settle(model: Model): Promise<void> {
  model.versions.current = 3;
  await pass(model, 1);
  // What a restored server refuses waits for colleagues: a phone that is to forget everything waits with it.
  await exchangeAll(model, 3, model.restores === 0 ? [] : ['device.revoked']);
  if (model.restores === 0) return;
  // After a week it has a result too.
  await pass(model, 8 * 24 * 60);
  await exchangeAll(model, 2);
}

async function exchangeAll(model: Model, rounds: number, others: readonly string[] = []): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const carried of model.phones) {
      if (carried.isWiped) continue;
      carried.phone.faults.splice(0);
      const came = await exchangeOnce(model, carried);
      const how = came.end === 'failed' ? came.problem.code : came.end;
      expect(['done', 'wipe', ...others], `${carried.who} trao đổi với máy chủ`).toContain(how);
      // What is shown must be what is on the disk.
      if (!carried.isWiped) {
        carried.phone.kill();
        await carried.phone.start();
      }
    }
  }
}
