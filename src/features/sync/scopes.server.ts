import { sql } from 'kysely';
import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import type { NewEvent, Reaction } from '#platform/commands/events.server.ts';
import { prepared } from '#platform/db/preparing-client.server.ts';
import { addDays, startOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { withSurvivors } from '#features/targets/marks.server.ts';
import { householdsOf } from '#features/targets/reactions.server.ts';

/** That a household left a hamlet is told for so long; a phone that was away longer gets the whole list (law 6). */
export const goneDays = 180;

/** Something happened to households: their hamlets count on, and say which ones are new, changed or gone (law 4). */
export const touchHomes: Reaction = async (ctx, events) => {
  const told = householdsOf(events);
  if (told.length > 0) await touch(ctx, await withSurvivors(ctx, told), hamletsToldOf(events));
};

/** Hamlets that events name: where a household comes from that moved before anybody asked for that hamlet. */
function hamletsToldOf(events: readonly NewEvent[]): Id[] {
  const ids = events.flatMap((event) => {
    const told = event.data['hamletIds'];
    return Array.isArray(told) ? told.filter((id): id is Id => typeof id === 'string') : [];
  });
  return [...new Set(ids)];
}

/**
 * Counts on in every hamlet where one of the households is or was. The hamlets' rows are taken in the order of their ids and
 * held until commit, so that a phone never sees a revision before a smaller one. Where the households are is asked once the
 * rows are held: before, somebody else could still move one.
 */
async function touch(ctx: ReadContext, householdIds: readonly Id[], hamletIds: readonly Id[]): Promise<void> {
  const held = new Set<Id>();
  for (;;) {
    const { rows } = await sql<{ hamletId: Id }>`
      select hamlet_id as "hamletId" from households
       where commune_id = ${ctx.communeId} and id = any(${[...householdIds]}::uuid[]) and merged_into is null
      union
      select hamlet_id from sync_homes
       where commune_id = ${ctx.communeId} and household_id = any(${[...householdIds]}::uuid[]) and not gone
      union
      select id from hamlets where commune_id = ${ctx.communeId} and id = any(${[...hamletIds]}::uuid[])`.execute(
      ctx.tx,
    );
    const wanted = rows.map((row) => row.hamletId).filter((id) => !held.has(id));
    if (wanted.length === 0) break;
    await countOn(ctx, wanted);
    for (const id of wanted) held.add(id);
  }
  await writeHomes(ctx, householdIds);
}

/** Takes the counters of hamlets, which are one further then; a hamlet that nobody asked for yet begins with all it has. */
async function countOn(ctx: ReadContext, hamletIds: readonly Id[]): Promise<void> {
  const { rows } = await sql<{ hamletId: Id; isNew: boolean }>`${prepared}
    insert into sync_scopes as s (commune_id, hamlet_id, revision, pruned_to)
    select ${ctx.communeId}, a.hamlet_id, 1, 0 from unnest(${[...hamletIds]}::uuid[]) as a (hamlet_id) order by a.hamlet_id
    on conflict (commune_id, hamlet_id) do update set revision = s.revision + 1
    returning s.hamlet_id as "hamletId", s.revision = 1 as "isNew"`.execute(ctx.tx);
  for (const row of rows) if (row.isNew) await fill(ctx, row.hamletId);
}

async function writeHomes(ctx: ReadContext, householdIds: readonly Id[]): Promise<void> {
  await sql`${prepared}
    with here as materialized (
      select h.id, h.hamlet_id, s.revision from households as h
        join sync_scopes as s on s.commune_id = ${ctx.communeId} and s.hamlet_id = h.hamlet_id
       where h.commune_id = ${ctx.communeId} and h.id = any(${[...householdIds]}::uuid[]) and h.merged_into is null
    ),
    changed as (
      insert into sync_homes (commune_id, hamlet_id, household_id, revision, gone, changed_at)
      select ${ctx.communeId}, h.hamlet_id, h.id, h.revision, false, ${ctx.now} from here as h
      on conflict (commune_id, hamlet_id, household_id) do update
         set revision = excluded.revision, gone = false, changed_at = excluded.changed_at
    )
    update sync_homes as t set gone = true, revision = s.revision, changed_at = ${ctx.now}
      from sync_scopes as s
     where s.commune_id = ${ctx.communeId} and s.hamlet_id = t.hamlet_id
       and t.commune_id = ${ctx.communeId} and t.household_id = any(${[...householdIds]}::uuid[]) and not t.gone
       and not exists (select 1 from here as h where h.id = t.household_id and h.hamlet_id = t.hamlet_id)`.execute(
    ctx.tx,
  );
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
