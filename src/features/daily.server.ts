import { productActor } from '#platform/commands/actor.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { dayOf, type Day } from '#shared/calendar.ts';
import { features } from './index.server.ts';
import type { Runtime } from './runtime.server.ts';

const everyMinute = 60_000;

/** Does the day's work of every feature for every commune that is not closed, each piece in its own transaction; one that fails does not stop the others. */
export async function runDaily(runtime: Runtime): Promise<void> {
  const { database, log } = runtime;
  const communes = await database.transaction('door', (tx) =>
    tx.selectFrom('installed_communes').select('commune_id').where('closed_on', 'is', null).execute(),
  );
  const pieces = features.flatMap((feature) => feature.daily ?? []);
  for (const { commune_id: communeId } of communes) {
    for (const piece of pieces) {
      try {
        await database.transaction({ commune: communeId }, (tx) =>
          piece(writeContext(tx, { actor: productActor(communeId), now: runtime.now() })),
        );
      } catch (error) {
        log.error(
          { err: error, communeId, piece: piece.name },
          'a piece of the daily work failed; it is tried again at the next start and tomorrow',
        );
      }
    }
  }
}

/**
 * Begins the daily work now and soon after each midnight in Vietnam; the returned function ends it and waits for what runs.
 * Nobody waits for the first run: until it is done the figures are those of the last day on which the product was up.
 */
export function keepDaily(runtime: Runtime): () => Promise<void> {
  const run = () =>
    runDaily(runtime).catch((error: unknown) => runtime.log.error({ err: error }, 'the daily work failed'));
  let done: Day = dayOf(runtime.now());
  let running = run();
  const timer = setInterval(() => {
    const today = dayOf(runtime.now());
    if (today === done) return;
    done = today;
    running = running.then(run);
  }, everyMinute);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
