import type { Reaction } from '#platform/commands/events.server.ts';
import { endSessions } from './commands/keep.server.ts';
import { hamletRoles } from './model.ts';

/** When a member's term ends, the rights that came with it end too, on every device, in the same transaction (R104, A5). */
export const endRightsOfMember: Reaction = async (ctx, events) => {
  const accounts = await ctx.tx
    .selectFrom('accounts')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where(
      'member_id',
      'in',
      events.map((event) => event.subjectId),
    )
    .execute();
  for (const account of accounts) {
    await ctx.tx
      .updateTable('account_roles')
      .set({ revoked_on: ctx.today })
      .where('commune_id', '=', ctx.communeId)
      .where('account_id', '=', account.id)
      .where('role', 'in', [...hamletRoles, 'commune_team_leader'])
      .where('revoked_on', 'is', null)
      .execute();
    await endSessions(ctx, account.id, null);
    await ctx.emit({
      name: 'account.rights_ended',
      hamletId: null,
      subject: 'account',
      subjectId: account.id,
      data: { because: 'team_member.ended' },
    });
  }
};
