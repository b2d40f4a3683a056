import * as z from 'zod/mini';
import { id, optionalId } from '#shared/fields.ts';
import type { FieldProblems, ProblemCode } from '#shared/problem.ts';

/** The shape in which today's phones write operations; older ones are brought up to it (law 9). */
export const operationVersion = 1;

/** Up to so many operations travel in one push, and so many bytes of their JSON (law 2). */
export const mostOperations = 100;
export const mostPushBytes = 1024 * 1024;

const moment = z.iso.datetime({ offset: true });
const fields = z.record(z.string(), z.unknown());

/**
 * One thing that somebody did on a phone (law 1): a command of a feature with its input, when and where it was done, and what
 * the phone showed of the fields that it changes. Made once, never changed, sent until there is a result.
 */
export const Operation = z.object({
  opId: id,
  /** Counts the operations of this phone without a gap, from 1. */
  seq: z.number().check(z.int(), z.gte(1), z.lte(2_147_483_647)),
  version: z.number().check(z.int(), z.gte(1), z.lte(1000)),
  command: z.string().check(z.regex(/^[a-z_]{1,40}\.[a-z_]{1,40}$/)),
  /** The hamlet in which it was done. */
  scope: id,
  /** The household that it is about; null when it is about several (a meeting). */
  household: optionalId,
  input: fields,
  /** For a correction: each changed field as the phone showed it. */
  base: z.nullable(fields),
  /** The revision of the hamlet that the phone had. */
  revision: z.number().check(z.int(), z.gte(0)),
  /** When it was done: the phone's clock, corrected by what the server last told (law 8). */
  at: moment,
  /** The phone's clock as it stood. */
  clock: moment,
  /** The server's clock when the phone last heard of it: it was done after that. Null before the first contact. */
  after: z.nullable(moment),
});
export type Operation = z.infer<typeof Operation>;

/** What a phone sends: operations in the order of their seq, and how it stands. */
export const PushRequest = z.object({
  /** The epoch that the phone knows; null before its first contact. */
  epoch: optionalId,
  appVersion: z.string().check(z.maxLength(40)),
  /** The phone's clock at sending. */
  clock: moment,
  /** What waits on the phone, these operations included (phiếu), and since when. */
  unsent: z.number().check(z.int(), z.gte(0), z.lte(1_000_000)),
  oldest: z.nullable(moment),
  operations: z.array(z.unknown()).check(z.maxLength(mostOperations)),
});
export type PushRequest = z.infer<typeof PushRequest>;

/** A field of a correction that did not go the phone's way, with what stands now and who wrote it when. */
export interface Overruled {
  field: string;
  told: unknown;
  stands: unknown;
  by: string | null;
  at: string | null;
}

/** What became of an operation. Stored under its id: the same operation gets the same answer again. */
export type Outcome =
  | { status: 'ok' }
  /** Written, except for these fields, where somebody else's later word stands. */
  | { status: 'merged'; overruled: Overruled[] }
  /** These fields of a person's identity wait for somebody to look at both (law 7); the others are written. */
  | { status: 'review'; overruled: Overruled[] }
  | { status: 'rejected'; code: ProblemCode; text: string; fields: FieldProblems };

export interface PushResult {
  opId: string;
  /** When the server wrote it down; the receipt that the phone keeps. */
  receivedAt: string;
  outcome: Outcome;
}

export interface PushAnswer {
  now: string;
  epoch: string;
  lastSeq: number;
  results: PushResult[];
}
