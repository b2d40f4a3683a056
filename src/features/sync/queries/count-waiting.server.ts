import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { addDays, startOf } from '#shared/calendar.ts';
import { canOpenReviews, canReviewAll, hamletsKept } from '../policy.ts';

/** A loss is news while its phone still calls (ngày) and among so many last slips (phiếu); later it stands on the phone's page. */
const newsFor = 30;
const lastSlips = 200;

export interface PhonesWaiting {
  /** Open questions of identity (mục). */
  reviews: number;
  /** Phones that skipped a number among their last slips (máy). */
  phonesWithGaps: number;
}

/** What phones left for the actor to do, for the first page; zeros for who keeps no hamlet's register. */
export async function countWaiting(ctx: ReadContext): Promise<PhonesWaiting> {
  if (!canOpenReviews(ctx.actor)) return { reviews: 0, phonesWithGaps: 0 };
  const hamlets = hamletsKept(ctx.actor);
  const everywhere = canReviewAll(ctx.actor);
  const since = startOf(addDays(ctx.today, -newsFor));
  const { rows } = await sql<PhonesWaiting>`
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
               and least(d.last_seq, ${lastSlips}) > (
                 select count(distinct o.seq) from sync_operations as o
                  where o.commune_id = ${ctx.communeId} and o.device_id = d.id
                    and o.seq > d.last_seq - ${lastSlips}::int and o.seq <= d.last_seq)) as "phonesWithGaps"`.execute(
    ctx.tx,
  );
  return rows[0] ?? { reviews: 0, phonesWithGaps: 0 };
}
