import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** Puts the clock that a product reads by set-clock.ts on a moment (ISO), in one stroke: nobody reads a clock that is half written. */
export async function putClock(file: string, moment: string): Promise<void> {
  await writeFile(`${file}.next`, moment);
  await rename(`${file}.next`, file);
  // Longer than a moment that was read is believed.
  await wait(60);
}
