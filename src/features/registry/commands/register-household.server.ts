import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { HouseholdInput, type ResidentInput } from '../model.ts';
import { derivedOf } from '../model/derived.ts';
import { canRegisterHousehold, canSeeHousehold } from '../policy.ts';
import { findHamlet } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { householdEvent } from './change-row.server.ts';
import { newHouseholdRow, newResidentRow, takeHouseholdCodes } from './new-rows.server.ts';

/**
 * Writes a new household with its people into a hamlet's register and gives it a code (W3). Answers its id and code.
 * Problems: `not_found` for a hamlet that the actor may not see, `input.invalid` for two heads, a birth in the future, an ended hamlet.
 */
export const registerHousehold = defineCommand({
  name: 'household.register',
  input: HouseholdInput,
  async load(ctx, input) {
    return visible(await findHamlet(ctx, input.hamletId), (hamlet) =>
      canSeeHousehold(ctx.actor, { hamletId: hamlet.id }),
    );
  },
  allow: (actor, hamlet) => canRegisterHousehold(actor, { hamletId: hamlet.id }),
  async run(ctx, input, hamlet) {
    if (hamlet.ended) throw new Problem('input.invalid', { fields: { hamletId: words.hamletEnded } });
    const id = input.id ?? ctx.id();
    const residents = withOneHead(input.residents).map((resident, index) =>
      newResidentRow(ctx, id, index, resident, `residents.${index}.`),
    );
    const head = residents.find((resident) => resident.relation === 'head');
    if (!head) throw new Problem('unexpected');
    const [code = ''] = await takeHouseholdCodes(ctx, hamlet, 1);
    const plain = newHouseholdRow(ctx, {
      id,
      hamlet_id: hamlet.id,
      code,
      book_number: input.bookNumber,
      group_name: input.groupName,
      address: input.address,
      phone: input.phone,
      stated_size: input.statedSize,
      has_smartphone: input.hasSmartphone,
      has_internet: input.hasInternet,
      note: input.note,
    });
    const household = { ...plain, ...derivedOf(plain, head, residents) };
    await ctx.tx.insertInto('households').values(household).execute();
    await ctx.tx.insertInto('residents').values(residents).execute();
    await ctx.emit(
      householdEvent('household.registered', household, {
        residentIds: residents.map((resident) => resident.id),
        code,
        headName: household.head_name,
      }),
    );
    return { id, code };
  },
});

/** Exactly one head: the one that is marked, or the first when nobody is. */
function withOneHead(residents: readonly ResidentInput[]): ResidentInput[] {
  const second = residents.filter((resident) => resident.relation === 'head').at(1);
  if (second)
    throw new Problem('input.invalid', {
      fields: { [`residents.${residents.indexOf(second)}.relation`]: words.oneHeadOnly },
    });
  return residents.some((resident) => resident.relation === 'head')
    ? [...residents]
    : residents.map((resident, index) => (index === 0 ? { ...resident, relation: 'head' } : resident));
}
