import { ofTransaction } from '#platform/db/database.server.ts';
import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { hamletLives, type HamletLife } from '#features/org/queries/hamlet-lives.server.ts';
import type { Operation } from './model/operation.ts';

/**
 * An operation that names a hamlet which was merged into another since: what it begins, it begins in the one that goes on. What
 * happened there on a day of the old hamlet (a gathering) stays the old one's.
 */
export async function inHamletOfToday(ctx: WriteContext, operation: Operation): Promise<Operation> {
  const named = operation.input['hamletId'];
  if (typeof named !== 'string') return operation;
  const lives = await ofTransaction(ctx.tx, livesKey, () => endedOf(ctx));
  const heldOn = operation.command.startsWith('outreach.')
    ? (operation.input['heldOn'] ?? dayOf(ctx.happenedAt))
    : null;
  let hamletId = named;
  for (let life = lives.get(hamletId); life?.mergedInto; life = lives.get(hamletId)) {
    if (typeof heldOn === 'string' && life.to !== null && heldOn < life.to) break;
    hamletId = life.mergedInto;
  }
  return hamletId === named ? operation : { ...operation, input: { ...operation.input, hamletId } };
}

const livesKey = Symbol('the hamlets that were merged, for the transaction');

async function endedOf(ctx: ReadContext): Promise<Map<Id, HamletLife>> {
  const lives = await hamletLives(ctx);
  return new Map(lives.filter((one) => one.mergedInto !== null).map((one) => [one.id, one]));
}
