import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';

/** Accounts, their sessions and invitations are local tables: no foreign key points at them (law 7, Citus). */
export interface AccountTable {
  commune_id: string;
  id: Id;
  /** Phone number or user name, folded; one account of that name on this installation. */
  login: string;
  full_name: string;
  sort_key: string;
  phone: string | null;
  member_id: Id | null;
  /** Null until the invitation is used. */
  password_hash: string | null;
  created_at: Date;
  disabled_at: Date | null;
  password_changed_at: Date | null;
}

export interface AccountRoleTable {
  commune_id: string;
  id: Id;
  account_id: Id;
  role: string;
  hamlet_id: Id | null;
  granted_on: Day;
  granted_by: Id | null;
  revoked_on: Day | null;
}

export interface InvitationTable {
  commune_id: string;
  id: Id;
  account_id: Id;
  code_hash: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
}

export interface SessionTable {
  commune_id: string;
  id: Id;
  account_id: Id;
  token_hash: string;
  device: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

export interface SignInLimitTable {
  key: string;
  points: number;
  expire: number | null;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    accounts: AccountTable;
    account_roles: AccountRoleTable;
    invitations: InvitationTable;
    sessions: SessionTable;
    sign_in_limits: SignInLimitTable;
  }
}
