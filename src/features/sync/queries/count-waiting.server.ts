import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { addDays, startOf } from '#shared/calendar.ts';
import { canOpenReviews, canReviewAll, hamletsKept } from '../policy.ts';

/** So long (ngày) a loss is news; later it is history on the phone's own page. */
const lossIsNews = 30;

export interface Waiting {
  /** Open questions of identity (mục). */
  reviews: number;
  /** Phones that lately skipped a number (máy). */
  phonesWithGaps: number;
}

/** What phones left for the actor to do, for the first page; zeros for who keeps no hamlet's register. */
export async function countWaiting(ctx: ReadContext): Promise<Waiting> {
  if (!canOpenReviews(ctx.actor)) return { reviews: 0, phonesWithGaps: 0 };
  const hamlets = hamletsKept(ctx.actor);
  const everywhere = canReviewAll(ctx.actor);
  const since = startOf(addDays(ctx.today, -lossIsNews));
  const { rows } = await sql<Waiting>`
    select (select count(*) from sync_reviews as v
              left join residents as r on r.commune_id = ${ctx.communeId} and r.id = v.subject_id and v.subject = 'resident'
              left join households as h on h.commune_id = ${ctx.communeId} and h.id = coalesce(r.household_id, v.household_id)
             where v.commune_id = ${ctx.communeId} and v.decided_at is null
               and (${everywhere} or coalesce(h.hamlet_id, v.hamlet_id) = any(${hamlets}::uuid[]))) as "reviews",
           (select count(*) from devices as d
             where d.commune_id = ${ctx.communeId} and d.seen_at >= ${since}
               and (${everywhere} or exists (
                 select 1 from account_roles as g
                  where g.commune_id = ${ctx.communeId} and g.account_id = d.account_id and g.hamlet_id = any(${hamlets}::uuid[])))
               and d.last_seq > (select count(distinct o.seq) from sync_operations as o
                                  where o.commune_id = ${ctx.communeId} and o.device_id = d.id and o.seq <= d.last_seq)
               and exists (
                 select 1 from sync_operations as o
                  where o.commune_id = ${ctx.communeId} and o.device_id = d.id and o.received_at >= ${since} and o.seq > 1
                    and not exists (
                      select 1 from sync_operations as p
                       where p.commune_id = ${ctx.communeId} and p.device_id = d.id and p.seq = o.seq - 1))) as "phonesWithGaps"`.execute(
    ctx.tx,
  );
  return rows[0] ?? { reviews: 0, phonesWithGaps: 0 };
}
