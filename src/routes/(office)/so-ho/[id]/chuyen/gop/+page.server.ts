import { canOpenRegister } from '#features/registry/policy.ts';
import { findDuplicates } from '#features/registry/queries/find-duplicates.server.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';
import { withContacts } from '../../../trung/with-contacts.server.ts';
import { householdToReshape } from '../household-to-change.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const household = await householdToReshape(ctx, event.params.id);
    const pairs = await findDuplicates(ctx, { hamletId: household.hamletId, householdId: household.id });
    return { household: { id: household.id }, pairs: await withContacts(ctx, pairs) };
  });
