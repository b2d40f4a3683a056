import * as z from 'zod/mini';
import {
  defineCommand,
  visible,
  type ReadContext,
  type WriteContext,
} from '#platform/commands/command.server.ts';
import { id, optionalId } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import { needed } from '#shared/words.ts';
import { findLivingHamlet } from '#features/org/queries.server.ts';
import { NewPassword, roles } from '../model.ts';
import { canGrant, canKeepAccount } from '../policy.ts';
import { findAccount } from '../queries.server.ts';
import { fingerprint, hashPassword, passwordFits } from '../secrets.server.ts';
import * as words from '../words.ts';

const loadAccount = async (ctx: ReadContext, accountId: Id) =>
  visible(await findAccount(ctx, accountId), (account) => canKeepAccount(ctx.actor, account));

/** Shuts an account: it works at once, on every device (A5). Its work stays. */
export const disableAccount = defineCommand({
  name: 'account.disable',
  input: z.object({ accountId: id }),
  load: (ctx, input) => loadAccount(ctx, input.accountId),
  allow: (actor, account) => canKeepAccount(actor, account),
  run: async (ctx, _input, account) => {
    // Shut already: it stays shut since then, and what a phone did in between stays refused.
    const shut = await ctx.tx
      .updateTable('accounts')
      .set({ disabled_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', account.id)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (shut.numUpdatedRows === 0n) return;
    await endSessions(ctx, account.id, null);
    await ctx.emit({
      name: 'account.disabled',
      hamletId: null,
      subject: 'account',
      subjectId: account.id,
      data: {},
    });
  },
});

/** Opens a shut account again. */
export const enableAccount = defineCommand({
  name: 'account.enable',
  input: z.object({ accountId: id }),
  load: (ctx, input) => loadAccount(ctx, input.accountId),
  allow: (actor, account) => canKeepAccount(actor, account),
  run: async (ctx, _input, account) => {
    await ctx.tx
      .updateTable('accounts')
      .set({ disabled_at: null })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', account.id)
      .execute();
    await ctx.emit({
      name: 'account.enabled',
      hamletId: null,
      subject: 'account',
      subjectId: account.id,
      data: {},
    });
  },
});

const RoleChange = z.object({ accountId: id, role: z.enum(roles), hamletId: optionalId });

/** Gives an account one more role; only what the actor may give (A5). */
export const grantRole = defineCommand({
  name: 'account.grant_role',
  input: RoleChange,
  load: async (ctx, input) => {
    if (input.hamletId !== null) found(await findLivingHamlet(ctx, input.hamletId));
    return loadAccount(ctx, input.accountId);
  },
  allow: (actor, _account, input) => canGrant(actor, input.role, input.hamletId),
  run: async (ctx, input, account) => {
    if (account.grants.some((grant) => grant.role === input.role && grant.hamletId === input.hamletId))
      return;
    await ctx.tx
      .insertInto('account_roles')
      .values({
        commune_id: ctx.communeId,
        id: ctx.id(),
        account_id: account.id,
        role: input.role,
        hamlet_id: input.hamletId,
        granted_on: ctx.today,
        granted_by: ctx.actor.accountId,
        revoked_on: null,
      })
      .execute();
    await ctx.emit({
      name: 'account.role_granted',
      hamletId: input.hamletId,
      subject: 'account',
      subjectId: account.id,
      data: { role: input.role, hamletId: input.hamletId },
    });
  },
});

/** Takes a role back; it works from the next request on. */
export const revokeRole = defineCommand({
  name: 'account.revoke_role',
  input: RoleChange,
  load: (ctx, input) => loadAccount(ctx, input.accountId),
  allow: (actor, _account, input) => canGrant(actor, input.role, input.hamletId),
  run: async (ctx, input, account) => {
    await ctx.tx
      .updateTable('account_roles')
      .set({ revoked_on: ctx.today })
      .where('commune_id', '=', ctx.communeId)
      .where('account_id', '=', account.id)
      .where('role', '=', input.role)
      .where('hamlet_id', input.hamletId === null ? 'is' : '=', input.hamletId)
      .where('revoked_on', 'is', null)
      .execute();
    await ctx.emit({
      name: 'account.role_revoked',
      hamletId: input.hamletId,
      subject: 'account',
      subjectId: account.id,
      data: { role: input.role, hamletId: input.hamletId },
    });
  },
});

/** One's own password; every other device is signed out (A9). `keepToken` is the session that asked. */
export const changePassword = defineCommand({
  name: 'account.change_password',
  input: z.object({ current: z.string(needed), next: NewPassword, keepToken: z.string() }),
  load: async () => null,
  allow: () => true,
  run: async (ctx, input) => {
    const row = await ctx.tx
      .selectFrom('accounts')
      .select('password_hash')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', ctx.actor.accountId)
      .executeTakeFirstOrThrow();
    if (!(await passwordFits(row.password_hash, input.current)))
      throw new Problem('input.invalid', { fields: { current: words.passwordWrong } });
    await ctx.tx
      .updateTable('accounts')
      .set({ password_hash: await hashPassword(input.next), password_changed_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', ctx.actor.accountId)
      .execute();
    await endSessions(ctx, ctx.actor.accountId, fingerprint(input.keepToken));
    await ctx.emit({
      name: 'account.password_changed',
      hamletId: null,
      subject: 'account',
      subjectId: ctx.actor.accountId,
      data: {},
    });
  },
});

/** Ends every session of an account, but one when its token's hash is given. */
export async function endSessions(
  ctx: WriteContext,
  accountId: Id,
  exceptTokenHash: string | null,
): Promise<void> {
  await ctx.tx
    .updateTable('sessions')
    .set({ ended_at: ctx.now })
    .where('commune_id', '=', ctx.communeId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(exceptTokenHash !== null, (query) => query.where('token_hash', '!=', exceptTokenHash ?? ''))
    .execute();
}
