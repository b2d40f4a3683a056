import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Relation } from '../model.ts';
import type { HouseholdRow, ResidentRow } from '../queries/registry-rows.server.ts';
import { changeResident } from './change-row.server.ts';
import { nextPosition } from './positions.server.ts';

/** Moves people into another household, at the end of its list; relations as given, else as they were (a head becomes "khác"). */
export async function carryResidents(
  ctx: WriteContext,
  residents: readonly ResidentRow[],
  from: HouseholdRow,
  to: HouseholdRow,
  relations: Readonly<Record<string, Relation>> = {},
  more: Record<string, unknown> = {},
): Promise<void> {
  let position = await nextPosition(ctx, to.id);
  for (const resident of residents) {
    const relation = relations[resident.id] ?? (resident.relation === 'head' ? 'other' : resident.relation);
    await changeResident(
      ctx,
      'resident.moved',
      resident,
      to.hamlet_id,
      {
        household_id: to.id,
        position,
        relation,
        relation_text: relation === resident.relation ? resident.relation_text : null,
      },
      {
        householdIds: [from.id, to.id],
        hamletIds: [from.hamlet_id, to.hamlet_id],
        from: { id: from.id, code: from.code, headName: from.head_name },
        to: { id: to.id, code: to.code, headName: to.head_name },
        ...more,
      },
    );
    position += 1;
  }
}
