import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import type { Day } from '#shared/calendar.ts';
import { fewNames } from '#shared/few-names.ts';
import type { Id } from '#shared/ids.ts';
import { hamletsOf, hasRole } from '#features/accounts/model.ts';
import { waiting as words } from './campaign-words.ts';

/**
 * Outings of campaigns whose day has come or passed, for who would record them: the leader and head of their hamlet, and the
 * office for those of the whole commune (issue 5, line 7).
 */
export async function outreachWaiting(ctx: ReadContext): Promise<Waiting[]> {
  const led = hamletsOf(ctx.actor, 'hamlet_team_leader', 'hamlet_head');
  const isOffice = hasRole(ctx.actor, 'culture_social_officer');
  if (led.length === 0 && !isOffice) return [];
  const { rows } = await sql<{ id: Id; campaignId: Id; title: string; plannedOn: Day }>`
    select i.id, c.id as "campaignId", c.title, i.planned_on as "plannedOn"
      from outreach_campaign_items as i
      join outreach_campaigns as c on c.commune_id = ${ctx.communeId} and c.id = i.campaign_id
     where i.commune_id = ${ctx.communeId} and i.state = 'planned' and i.planned_on <= ${ctx.today}
       and (i.hamlet_id = any(${led}::uuid[]) or (i.hamlet_id is null and ${isOffice}))
     order by i.planned_on, i.id`.execute(ctx.tx);
  const [first] = rows;
  const only = rows.length === 1 ? first : undefined;
  return [
    {
      key: 'outreach items',
      href: only
        ? `/tuyen-truyen/dot/${only.campaignId}/${only.id}`
        : first
          ? `/tuyen-truyen/dot/${first.campaignId}`
          : '/tuyen-truyen/dot',
      count: rows.length,
      text: words.due,
      detail: fewNames([...new Set(rows.map((row) => row.title))], 'đợt'),
      tone: rows.some((row) => row.plannedOn < ctx.today) ? 'hot' : 'warm',
      since: first?.plannedOn ?? null,
    },
  ];
}
