import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { fewNames } from '#shared/few-names.ts';
import { canKeepUnits } from './policy.ts';
import { listHamletsWithoutTeam } from './queries.server.ts';
import { waiting as words } from './words.ts';

/** For who keeps the units: hamlets without a team (R14). */
export async function teamsWaiting(ctx: ReadContext): Promise<Waiting[]> {
  if (!canKeepUnits(ctx.actor)) return [];
  const names = (await listHamletsWithoutTeam(ctx)).map((hamlet) => hamlet.name);
  return [
    {
      key: 'noTeam',
      href: '/to',
      count: names.length,
      text: words.noTeam,
      detail: fewNames(names, 'ấp'),
      tone: 'warm',
      since: null,
      lead: words.noTeamLead(names.length),
    },
  ];
}
