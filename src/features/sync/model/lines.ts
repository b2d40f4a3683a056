import type { Columns } from '#shared/columns.ts';
import type { Id } from '#shared/ids.ts';
import type { Book, HamletFigures } from './book.ts';

/**
 * The answer to a pull: one line of JSON after the other, in this order, each useful by itself. A phone writes a line and its
 * cursor in one transaction, so that a cut answer goes on where it stopped (P10).
 */
export type PullLine =
  | HelloLine
  | { line: 'book'; hash: string; book: Book }
  /** The whole list of a hamlet that this phone has not, or no longer: what is not in it, the phone forgets. */
  | { line: 'list'; scope: Id; cursor: string; homes: Columns }
  /** Households as they are now, and those that left the hamlet. */
  | { line: 'homes'; scope: Id; cursor: string; homes: Columns; gone: Id[] }
  | { line: 'figures'; scope: Id; figures: HamletFigures }
  /** A hamlet that is no longer this phone's. */
  | { line: 'revoked'; scope: Id }
  /** The phone was revoked, or its owner may no longer sign in: send what is unsent, then forget everything. */
  | { line: 'wipe'; reason: 'device' | 'account' }
  | { line: 'end' };

export interface HelloLine {
  line: 'hello';
  /** The server's clock, ISO 8601: teaches the phone its offset (law 8). */
  now: string;
  /** Another one than the phone knows: the server was restored from a copy (law 13). */
  epoch: Id;
  /** The highest operation of this phone that the server has; 0: none. */
  lastSeq: number;
}

/** What a phone asks: each of its hamlets with its cursor (none for a hamlet that is new to it). */
export interface PullQuery {
  epoch: Id | null;
  book: string | null;
  scopes: Record<Id, string>;
}
