import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { carryRoles } from '#features/accounts/commands/carry-roles.server.ts';
import { carryBusinesses } from '#features/commerce/commands/carry-businesses.server.ts';
import { carryMovements } from '#features/emulation/commands/carry-movements.server.ts';
import { carryGroups } from '#features/groups/commands/carry-groups.server.ts';
import { carryInspections } from '#features/inspection/commands/carry-inspections.server.ts';
import { carryObstacles } from '#features/obstacles/commands/carry-obstacles.server.ts';
import { carryTeams, joinHamlets, type Merging } from '#features/org/commands/merge-hamlets.server.ts';
import { carryPlannedItems } from '#features/outreach/commands/carry-items.server.ts';
import { carryHouseholds } from '#features/registry/commands/carry-households.server.ts';
import { carrySupport } from '#features/support/commands/carry-support.server.ts';
import { keepBaseline } from '#features/targets/baseline.server.ts';
import { carryTasks } from '#features/tasks/commands/carry-tasks.server.ts';
import { carryClasses } from '#features/training/commands/carry-classes.server.ts';
import { leadingIn, type Candidate } from '../queries/merger-preview.server.ts';

/**
 * Does a merger whose day has come, whole or not at all: the hamlets end, and every room carries what is theirs over. What was
 * before the day stays theirs (`hamletThen`, `sourcesAt`).
 */
export async function doMerger(ctx: WriteContext, mergerId: Id): Promise<void> {
  const row = await ctx.tx
    .selectFrom('hamlet_mergers')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', mergerId)
    .where('state', '=', 'planned')
    .forUpdate()
    .executeTakeFirst();
  // Somebody called it off, or did it, while we waited.
  if (!row) return;
  const merging = await joinHamlets(ctx, {
    id: row.id,
    ending: row.hamlet_ids,
    intoHamletId: row.into_hamlet_id,
    newName: row.new_name,
    on: row.valid_from,
    teams: row.teams,
    headId: row.head_id,
    leaderId: row.leader_id,
    decision: { number: row.decision_number, on: row.decision_on },
  });
  const led = await withLeaders(ctx, merging, row.into_hamlet_id);
  const counts = {
    ...(await carryTeams(ctx, led)),
    accounts: await carryRoles(ctx, led),
    households: await carryHouseholds(ctx, led),
    groups: await carryGroups(ctx, led),
    businesses: await carryBusinesses(ctx, led),
    classes: await carryClasses(ctx, led),
    planned: await carryPlannedItems(ctx, led),
    requests: await carrySupport(ctx, led),
    obstacles: await carryObstacles(ctx, led),
    tasks: await carryTasks(ctx, led),
    inspections: await carryInspections(ctx, led),
    movements: await carryMovements(ctx, led),
  };
  await ctx.tx
    .updateTable('hamlet_mergers')
    .set({
      into_hamlet_id: led.into.id,
      state: 'done',
      counts: JSON.stringify(counts),
      done_at: ctx.now,
    })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', row.id)
    .execute();
  // The pace of the hamlet that goes on is taken from all its people of eight weeks ago, not from tonight on only.
  await keepBaseline(ctx);
}

/** Of a new hamlet nobody was head or leader already: where only one of the merged hamlets has one, it is that person. */
async function withLeaders(ctx: WriteContext, merging: Merging, intoHamletId: Id | null): Promise<Merging> {
  const { heads, leaders } = await leadingIn(ctx, [
    ...merging.ending,
    ...(intoHamletId === null ? [] : [intoHamletId]),
  ]);
  const sole = (given: Id | null, candidates: readonly Candidate[]): Id | null => {
    if (given !== null && candidates.some(({ id }) => id === given)) return given;
    const has = candidates.some(({ hamletId }) => hamletId === intoHamletId);
    const ids = new Set(candidates.map(({ id }) => id));
    return !has && ids.size === 1 ? ([...ids][0] ?? null) : null;
  };
  return {
    ...merging,
    headId: sole(merging.headId, heads),
    leaderId: sole(merging.leaderId, leaders),
  };
}

/** Once a day: mergers whose day has come. Run again it changes nothing. */
export async function mergeHamletsOfToday(ctx: WriteContext): Promise<void> {
  const due = await ctx.tx
    .selectFrom('hamlet_mergers')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('state', '=', 'planned')
    .where('valid_from', '<=', ctx.today)
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  for (const { id } of due) await doMerger(ctx, id);
}
