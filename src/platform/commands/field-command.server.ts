import type { Id } from '#shared/ids.ts';
import type { Command, WriteContext } from './command.server.ts';

/** A field of a correction that cannot simply be written: somebody else changed it since the phone last looked. */
export interface StaleField {
  field: string;
  told: unknown;
  stands: unknown;
  /** Who wrote what stands, and when they did it. */
  by: string | null;
  at: Date | null;
}

/** What remains of a correction's input after the words of others were weighed (sync law 7). */
export interface Settled {
  /** Null: nothing is left to write. */
  input: Record<string, unknown> | null;
  overruled: StaleField[];
  review: StaleField[];
  /** Whom the fields in `review` are about. */
  subject: { kind: 'household' | 'resident'; id: Id } | null;
}

/** When something was told, and what the phone showed of the fields it changes. */
export interface ToldCorrection {
  input: Record<string, unknown>;
  base: Record<string, unknown>;
  at: Date;
}

/** A command that phones may send (law 2): the feature's own, with what the sync needs to know about it. */
export interface FieldCommand {
  // Each command has types of its own; its schema reads the input.
  // oxlint-disable-next-line typescript/no-explicit-any
  command: Command<any, any, any>;
  /** Fields of the input that name people; they are looked up before a household that moved is let through. */
  residents: (input: Record<string, unknown>) => readonly unknown[];
  households: (input: Record<string, unknown>) => readonly unknown[];
  /** For corrections: compares with what stands now. */
  settle?: (ctx: WriteContext, told: ToldCorrection) => Promise<Settled>;
  /**
   * For what phones tell by the dozen: does at once what each alone would do, in one transaction, each with the context of who
   * told it. False for what it has not done and has to be done alone: because it is refused, or was done before.
   */
  together?: (told: readonly ToldAlike[]) => Promise<boolean[]>;
}

/** One of several inputs of the same command. */
export interface ToldAlike {
  ctx: WriteContext;
  input: Record<string, unknown>;
}
