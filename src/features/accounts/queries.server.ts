import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { canKeepAccount } from './policy.ts';

export interface AccountGrant {
  role: string;
  hamletId: Id | null;
  hamletName: string | null;
}

export interface Account {
  id: Id;
  login: string;
  fullName: string;
  memberId: Id | null;
  /** invited: no password yet; disabled: may not sign in */
  state: 'invited' | 'active' | 'disabled';
  /** When the open invitation ends; null when there is none. */
  invitedUntil: Date | null;
  lastSeenAt: Date | null;
  grants: AccountGrant[];
}

/** Accounts that the actor may keep, by given name. */
export async function listAccounts(ctx: ReadContext): Promise<Account[]> {
  const accounts = await readAccounts(ctx, null);
  return accounts.filter((account) => canKeepAccount(ctx.actor, account));
}

/** An account of the commune, or undefined; whether the actor may see it is the caller's question. */
export async function findAccount(ctx: ReadContext, id: Id): Promise<Account | undefined> {
  return (await readAccounts(ctx, id))[0];
}

/** Ids of members (of the given ones) who have an account that may sign in or is invited. */
export async function membersWithAccount(ctx: ReadContext, memberIds: readonly Id[]): Promise<Map<Id, Id>> {
  if (memberIds.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('accounts')
    .select(['id', 'member_id'])
    .where('commune_id', '=', ctx.communeId)
    .where('member_id', 'in', memberIds)
    .where('disabled_at', 'is', null)
    .execute();
  return new Map(rows.flatMap((row) => (row.member_id === null ? [] : [[row.member_id, row.id] as const])));
}

/** Names of accounts by id, for histories ("ai, lúc nào"); unknown ids are absent. */
export async function namesOfAccounts(
  ctx: ReadContext,
  ids: readonly (Id | null)[],
): Promise<Map<Id, string>> {
  const wanted = [...new Set(ids.filter((id): id is Id => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('accounts')
    .select(['id', 'full_name'])
    .where('commune_id', '=', ctx.communeId)
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, row.full_name]));
}

async function readAccounts(ctx: ReadContext, id: Id | null): Promise<Account[]> {
  const rows = await ctx.tx
    .selectFrom('accounts as a')
    .leftJoin(
      (from) =>
        from
          .selectFrom('sessions as s')
          .select((on) => ['s.account_id', on.fn.max('s.seen_at').as('seen_at')])
          .where('s.commune_id', '=', ctx.communeId)
          .groupBy('s.account_id')
          .as('seen'),
      (join) => join.onRef('seen.account_id', '=', 'a.id'),
    )
    .leftJoin(
      (from) =>
        from
          .selectFrom('invitations as i')
          .select((on) => ['i.account_id', on.fn.max('i.expires_at').as('until')])
          .where('i.commune_id', '=', ctx.communeId)
          .where('i.used_at', 'is', null)
          .where('i.revoked_at', 'is', null)
          .where('i.expires_at', '>', ctx.now)
          .groupBy('i.account_id')
          .as('invited'),
      (join) => join.onRef('invited.account_id', '=', 'a.id'),
    )
    .select([
      'a.id',
      'a.login',
      'a.full_name',
      'a.member_id',
      'a.password_hash',
      'a.disabled_at',
      'seen.seen_at',
      'invited.until',
    ])
    .where('a.commune_id', '=', ctx.communeId)
    .$if(id !== null, (query) => query.where('a.id', '=', id ?? ''))
    .orderBy('a.sort_key')
    .execute();
  const grants = await ctx.tx
    .selectFrom('account_roles as r')
    .leftJoin('hamlets as h', (join) =>
      join.onRef('h.id', '=', 'r.hamlet_id').on('h.commune_id', '=', ctx.communeId),
    )
    .select(['r.account_id', 'r.role', 'r.hamlet_id', 'h.name as hamlet_name'])
    .where('r.commune_id', '=', ctx.communeId)
    .where('r.revoked_on', 'is', null)
    .$if(id !== null, (query) => query.where('r.account_id', '=', id ?? ''))
    .orderBy('r.role')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    login: row.login,
    fullName: row.full_name,
    memberId: row.member_id,
    state: row.disabled_at !== null ? 'disabled' : row.password_hash === null ? 'invited' : 'active',
    invitedUntil: row.until,
    lastSeenAt: row.seen_at,
    grants: grants
      .filter((grant) => grant.account_id === row.id)
      .map((grant) => ({ role: grant.role, hamletId: grant.hamlet_id, hamletName: grant.hamlet_name })),
  }));
}
