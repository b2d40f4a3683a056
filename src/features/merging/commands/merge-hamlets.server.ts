import { sql } from 'kysely';
import * as z from 'zod/mini';
import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import { fold } from '#shared/fold.ts';
import { id } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import { MergerInput } from '#features/org/model.ts';
import { namedHamlets, type NamedHamlet } from '#features/org/queries/hamlet-names.server.ts';
import { canMergeHamlets } from '../policy.ts';
import { leadingIn } from '../queries/merger-preview.server.ts';
import * as words from '../words.ts';
import { doMerger } from './do-merger.server.ts';

/**
 * Merges hamlets into one of them or into a new one from a day on (R93, W22), by a decision: at once when the day has come, else
 * in the night before it. Months before the day stay as they were, under the old hamlets, which still owe their reports; from
 * the day on households, teams and whatever is open belong to the one that goes on. One transaction. Tells 'hamlet.merged', or
 * 'hamlet.merger_planned'. Throws `input.invalid` for fewer than two hamlets, for a day before one of them was there or by which
 * one has sent its report, and for a name that is taken.
 */
export const mergeHamlets = defineCommand({
  name: 'hamlet.merge',
  input: MergerInput,
  load: async (ctx, input) => {
    const living = await namedHamlets(ctx);
    const merging = [...new Set(input.hamletIds)].map((one) =>
      visible(
        living.find((hamlet) => hamlet.id === one),
        () => true,
      ),
    );
    return { living, merging };
  },
  allow: (actor) => canMergeHamlets(actor),
  async run(ctx, input, { living, merging }): Promise<{ id: Id; isDone: boolean }> {
    await refuse(ctx, input, living, merging);
    const merger = {
      id: ctx.id(),
      hamlet_ids: merging.map((one) => one.id).filter((one) => one !== input.intoHamletId),
    };
    await ctx.tx
      .insertInto('hamlet_mergers')
      .values({
        commune_id: ctx.communeId,
        ...merger,
        into_hamlet_id: input.intoHamletId,
        new_name: input.intoHamletId === null ? input.newName : null,
        valid_from: input.validFrom,
        decision_number: input.decisionNumber,
        decision_on: input.decisionOn,
        teams: input.teams,
        head_id: input.headId,
        leader_id: input.leaderId,
        state: 'planned',
        counts: null,
        written_at: ctx.now,
        written_by: ctx.actor.accountId,
        done_at: null,
      })
      .execute();
    const isDone = input.validFrom <= ctx.today;
    if (isDone) await doMerger(ctx, merger.id);
    else
      await ctx.emit({
        name: 'hamlet.merger_planned',
        hamletId: input.intoHamletId,
        subject: 'hamlet_merger',
        subjectId: merger.id,
        data: {
          after: {
            ending: merging.filter((one) => one.id !== input.intoHamletId).map((one) => one.name),
            name: merging.find((one) => one.id === input.intoHamletId)?.name ?? input.newName,
          },
          validFrom: input.validFrom,
        },
      });
    return { id: merger.id, isDone };
  },
});

/** Calls off a merger whose day has not come. Throws `state.conflict` when it was done or called off. */
export const cancelMerger = defineCommand({
  name: 'hamlet.cancel_merger',
  input: z.object({ mergerId: id }),
  load: async (ctx, input) =>
    visible(
      await ctx.tx
        .selectFrom('hamlet_mergers')
        .select(['id', 'into_hamlet_id'])
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', input.mergerId)
        .executeTakeFirst(),
      () => true,
    ),
  allow: (actor) => canMergeHamlets(actor),
  async run(ctx, _input, merger) {
    const { numUpdatedRows } = await ctx.tx
      .updateTable('hamlet_mergers')
      .set({ state: 'cancelled' })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', merger.id)
      .where('state', '=', 'planned')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem('state.conflict', { message: words.notWaiting });
    await ctx.emit({
      name: 'hamlet.merger_cancelled',
      hamletId: merger.into_hamlet_id,
      subject: 'hamlet_merger',
      subjectId: merger.id,
      data: {},
    });
  },
});

async function refuse(
  ctx: WriteContext,
  input: MergerInput,
  living: readonly NamedHamlet[],
  merging: readonly NamedHamlet[],
): Promise<void> {
  const fields: FieldProblems = {};
  const ids = merging.map((one) => one.id);
  if (merging.length < 2) fields['hamletIds'] = words.twoAtLeast;
  if (input.intoHamletId !== null && !ids.includes(input.intoHamletId))
    fields['intoHamletId'] = words.chooseInto;
  if (input.intoHamletId === null) {
    const name = input.newName;
    if (name === null) fields['newName'] = words.nameNeeded;
    // One of those that end may lend its name.
    else if (living.some((one) => !ids.includes(one.id) && fold(one.name) === fold(name)))
      fields['newName'] = words.nameTaken(name);
  }
  if (input.decisionOn > ctx.today) fields['decisionOn'] = words.decisionAfter;
  const early = merging.find((one) => input.validFrom <= one.validFrom);
  if (early) fields['validFrom'] = words.tooEarly(early.name, early.validFrom);
  const sent = await lastSent(ctx, ids);
  if (sent && input.validFrom <= sent.on) fields['validFrom'] = words.afterReport(sent.name, sent.on);
  const waiting = await waitingOnes(ctx, ids);
  const twice = merging.find((one) => waiting.includes(one.id));
  if (twice) fields['hamletIds'] = words.plannedAlready(twice.name);
  const { heads, leaders } = await leadingIn(ctx, ids);
  if (input.headId !== null && !heads.some((one) => one.id === input.headId))
    fields['headId'] = words.notHead;
  if (input.leaderId !== null && !leaders.some((one) => one.id === input.leaderId))
    fields['leaderId'] = words.notLeader;
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
}

/** The last day of a period whose report one of the hamlets has sent. */
async function lastSent(
  ctx: WriteContext,
  hamletIds: readonly Id[],
): Promise<{ name: string; on: Day } | undefined> {
  const { rows } = await sql<{ name: string; on: Day }>`
    select h.name, r.ends_on as "on" from reports as r
      join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = r.hamlet_id
     where r.commune_id = ${ctx.communeId} and r.kind = 'hamlet' and r.first_submitted_at is not null
       and r.hamlet_id = any(${[...hamletIds]}::uuid[])
     order by r.ends_on desc limit 1`.execute(ctx.tx);
  return rows[0];
}

/** Those of the hamlets that a merger which waits for its day is about. */
async function waitingOnes(ctx: WriteContext, hamletIds: readonly Id[]): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select distinct x.id from hamlet_mergers as m, unnest(m.hamlet_ids || m.into_hamlet_id) as x(id)
     where m.commune_id = ${ctx.communeId} and m.state = 'planned' and x.id = any(${[...hamletIds]}::uuid[])`.execute(
    ctx.tx,
  );
  return rows.map((row) => row.id);
}
