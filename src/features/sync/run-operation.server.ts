import { callCommand, writeContext, type WriteContext } from '#platform/commands/command.server.ts';
import { inSavepoint } from '#platform/commands/events.server.ts';
import type { FieldCommand, StaleField } from '#platform/commands/field-command.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { problemText } from '#shared/words.ts';
import { carriedRights } from './carried-rights.server.ts';
import type { KnownDevice } from './devices.server.ts';
import { fieldCommands } from './field-commands.server.ts';
import type { Operation, Outcome, Overruled } from './model/operation.ts';
import { keepForReview } from './reviews.server.ts';
import type { OperationFlag } from './tables.ts';
import { inHamletOfToday } from './hamlet-of-today.server.ts';
import { whoRemoved } from './who-removed.server.ts';
import * as words from './words.ts';

export const refused = (code: Problem['code'], text: string, fields: Problem['fields'] = {}): Outcome => ({
  status: 'rejected',
  code,
  text,
  fields,
});

/** What became of an operation, and what was unusual about it. */
export interface Done {
  outcome: Outcome;
  flags: OperationFlag[];
}

/** An operation that may be tried, with the rights that it has. */
export interface Ready {
  operation: Operation;
  field: FieldCommand;
  ctx: WriteContext;
  flags: OperationFlag[];
}

/**
 * With whose rights an operation of a phone runs, as a part of the push's transaction; or why it does not run at all.
 * `places`: where everything is now that the push names.
 */
export async function prepare(
  given: WriteContext,
  device: KnownDevice,
  told: Operation,
  places: ReadonlyMap<Id, Id>,
): Promise<Ready | Done> {
  const operation = await inHamletOfToday(given, told);
  const flags: OperationFlag[] = [];
  if (device.revokedAt !== null) {
    if (given.happenedAt > device.revokedAt)
      return { outcome: refused('device.revoked', words.madeAfterRevocation), flags };
    flags.push('after_revocation');
  }
  const field = fieldCommands.get(operation.command);
  if (!field) return { outcome: refused('input.invalid', words.commandUnknown), flags };
  const rights = await carriedRights(given, operation, field, places);
  flags.push(...rights.flags);
  const ctx = writeContext(given.tx, {
    actor: rights.actor,
    now: given.now,
    happenedAt: given.happenedAt,
    deviceId: given.deviceId,
    requestId: given.requestId,
  });
  return { operation, field, ctx, flags };
}

/**
 * Tries operations of the same command that stand together, all in one savepoint. Gives those that were done; the others have
 * left nothing behind and are run alone, so that each still gets its own answer.
 */
export async function runTogether(ready: readonly Ready[]): Promise<Set<Ready>> {
  const [first] = ready;
  const together = first?.field.together;
  if (!first || !together) return new Set();
  try {
    const done = await inSavepoint(first.ctx.tx, () =>
      together(ready.map(({ ctx, operation }) => ({ ctx, input: operation.input }))),
    );
    return new Set(ready.filter((_, index) => done[index]));
  } catch (error) {
    if (error instanceof Problem || isOfTheRow(error)) return new Set();
    throw error;
  }
}

/** Runs one operation in a savepoint of its own. Foreseen failures are its outcome; a fault of the database is thrown. */
export async function runOperation({ operation, field, ctx, flags }: Ready): Promise<Done> {
  try {
    const outcome = await inSavepoint(ctx.tx, async (): Promise<Outcome> => {
      if (!field.settle) {
        await callCommand(ctx, field.command, operation.input);
        return { status: 'ok' };
      }
      const settled = await field.settle(ctx, {
        input: operation.input,
        base: operation.base ?? {},
        at: ctx.happenedAt,
      });
      if (settled.input) await callCommand(ctx, field.command, settled.input);
      // What nothing is left of was still asked for by somebody who may: the command's own question, without its effect.
      else if (
        !field.command.allow(
          ctx.actor,
          await field.command.load(ctx, parseInput(field.command.input, operation.input)),
          operation.input,
        )
      )
        throw new Problem('not_allowed');
      if (settled.review.length > 0 && settled.subject) {
        await keepForReview(ctx, operation, settled.subject, settled.review);
        return { status: 'review', overruled: [...settled.review, ...settled.overruled].map(tell) };
      }
      return settled.overruled.length > 0
        ? { status: 'merged', overruled: settled.overruled.map(tell) }
        : { status: 'ok' };
    });
    return { outcome, flags };
  } catch (error) {
    if (error instanceof Problem) {
      const removed = await whoRemoved(ctx, operation, error);
      const text = removed ?? (error.hasMessage ? error.message : problemText[error.code]);
      return { outcome: refused(error.code, text, error.fields), flags };
    }
    if (isOfTheRow(error)) return { outcome: refused('duplicate', problemText.duplicate), flags };
    throw error;
  }
}

/** A row that the database refuses (it is there already, or names what is not): the operation's fault, not the moment's. */
function isOfTheRow(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && /^2[23]/.test(String(error.code));
}

const tell = (stale: StaleField): Overruled => ({
  field: stale.field,
  told: stale.told,
  stands: stale.stands,
  by: stale.by,
  at: stale.at?.toISOString() ?? null,
});
