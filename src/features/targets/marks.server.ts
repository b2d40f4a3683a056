import { sql, type RawBuilder } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { goesOn, withMerged } from '#features/visits/facts.server.ts';
import { compileVerdicts } from './compile.server.ts';
import type { TargetDefinition } from './definition.ts';
import { prepared } from '#platform/db/preparing-client.server.ts';
import { withHashJoins } from './hash-joins.server.ts';
import { targetsInForce, type TargetsInForce } from './in-force.server.ts';
import { everRecorded, liveSources, type Frame } from './relations.server.ts';
import { tally } from './tally.server.ts';

/**
 * Brings marks and counters in line with what is written, in the transaction of the change (law 9): of some households,
 * or of everything. All marks are of one day: the first change of a day, or after a new definition, re-marks everything
 * (usually the clock has done that at night). Only what differs is written; counters move by the difference.
 *
 * Who marks holds the rows of the hamlets concerned until commit, taken in the order of their ids, so that two changes to
 * one household cannot both count it, and none wait for each other crosswise.
 */
export async function refreshMarks(ctx: ReadContext, households: readonly Id[] | 'all'): Promise<void> {
  if (households !== 'all' && households.length === 0) return;
  const state = await readState(ctx, households !== 'all');
  if (!state.targets) return clearMarks(ctx);
  if (households === 'all' || state.isOld) return markAll(ctx);
  // For a few households these statements cost ten times more to plan than to run; one plan for all is good enough.
  await sql`set local plan_cache_mode = force_generic_plan`.execute(ctx.tx);
  const concerned = await withSurvivors(ctx, households);
  await lockHamlets(ctx, concerned);
  await writeMarks(ctx, state.targets, concerned);
  await sql`set local plan_cache_mode = auto`.execute(ctx.tx);
}

/**
 * Where the history of these households and of their people is counted: merges may follow one another, and taking one in
 * the middle back concerns the household at the end, which the event does not name.
 */
export async function withSurvivors(ctx: ReadContext, households: readonly Id[]): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select d.goes_on as id from ${goesOn('households', ctx)} as d where d.id = any(${households}::uuid[])
    union
    select r.household_id from ${goesOn('residents', ctx)} as d
      join residents as x on x.commune_id = ${ctx.communeId} and x.id = d.id and x.household_id = any(${households}::uuid[])
      join residents as r on r.commune_id = ${ctx.communeId} and r.id = d.goes_on`.execute(ctx.tx);
  return [...new Set([...households, ...rows.map((row) => row.id)])];
}

/** Marks everything anew if day, plan, definitions or platforms are others than the marks were made with. */
export async function refreshIfOld(ctx: ReadContext): Promise<void> {
  const state = await readState(ctx);
  if (!state.targets) return clearMarks(ctx);
  if (state.isOld) await markAll(ctx);
}

/** Groups are few: their marks are made anew for the whole commune. */
export async function refreshGroupMarks(ctx: ReadContext): Promise<void> {
  const state = await readState(ctx);
  if (!state.targets) return;
  if (state.isOld) return markAll(ctx);
  await lockAllHamlets(ctx);
  const groups = state.targets.definitions.filter((target) => target.subject === 'group');
  const frame = frameOf(ctx, state.targets, 'all');
  const old = sql`(select * from target_marks where commune_id = ${ctx.communeId} and household_id is null)`;
  await write(ctx, groups, compileVerdicts(groups, frame), old);
}

interface MarkState {
  targets: TargetsInForce | undefined;
  /** The marks are of another day or another basis. */
  isOld: boolean;
  /** The basis changed: old marks cannot be compared with new ones. */
  isForeign: boolean;
}

/** `trusted`: takes the marks' own word for what they were made with; not for whoever asks whether that has changed. */
async function readState(ctx: ReadContext, trusted = false): Promise<MarkState> {
  const day = await ctx.tx
    .selectFrom('target_days')
    .select(['marked_on', 'basis'])
    .where('commune_id', '=', ctx.communeId)
    .executeTakeFirst();
  // A request whose clock is a moment behind another's at midnight does not turn the marks back by a day.
  const today = day && day.marked_on > ctx.today ? day.marked_on : ctx.today;
  const targets = (trusted && lastTargets(ctx, today, day)) || (await freshTargets(ctx, today));
  return {
    targets,
    isOld: day?.marked_on !== today || day.basis !== targets?.basis,
    isForeign: day?.basis !== targets?.basis,
  };
}

/** What was asked last, by commune; a few communes live in one product. */
const lastAsked = new Map<string, TargetsInForce>();
const mostCommunes = 50;

async function freshTargets(ctx: ReadContext, day: Day): Promise<TargetsInForce | undefined> {
  const targets = await targetsInForce(ctx, day);
  if (lastAsked.size >= mostCommunes) lastAsked.clear();
  if (targets) lastAsked.set(ctx.communeId, targets);
  return targets;
}

/**
 * What was asked last, when the marks say that they were made with just that. Whatever changes plan, definitions or
 * platforms renews the marks, and with them their basis, in its own transaction; so nobody misses a change.
 */
function lastTargets(
  ctx: ReadContext,
  day: Day,
  marked: { marked_on: Day; basis: string } | undefined,
): TargetsInForce | undefined {
  const last = lastAsked.get(ctx.communeId);
  return last?.basis === marked?.basis && last?.horizon.day === day ? last : undefined;
}

async function markAll(ctx: ReadContext): Promise<void> {
  await lockAllHamlets(ctx);
  // Somebody may have done it while we waited for the locks.
  const { targets, isForeign } = await readState(ctx);
  if (!targets) return clearMarks(ctx);
  if (isForeign) await clearMarks(ctx);
  await withHashJoins(ctx, () => writeMarks(ctx, targets, 'all'));
  await ctx.tx
    .insertInto('target_days')
    .values({ commune_id: ctx.communeId, marked_on: targets.horizon.day, basis: targets.basis })
    .onConflict((conflict) =>
      conflict.column('commune_id').doUpdateSet({ marked_on: targets.horizon.day, basis: targets.basis }),
    )
    .execute();
}

async function clearMarks(ctx: ReadContext): Promise<void> {
  await ctx.tx.deleteFrom('target_marks').where('commune_id', '=', ctx.communeId).execute();
  await ctx.tx.deleteFrom('target_counters').where('commune_id', '=', ctx.communeId).execute();
  await ctx.tx.deleteFrom('target_days').where('commune_id', '=', ctx.communeId).execute();
}

async function lockAllHamlets(ctx: ReadContext): Promise<void> {
  await sql`select id from hamlets where commune_id = ${ctx.communeId} order by id for no key update`.execute(
    ctx.tx,
  );
}

/** The hamlets where the households are, and where their marks and people are still counted. Looks again after waiting. */
async function lockHamlets(ctx: ReadContext, households: readonly Id[]): Promise<void> {
  const locked = new Set<Id>();
  for (;;) {
    const { rows } = await sql<{ hamlet_id: Id }>`
      select hamlet_id from households where commune_id = ${ctx.communeId} and id = any(${households}::uuid[])
      union
      select hamlet_id from target_marks where commune_id = ${ctx.communeId} and household_id = any(${households}::uuid[])`.execute(
      ctx.tx,
    );
    const wanted = rows.map((row) => row.hamlet_id).filter((id) => !locked.has(id));
    if (wanted.length === 0) return;
    await sql`
      select id from hamlets where commune_id = ${ctx.communeId} and id = any(${wanted}::uuid[])
       order by id for no key update`.execute(ctx.tx);
    for (const id of wanted) locked.add(id);
  }
}

/** The frame of what is live: all that is committed counts, whatever moment its clock wrote. */
export function frameOf(
  ctx: Pick<ReadContext, 'communeId'>,
  targets: TargetsInForce,
  scope: Frame['scope'],
  among?: readonly Id[],
): Frame {
  const asOf = { communeId: ctx.communeId, recordedBy: everRecorded, day: targets.horizon.day };
  return {
    scope,
    horizon: targets.horizon,
    asOf: among === undefined ? asOf : { ...asOf, among },
    sources: liveSources,
  };
}

async function writeMarks(
  ctx: ReadContext,
  targets: TargetsInForce,
  households: readonly Id[] | 'all',
): Promise<void> {
  if (households === 'all') {
    const old = sql`(select * from target_marks where commune_id = ${ctx.communeId})`;
    return write(
      ctx,
      targets.definitions,
      compileVerdicts(targets.definitions, frameOf(ctx, targets, 'all')),
      old,
    );
  }
  const definitions = targets.definitions.filter((target) => target.subject !== 'group');
  const frame = frameOf(ctx, targets, { householdIds: households }, await withMerged(ctx, households));
  // Marks of these households, and those of people who have moved here from elsewhere.
  const old = sql`(
    select * from target_marks where commune_id = ${ctx.communeId} and household_id = any(${households}::uuid[])
    union
    select m.* from target_marks as m join fresh as f on f.target = m.target and f.subject_id = m.subject_id
     where m.commune_id = ${ctx.communeId})`;
  await write(ctx, definitions, compileVerdicts(definitions, frame), old);
}

/** Replaces the old marks by the fresh ones and moves the counters by the difference, in one statement. */
async function write(
  ctx: ReadContext,
  definitions: readonly TargetDefinition[],
  fresh: RawBuilder<unknown>,
  old: RawBuilder<unknown>,
): Promise<void> {
  if (definitions.length === 0) return;
  const columns = sql`target, subject_id, household_id, hamlet_id, belongs, verdict, beside, priority_rank, last_contact_on, sort_key`;
  await sql`${prepared}
    with fresh as materialized (${fresh}),
    old as materialized ${old},
    -- Compared by sorting, not by joining: PostgreSQL guesses the size of the fresh marks wrong by orders of magnitude.
    changed as materialized (
      select ${columns} from fresh except all select ${columns} from old
    ),
    lost as materialized (
      select ${columns} from old except all select ${columns} from fresh
    ),
    gone as (
      delete from target_marks as m
       using (select target, subject_id from lost except select target, subject_id from changed) as o
       where m.commune_id = ${ctx.communeId} and m.target = o.target and m.subject_id = o.subject_id
    ),
    put as (
      insert into target_marks (commune_id, ${columns}) select ${ctx.communeId}, ${columns} from changed
      on conflict (commune_id, target, subject_id) do update
         set household_id = excluded.household_id, hamlet_id = excluded.hamlet_id, belongs = excluded.belongs,
             verdict = excluded.verdict, beside = excluded.beside, priority_rank = excluded.priority_rank,
             last_contact_on = excluded.last_contact_on, sort_key = excluded.sort_key
    ),
    difference as (
      ${tally(
        definitions,
        sql`(
          select target, hamlet_id, belongs, verdict, beside, 1 as sign from changed
          union all
          select target, hamlet_id, belongs, verdict, beside, -1 from lost)`,
        sql`m.sign`,
      )}
    )
    insert into target_counters (commune_id, hamlet_id, target, population, reached, unknown, uncertain)
    select ${ctx.communeId}, hamlet_id, target, population, reached, unknown, uncertain from difference
     where (population, reached, unknown, uncertain) <> (0, 0, 0, 0)
     order by hamlet_id, target
    on conflict (commune_id, hamlet_id, target) do update
       set population = target_counters.population + excluded.population,
           reached = target_counters.reached + excluded.reached,
           unknown = target_counters.unknown + excluded.unknown,
           uncertain = target_counters.uncertain + excluded.uncertain`.execute(ctx.tx);
}
