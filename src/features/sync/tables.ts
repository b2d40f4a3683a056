import type { Json } from '#platform/db/json.ts';
import type { Id } from '#shared/ids.ts';
import type { Outcome } from './model/operation.ts';

/** Which history of the server the phones know: another epoch after a restore from a copy (sync law 13). */
export interface SyncEpochTable {
  commune_id: string;
  epoch: Id;
  announced_at: Date;
}

/** The counter of each hamlet, locked by who changes something there (sync law 4). */
export interface SyncScopeTable {
  commune_id: string;
  hamlet_id: Id;
  revision: number;
  /** What left the hamlet up to this revision is no longer told: an older cursor gets the whole list (sync law 6). */
  pruned_to: number;
}

/** One row for each household that is or was in a hamlet: when it last changed there, or that it left. */
export interface SyncHomeTable {
  commune_id: string;
  hamlet_id: Id;
  household_id: Id;
  revision: number;
  gone: boolean;
  changed_at: Date;
}

/** A phone of a member. */
export interface DeviceTable {
  commune_id: string;
  id: Id;
  account_id: Id;
  token_hash: string;
  /** Opens the phone's store when its PIN is forgotten; given at each signing in (sync law 11). Base64 of 32 bytes. */
  recovery_key: string;
  label: string;
  app_version: string;
  enrolled_at: Date;
  seen_at: Date;
  last_seq: number;
  /** What the phone last said it had not sent (phiếu), and since when. */
  unsent: number;
  oldest_unsent_at: Date | null;
  /** Lost (phiếu): its store vanished from the phone with this many unsent. */
  vanished: number;
  /** The same seq came with two operations: somebody copied the phone's store. */
  copied_at: Date | null;
  revoked_at: Date | null;
  revoked_by: Id | null;
  wiped_at: Date | null;
  /** With which code and word the phone signed in, and how long the same two let it in again; until its first contact. */
  claim_hash: string | null;
  claim_until: Date | null;
}

export const operationFlags = ['clock_off', 'after_revocation', 'rights_ended', 'household_moved'] as const;
export type OperationFlag = (typeof operationFlags)[number];

/** Every operation that a phone sent, once, with its answer. */
export interface SyncOperationTable {
  commune_id: string;
  op_id: Id;
  device_id: Id;
  seq: number;
  account_id: Id;
  command: string;
  version: number;
  hamlet_id: Id;
  household_id: Id | null;
  made_at: Date;
  device_clock: Date;
  received_at: Date;
  status: 'ok' | 'merged' | 'review' | 'rejected';
  outcome: Json<Outcome>;
  /** What was told, kept only while it is not in the register: merged, to review, rejected. */
  input: Json<Record<string, unknown>> | null;
  base: Json<Record<string, unknown>> | null;
  flags: OperationFlag[];
}

/** Two words about who somebody is: both are kept until a person decides (sync law 7). */
export interface SyncReviewTable {
  commune_id: string;
  id: Id;
  op_id: Id;
  hamlet_id: Id;
  household_id: Id;
  subject: 'household' | 'resident';
  subject_id: Id;
  field: string;
  told: Json;
  stood: Json;
  told_by: Id;
  told_at: Date;
  created_at: Date;
  decided_at: Date | null;
  decided_by: Id | null;
  decision: 'told' | 'stood' | null;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    sync_epochs: SyncEpochTable;
    sync_scopes: SyncScopeTable;
    sync_homes: SyncHomeTable;
    devices: DeviceTable;
    sync_operations: SyncOperationTable;
    sync_reviews: SyncReviewTable;
  }
}
