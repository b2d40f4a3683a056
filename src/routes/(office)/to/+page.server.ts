import { canKeepUnits, canSeeAllTeams } from '#features/org/policy.ts';
import { listHamlets, listHamletsWithoutTeam, listTeams } from '#features/org/queries.server.ts';
import type { PageServerLoad } from './$types';
import { read, signedIn, type Access } from '#routes/door.server.ts';

export const _access: Access = signedIn;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const teams = await listTeams(ctx, { ended: true });
    return {
      active: teams.filter((team) => team.endedOn === null),
      ended: teams.filter((team) => team.endedOn !== null),
      hamlets: canSeeAllTeams(ctx.actor) ? await listHamlets(ctx) : null,
      without: await listHamletsWithoutTeam(ctx),
      mayKeep: canKeepUnits(ctx.actor),
    };
  });
