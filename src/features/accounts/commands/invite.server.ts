import * as z from 'zod/mini';
import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import { nameSortKey } from '#shared/fold.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import { canKeepMembers, canSeeTeam } from '#features/org/policy.ts';
import { findLivingHamlet, findMember } from '#features/org/queries.server.ts';
import { AccountInput, type Role } from '../model.ts';
import { canGrant, canKeepAccount } from '../policy.ts';
import { findAccount } from '../queries.server.ts';
import { codeFingerprint, newInvitationCode } from '../secrets.server.ts';
import * as words from '../words.ts';

/** How long an invitation code works (days). */
export const invitationDays = 7;

/** What the person who invites sees once and passes on; only the code's hash is stored. */
export interface Invitation {
  accountId: Id;
  login: string;
  code: string;
  expiresAt: Date;
}

/** Opens an account with its roles and an invitation code (issue 1 line 5). Throws `duplicate` when the name is taken anywhere on this installation. */
export const inviteAccount = defineCommand({
  name: 'account.invite',
  input: AccountInput,
  load: async (ctx, input) => {
    for (const grant of input.roles)
      if (grant.hamletId !== null) found(await findLivingHamlet(ctx, grant.hamletId));
    if (input.memberId === null) return null;
    return visible(await findMember(ctx, input.memberId), (member) => canSeeTeam(ctx.actor, member));
  },
  // An account may be tied to a member by who keeps that member's team only.
  allow: (actor, member, input) =>
    (member === null || canKeepMembers(actor, member)) &&
    input.roles.every((grant) => canGrant(actor, grant.role, grant.hamletId)),
  run: async (ctx, input, member) => {
    if (member) {
      const other = await ctx.tx
        .selectFrom('accounts')
        .select('id')
        .where('commune_id', '=', ctx.communeId)
        .where('member_id', '=', member.id)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      if (other) throw new Problem('duplicate', { message: words.memberHasAccount });
    }
    const accountId = await insertAccount(ctx, { ...input, passwordHash: null });
    return createInvitation(ctx, accountId, input.login);
  },
});

/** The rows of an account, for invitations and the set-up. Throws `duplicate` when the name is taken. */
export async function insertAccount(
  ctx: WriteContext,
  input: {
    login: string;
    fullName: string;
    memberId: Id | null;
    roles: readonly { role: Role; hamletId: Id | null }[];
    passwordHash: string | null;
  },
): Promise<Id> {
  const accountId = ctx.id();
  // Names are unique on the installation, and row-level security hides other communes: the insertion itself finds out.
  const inserted = await ctx.tx
    .insertInto('accounts')
    .values({
      commune_id: ctx.communeId,
      id: accountId,
      login: input.login,
      full_name: input.fullName,
      sort_key: nameSortKey(input.fullName),
      phone: /^0\d{9}$/.test(input.login) ? input.login : null,
      member_id: input.memberId,
      password_hash: input.passwordHash,
      created_at: ctx.now,
      disabled_at: null,
      password_changed_at: input.passwordHash === null ? null : ctx.now,
    })
    .onConflict((on) => on.column('login').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted)
    throw new Problem('duplicate', { message: words.loginTaken, fields: { login: words.loginTaken } });
  await ctx.tx
    .insertInto('account_roles')
    .values(
      input.roles.map((grant) => ({
        commune_id: ctx.communeId,
        id: ctx.id(),
        account_id: accountId,
        role: grant.role,
        hamlet_id: grant.hamletId,
        granted_on: ctx.today,
        granted_by: ctx.actor.accountId,
        revoked_on: null,
      })),
    )
    .execute();
  await ctx.emit({
    name: 'account.opened',
    hamletId: null,
    subject: 'account',
    subjectId: accountId,
    data: { roles: input.roles },
  });
  return accountId;
}

async function createInvitation(ctx: WriteContext, accountId: Id, login: string): Promise<Invitation> {
  const code = newInvitationCode();
  const expiresAt = new Date(ctx.now.getTime() + invitationDays * 24 * 60 * 60 * 1000);
  await ctx.tx
    .updateTable('invitations')
    .set({ revoked_at: ctx.now })
    .where('commune_id', '=', ctx.communeId)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  await ctx.tx
    .insertInto('invitations')
    .values({
      commune_id: ctx.communeId,
      id: ctx.id(),
      account_id: accountId,
      code_hash: codeFingerprint(code),
      created_at: ctx.now,
      expires_at: expiresAt,
      used_at: null,
      revoked_at: null,
    })
    .execute();
  return { accountId, login, code, expiresAt };
}

/** A new code for somebody who lost the old one or forgot the password; the old code dies, and the old password with the first use of the new one. */
export const renewInvitation = defineCommand({
  name: 'account.renew_invitation',
  input: z.object({ accountId: id }),
  load: async (ctx, input) =>
    visible(await findAccount(ctx, input.accountId), (account) => canKeepAccount(ctx.actor, account)),
  allow: (actor, account) => canKeepAccount(actor, account),
  run: async (ctx, _input, account) => {
    const invitation = await createInvitation(ctx, account.id, account.login);
    await ctx.emit({
      name: 'account.reinvited',
      hamletId: null,
      subject: 'account',
      subjectId: account.id,
      data: {},
    });
    return invitation;
  },
});
