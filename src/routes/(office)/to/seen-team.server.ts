import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import { canSeeTeam } from '#features/org/policy.ts';
import { findTeam, type Team } from '#features/org/queries.server.ts';
import { isId } from '#shared/ids.ts';

/** The team of a URL, if it is one and the actor may see it; else `not_found`. */
export async function seenTeam(ctx: ReadContext, id: string): Promise<Team> {
  return visible(isId(id) ? await findTeam(ctx, id) : null, (team) => canSeeTeam(ctx.actor, team));
}
