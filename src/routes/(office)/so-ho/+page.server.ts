import { runCommand, type ReadContext } from '#platform/commands/command.server.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { seeRestrictedHouseholds } from '#features/registry/commands/see-restricted.server.ts';
import { HouseholdFilter, isRestricted } from '#features/registry/model/household-filter.ts';
import {
  canExportRegister,
  canImport,
  canOpenRegister,
  canRegisterHousehold,
  canReshapeHouseholds,
  canSeeRestrictedList,
  canSeeWholeRegister,
} from '#features/registry/policy.ts';
import { listGroups } from '#features/registry/queries/list-groups.server.ts';
import { countedUpTo, listHouseholds } from '#features/registry/queries/list-households.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { lastContacts } from '#features/visits/queries/last-contacts.server.ts';
import { canSeeAllVisits } from '#features/visits/policy.ts';
import type { PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { originOf, read, showProblem, type Access } from '#routes/door.server.ts';
import { filterIn } from './register-address.ts';
import * as words from './words.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = async (event) => {
  const asked = HouseholdFilter.safeParse(filterIn(event.url.searchParams));
  const filter = asked.success ? asked.data : HouseholdFilter.parse({});
  const { actor } = originOf(event);
  const own = canSeeWholeRegister(actor)
    ? null
    : hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head');
  // Whoever has one hamlet only always looks at that one.
  if (own?.length === 1) filter.hamletId = own[0] ?? null;
  const list = isRestricted(filter)
    ? await runCommand(sharedRuntime().database, seeRestrictedHouseholds, originOf(event), filter).catch(
        showProblem,
      )
    : await read(event, (ctx) => listHouseholds(ctx, filter));
  const rest = await read(event, async (ctx: ReadContext) => {
    const hamlets = (await listHamlets(ctx)).filter((hamlet) => own === null || own.includes(hamlet.id));
    const contacts = await lastContacts(ctx, list.rows);
    return {
      contacts: Object.fromEntries(contacts),
      hamlets,
      groups: filter.hamletId === null ? [] : await listGroups(ctx, filter.hamletId),
      today: ctx.today,
      may: {
        contacts: own !== null || canSeeAllVisits(actor),
        register: hamlets.some((hamlet) => canRegisterHousehold(actor, { hamletId: hamlet.id })),
        import: canImport(actor),
        export: canExportRegister(actor, filter.hamletId),
        reshape: canReshapeHouseholds(actor, filter.hamletId === null ? [] : [{ hamletId: filter.hamletId }]),
        restricted: canSeeRestrictedList(actor, filter.hamletId),
      },
    };
  });
  return { list, filter, countedUpTo, ...rest, done: doneText(words.done, event.url) };
};
