import { hamletsOf } from '#features/accounts/model.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { canOpenCompetence, canSeeAllClasses } from '#features/training/policy.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { tabsOf } from '../tabs.ts';
import { filteredCompetence } from './competence-filter.server.ts';

export const _access: Access = canOpenCompetence;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const own = hamletsOf(ctx.actor, 'hamlet_team_leader', 'hamlet_head');
    const everywhere = canSeeAllClasses(ctx.actor);
    const { all, ...shown } = await filteredCompetence(ctx, event.url.searchParams);
    return {
      ...shown,
      tabs: tabsOf(ctx.actor, 'competence'),
      never: all.filter((one) => one.neverTrained).length,
      repeat: all.filter((one) => !one.neverTrained && one.toRepeat > 0).length,
      total: all.length,
      hamlets: (await listHamlets(ctx)).filter((hamlet) => everywhere || own.includes(hamlet.id)),
    };
  });
