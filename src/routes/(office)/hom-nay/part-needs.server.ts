import type { ReadContext } from '#platform/commands/command.server.ts';
import { formatDay } from '#shared/calendar.ts';
import { ownRequests } from '#features/reports/queries/report-requests.server.ts';
import { periodName } from '#features/reports/words.ts';
import type { NeedTile } from './office.server.ts';
import { parts as words } from './words.ts';

/** The parts of the commune's report that the actor's units have still to send, one tile each. */
export async function partNeeds(ctx: ReadContext): Promise<NeedTile[]> {
  return (await ownRequests(ctx))
    .filter(({ state, reportState }) => state === 'asked' && reportState === 'draft')
    .map(({ id, unit, period, dueOn }) => ({
      key: `part ${id}`,
      href: `/bao-cao/phan-gui/${id}`,
      count: 1,
      text: words.need(periodName(period)),
      detail: words.detail(unit.name, formatDay(dueOn)),
      tone: dueOn < ctx.today ? 'hot' : 'warm',
    }));
}
