import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { listActiveMembersFor } from '#features/org/queries.server.ts';
import { NameResponsible } from '../model.ts';
import { canNameResponsible } from '../policy.ts';
import { lockLiveHouseholds, placeOf } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { changedColumns, householdEvent } from './change-row.server.ts';

/** Names the member who looks after these households (null: nobody); an active member of the hamlet's team or the commune's. */
export const nameResponsible = defineCommand({
  name: 'household.name_responsible',
  input: NameResponsible,
  load: (ctx, input) => lockLiveHouseholds(ctx, input.householdIds),
  allow: (actor, households) =>
    [...households.values()].every((row) => canNameResponsible(actor, placeOf(row))),
  async run(ctx, input, households) {
    const rows = [...households.values()];
    const memberName = input.memberId === null ? null : await nameOf(ctx, input.memberId, rows);
    const changes = rows.flatMap((row) => {
      const changed = changedColumns(row, { responsible_member_id: input.memberId });
      return changed ? [{ row, changed }] : [];
    });
    if (changes.length === 0) return { changed: 0 };
    await ctx.tx
      .updateTable('households')
      .set({ responsible_member_id: input.memberId, updated_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where(
        'id',
        'in',
        changes.map(({ row }) => row.id),
      )
      .execute();
    await ctx.emitAll(
      changes.map(({ row, changed }) =>
        householdEvent('household.responsible_named', row, { memberName, ...changed }),
      ),
    );
    return { changed: changes.length };
  },
});

async function nameOf(
  ctx: WriteContext,
  memberId: string,
  rows: readonly { hamlet_id: string }[],
): Promise<string> {
  let name = '';
  for (const hamletId of new Set(rows.map((row) => row.hamlet_id))) {
    const member = (await listActiveMembersFor(ctx, hamletId)).find((one) => one.id === memberId);
    if (!member) throw new Problem('input.invalid', { fields: { memberId: words.memberNotHere } });
    name = member.fullName;
  }
  return name;
}
