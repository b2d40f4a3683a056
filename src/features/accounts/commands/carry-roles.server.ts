import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Merging } from '#features/org/commands/merge-hamlets.server.ts';
import type { Id } from '#shared/ids.ts';
import { hamletRoles, isHamletRole, type HamletRole } from '../model.ts';

/**
 * Whoever worked in one of the merged hamlets works in the one that goes on: one head, one leader of its team (both leaders where
 * the teams stay beside each other), everybody else a member. What they hold in an ended hamlet stays, for its past and what
 * it still owes. Tells 'account.roles_merged' of each account that gets or gives up a role. Returns how many accounts.
 */
export async function carryRoles(ctx: WriteContext, merging: Merging): Promise<number> {
  const rows = await ctx.tx
    .selectFrom('account_roles as r')
    .innerJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 'r.account_id'),
    )
    .select(['r.account_id', 'r.role', 'r.hamlet_id', 'a.member_id'])
    .where('r.commune_id', '=', ctx.communeId)
    .where('r.hamlet_id', 'in', [...merging.ending, merging.into.id])
    .where('r.role', 'in', [...hamletRoles])
    .where('r.revoked_on', 'is', null)
    .orderBy('r.account_id')
    .execute();
  const accounts = Map.groupBy(rows, (row) => row.account_id);
  for (const [accountId, held] of accounts) {
    const before = held.flatMap((row) =>
      row.hamlet_id === merging.into.id && isHamletRole(row.role) ? [row.role] : [],
    );
    const all = new Set(held.map((row) => row.role).filter(isHamletRole));
    const after = rolesAfter(merging, all, { accountId, memberId: held[0]?.member_id ?? null, before });
    await changeRoles(ctx, merging.into.id, accountId, { before, after });
  }
  return accounts.size;
}

/** The roles of somebody in the hamlet that goes on. */
function rolesAfter(
  { headId, leaderId, teams }: Merging,
  all: ReadonlySet<HamletRole>,
  who: { accountId: Id; memberId: Id | null; before: readonly HamletRole[] },
): HamletRole[] {
  const isHead =
    all.has('hamlet_head') &&
    (headId === null ? who.before.includes('hamlet_head') : who.accountId === headId);
  const isLeader =
    all.has('hamlet_team_leader') &&
    (teams === 'beside' ||
      (leaderId === null ? who.before.includes('hamlet_team_leader') : who.memberId === leaderId));
  const leading: HamletRole[] = [
    ...(isLeader ? (['hamlet_team_leader'] as const) : []),
    ...(isHead ? (['hamlet_head'] as const) : []),
  ];
  return leading.length === 0 || who.before.includes('member') ? ['member', ...leading] : leading;
}

async function changeRoles(
  ctx: WriteContext,
  hamletId: Id,
  accountId: Id,
  { before, after }: { before: readonly HamletRole[]; after: readonly HamletRole[] },
): Promise<void> {
  const given = after.filter((role) => !before.includes(role));
  const ended = before.filter((role) => !after.includes(role));
  if (given.length === 0 && ended.length === 0) return;
  if (ended.length > 0)
    await ctx.tx
      .updateTable('account_roles')
      .set({ revoked_on: ctx.today })
      .where('commune_id', '=', ctx.communeId)
      .where('account_id', '=', accountId)
      .where('hamlet_id', '=', hamletId)
      .where('role', 'in', ended)
      .where('revoked_on', 'is', null)
      .execute();
  if (given.length > 0)
    await ctx.tx
      .insertInto('account_roles')
      .values(
        given.map((role) => ({
          commune_id: ctx.communeId,
          id: ctx.id(),
          account_id: accountId,
          role,
          hamlet_id: hamletId,
          granted_on: ctx.today,
          granted_by: ctx.actor.grants.length === 0 ? null : ctx.actor.accountId,
          revoked_on: null,
        })),
      )
      .execute();
  await ctx.emit({
    name: 'account.roles_merged',
    hamletId,
    subject: 'account',
    subjectId: accountId,
    data: { before: { roles: before }, after: { roles: after } },
  });
}
