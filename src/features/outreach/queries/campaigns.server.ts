import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { asOfNow } from '#features/visits/facts.server.ts';
import type { ItemState } from '../campaign.ts';
import { effectiveSessions, outreachContacts } from '../facts.server.ts';
import { canSeeContents, canSeeOutreach } from '../policy.ts';

/** A campaign with how far it came. */
export interface Campaign {
  id: Id;
  title: string;
  contentId: Id | null;
  contentTitle: string | null;
  goal: string | null;
  startsOn: Day;
  endsOn: Day;
  planned: number;
  held: number;
  dropped: number;
  /** Planned for a day that has passed. */
  late: number;
}

/** Campaigns, the newest first. Throws `not_found` for who may not read what is said in the commune. */
export async function listCampaigns(ctx: ReadContext): Promise<Campaign[]> {
  if (!canSeeContents(ctx.actor)) throw notFound();
  return campaigns(ctx, null);
}

/** One campaign; throws `not_found` when there is none that the actor may read. */
export async function getCampaign(ctx: ReadContext, id: Id): Promise<Campaign> {
  if (!canSeeContents(ctx.actor)) throw notFound();
  return found((await campaigns(ctx, id))[0]);
}

async function campaigns(ctx: ReadContext, id: Id | null): Promise<Campaign[]> {
  const { rows } = await sql<Campaign>`
    select c.id, c.title, c.content_id as "contentId", v.title as "contentTitle", c.goal, c.starts_on as "startsOn",
           c.ends_on as "endsOn", count(*) filter (where i.state = 'planned')::int as planned,
           count(*) filter (where i.state = 'held')::int as held,
           count(*) filter (where i.state = 'dropped')::int as dropped,
           count(*) filter (where i.state = 'planned' and i.planned_on < ${ctx.today})::int as late
      from outreach_campaigns as c
      left join outreach_campaign_items as i on i.commune_id = ${ctx.communeId} and i.campaign_id = c.id
      left join outreach_contents as o on o.commune_id = ${ctx.communeId} and o.id = c.content_id
      left join outreach_content_versions as v
        on v.commune_id = ${ctx.communeId} and v.content_id = o.id and v.version = o.version
     where c.commune_id = ${ctx.communeId} ${id === null ? sql`` : sql`and c.id = ${id}`}
     group by c.id, c.title, c.content_id, v.title, c.goal, c.starts_on, c.ends_on
     order by c.starts_on desc, c.id desc`.execute(ctx.tx);
  return rows;
}

/** One planned outing, and what came of it. Households (hộ) are named, people (người) guessed; the two are never added. */
export interface CampaignItem {
  id: Id;
  campaignId: Id;
  hamletId: Id | null;
  hamletName: string | null;
  form: string;
  plannedOn: Day;
  state: ItemState;
  note: string | null;
  /** The session as it stands now; null: none, or taken back since. */
  sessionId: Id | null;
  heldOn: Day | null;
  households: number | null;
  estimatedPeople: number | null;
}

/** The outings of a campaign by day, with what came of those that the actor may see; throws `not_found` as `getCampaign` does. */
export async function listCampaignItems(ctx: ReadContext, campaignId: Id): Promise<CampaignItem[]> {
  const campaign = await getCampaign(ctx, campaignId);
  const { rows } = await sql<CampaignItem>`
    with recursive version (item_id, id) as (
      select i.id, i.session_id from outreach_campaign_items as i
       where i.commune_id = ${ctx.communeId} and i.campaign_id = ${campaign.id} and i.session_id is not null
      union all
      select v.item_id, s.id from version as v
        join outreach_sessions as s on s.commune_id = ${ctx.communeId} and s.replaces = v.id
    ), standing as (
      select v.item_id, e.id, e.held_on, e.reach_kind, e.estimated_people
        from version as v join ${effectiveSessions(asOfNow(ctx))} as e on e.id = v.id
    )
    select i.id, i.campaign_id as "campaignId", i.hamlet_id as "hamletId", h.name as "hamletName", i.form,
           i.planned_on as "plannedOn", i.state, i.note, s.id as "sessionId", s.held_on as "heldOn",
           s.estimated_people as "estimatedPeople",
           case when s.reach_kind = 'listed' then (select count(*)::int from outreach_households as l
             where l.commune_id = ${ctx.communeId} and l.session_id = s.id) end as households
      from outreach_campaign_items as i
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = i.hamlet_id
      left join standing as s on s.item_id = i.id
     where i.commune_id = ${ctx.communeId} and i.campaign_id = ${campaign.id}
     order by i.planned_on, h.sort_key nulls first, i.form, i.id`.execute(ctx.tx);
  // Where the actor may not see the sessions, the plan is read and not what came of it.
  const hidden = { sessionId: null, heldOn: null, households: null, estimatedPeople: null };
  return rows.map((row) => (canSeeOutreach(ctx.actor, row) ? row : { ...row, ...hidden }));
}

/** What a campaign reached: households that its lists name (hộ, each once), and apart from them people that were guessed (lượt). */
export interface CampaignReach {
  households: number;
  estimatedPeople: number;
}

/** Named and mass reach of a campaign where the actor sees it, kept apart (T2, T4, R98); throws `not_found` as `getCampaign` does. */
export async function campaignReach(ctx: ReadContext, campaignId: Id): Promise<CampaignReach> {
  const items = await listCampaignItems(ctx, campaignId);
  const sessions = items.flatMap(({ sessionId }) => sessionId ?? []);
  const { rows } = await sql<{ households: number }>`
    select count(distinct household_id)::int as households from ${outreachContacts(asOfNow(ctx))} as c
     where c.session_id = any(${sessions}::uuid[])`.execute(ctx.tx);
  return {
    households: rows[0]?.households ?? 0,
    estimatedPeople: items.reduce((sum, { estimatedPeople }) => sum + (estimatedPeople ?? 0), 0),
  };
}
