import { sql } from 'kysely';
import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import type { Reaction } from '#platform/commands/events.server.ts';
import { prepared } from '#platform/db/preparing-client.server.ts';
import { addDays, startOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { householdsOf } from '#features/targets/reactions.server.ts';

/** That a household left a hamlet is told for so long; a phone that was away longer gets the whole list (law 6). */
export const goneDays = 180;

/** Something happened to households: their hamlets count on, and say which ones are new, changed or gone (law 4). */
export const touchHomes: Reaction = (ctx, events) => touch(ctx, householdsOf(events));

/**
 * Counts on in every hamlet where one of the households is or was. The hamlets' rows are taken in the order of their ids and
 * held until commit, so that a phone never sees a revision before a smaller one.
 */
async function touch(ctx: ReadContext, householdIds: readonly Id[]): Promise<void> {
  if (householdIds.length === 0) return;
  const { rows } = await sql<{ hamletId: Id; revision: number }>`${prepared}
    with here as materialized (
      select h.id, h.hamlet_id from households as h
       where h.commune_id = ${ctx.communeId} and h.id = any(${[...householdIds]}::uuid[]) and h.merged_into is null
    ),
    before as materialized (
      select s.hamlet_id, s.household_id from sync_homes as s
       where s.commune_id = ${ctx.communeId} and s.household_id = any(${[...householdIds]}::uuid[]) and not s.gone
    ),
    scope as (
      insert into sync_scopes as s (commune_id, hamlet_id, revision, pruned_to)
      select ${ctx.communeId}, a.hamlet_id, 1, 0
        from (select hamlet_id from here union select hamlet_id from before) as a order by a.hamlet_id
      on conflict (commune_id, hamlet_id) do update set revision = s.revision + 1
      returning s.hamlet_id, s.revision
    ),
    changed as (
      insert into sync_homes (commune_id, hamlet_id, household_id, revision, gone, changed_at)
      select ${ctx.communeId}, h.hamlet_id, h.id, s.revision, false, ${ctx.now}
        from here as h join scope as s on s.hamlet_id = h.hamlet_id
      on conflict (commune_id, hamlet_id, household_id) do update
         set revision = excluded.revision, gone = false, changed_at = excluded.changed_at
    ),
    left_behind as (
      update sync_homes as t set gone = true, revision = s.revision, changed_at = ${ctx.now}
        from before as b join scope as s on s.hamlet_id = b.hamlet_id
       where t.commune_id = ${ctx.communeId} and t.hamlet_id = b.hamlet_id and t.household_id = b.household_id
         and not exists (select 1 from here as h where h.id = b.household_id and h.hamlet_id = b.hamlet_id)
    )
    select hamlet_id as "hamletId", revision from scope where revision = 1`.execute(ctx.tx);
  for (const { hamletId } of rows) await fill(ctx, hamletId);
}

/** The hamlet's counter, begun with all its households when nobody has asked for it yet. */
export async function scopeOf(
  ctx: ReadContext,
  hamletId: Id,
): Promise<{ revision: number; prunedTo: number }> {
  const find = () =>
    ctx.tx
      .selectFrom('sync_scopes')
      .select(['revision', 'pruned_to'])
      .where('commune_id', '=', ctx.communeId)
      .where('hamlet_id', '=', hamletId)
      .executeTakeFirst();
  const known = await find();
  if (known) return { revision: known.revision, prunedTo: known.pruned_to };
  await ctx.tx
    .insertInto('sync_scopes')
    .values({ commune_id: ctx.communeId, hamlet_id: hamletId, revision: 1, pruned_to: 0 })
    .onConflict((conflict) => conflict.columns(['commune_id', 'hamlet_id']).doNothing())
    .execute();
  await fill(ctx, hamletId);
  const begun = await find();
  return { revision: begun?.revision ?? 1, prunedTo: begun?.pruned_to ?? 0 };
}

async function fill(ctx: ReadContext, hamletId: Id): Promise<void> {
  await sql`
    insert into sync_homes (commune_id, hamlet_id, household_id, revision, gone, changed_at)
    select ${ctx.communeId}, h.hamlet_id, h.id, 1, false, ${ctx.now} from households as h
     where h.commune_id = ${ctx.communeId} and h.hamlet_id = ${hamletId} and h.merged_into is null
    on conflict (commune_id, hamlet_id, household_id) do nothing`.execute(ctx.tx);
}

/** Once a day: forgets who left long ago, and notes up to which revision that was (law 6). */
export async function pruneGone(ctx: WriteContext): Promise<void> {
  const before = startOf(addDays(ctx.today, -goneDays));
  await sql`
    with old as (
      delete from sync_homes as h where h.commune_id = ${ctx.communeId} and h.gone and h.changed_at < ${before}
      returning h.hamlet_id, h.revision
    )
    update sync_scopes as s set pruned_to = greatest(s.pruned_to, o.revision)
      from (select hamlet_id, max(revision) as revision from old group by hamlet_id) as o
     where s.commune_id = ${ctx.communeId} and s.hamlet_id = o.hamlet_id`.execute(ctx.tx);
}
