import { canDraftDocument } from '#features/documents/policy.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { canOpenGroups, canRegisterGroup, canSeeAllGroups } from '#features/groups/policy.ts';
import { listGroups } from '#features/groups/queries.server.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';

export const _access: Access = canOpenGroups;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const own = hamletsOf(ctx.actor, 'member', 'hamlet_team_leader', 'hamlet_head');
    const groups = canSeeAllGroups(ctx.actor)
      ? await listGroups(ctx, null)
      : (await Promise.all(own.map((hamletId) => listGroups(ctx, hamletId)))).flat();
    return {
      open: groups.filter((group) => group.state !== 'closed'),
      closed: groups.filter((group) => group.state === 'closed'),
      mayExport: canSeeAllGroups(ctx.actor),
      mayDraftList: canDraftDocument(ctx.actor) && canSeeAllGroups(ctx.actor) && groups.length > 0,
      mayRegister: own.some((hamletId) => canRegisterGroup(ctx.actor, { hamletId })),
    };
  });
