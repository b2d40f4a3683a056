import { defineCommand } from '#platform/commands/command.server.ts';
import { nameSortKey } from '#shared/fold.ts';
import type { Id } from '#shared/ids.ts';
import { notFound, Problem } from '#shared/problem.ts';
import { GroupMemberEnd, GroupMemberInput } from '../model.ts';
import { canCorrectGroup } from '../policy.ts';
import { listGroupMembers } from '../queries/group-members.server.ts';
import { lockedGroup } from './locked-group.server.ts';
import * as words from '../words.ts';

/**
 * Writes down who looks after a group (R18, R72). Sent twice, the person is there once. Tells 'group.member_added'. Throws
 * `input.invalid` for a name that is there already, or a second one in charge.
 */
export const addGroupMember = defineCommand({
  name: 'group.add_member',
  input: GroupMemberInput,
  load: (ctx, input) => lockedGroup(ctx, input.groupId),
  allow: (actor, group) => canCorrectGroup(actor, group),
  async run(ctx, input, group): Promise<{ id: Id }> {
    const id = input.id ?? ctx.id();
    const members = await listGroupMembers(ctx, group.id);
    if (members.some((one) => one.id === id)) return { id };
    const sortKey = nameSortKey(input.fullName);
    if (members.some((one) => nameSortKey(one.fullName) === sortKey))
      throw new Problem('input.invalid', { fields: { fullName: words.alreadyMember } });
    if (input.role === 'lead' && members.some((one) => one.role === 'lead'))
      throw new Problem('input.invalid', { fields: { role: words.alreadyLed } });
    const after = { full_name: input.fullName, role: input.role, duty: input.duty, began_on: ctx.today };
    await ctx.tx
      .insertInto('group_members')
      .values({
        commune_id: ctx.communeId,
        id,
        group_id: group.id,
        sort_key: sortKey,
        ended_on: null,
        ...after,
      })
      .execute();
    await ctx.emit({
      name: 'group.member_added',
      hamletId: group.hamletId,
      subject: 'group',
      subjectId: group.id,
      data: { memberId: id, after },
    });
    return { id };
  },
});

/** Ends somebody's part in a group today. Tells 'group.member_ended', or nothing when it ended already. Throws `not_found` for nobody of this group. */
export const endGroupMember = defineCommand({
  name: 'group.end_member',
  input: GroupMemberEnd,
  load: (ctx, input) => lockedGroup(ctx, input.groupId),
  allow: (actor, group) => canCorrectGroup(actor, group),
  async run(ctx, input, group) {
    const found = await ctx.tx
      .selectFrom('group_members')
      .select(['full_name', 'ended_on'])
      .where('commune_id', '=', ctx.communeId)
      .where('group_id', '=', group.id)
      .where('id', '=', input.memberId)
      .executeTakeFirst();
    if (!found) throw notFound();
    if (found.ended_on !== null) return;
    await ctx.tx
      .updateTable('group_members')
      .set({ ended_on: ctx.today })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', input.memberId)
      .execute();
    await ctx.emit({
      name: 'group.member_ended',
      hamletId: group.hamletId,
      subject: 'group',
      subjectId: group.id,
      data: {
        memberId: input.memberId,
        before: { ended_on: null },
        after: { full_name: found.full_name, ended_on: ctx.today },
      },
    });
  },
});
