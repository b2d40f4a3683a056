import type { Selectable } from 'kysely';
import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import { canFollow, type SupportState } from '../model.ts';
import { getSupport, type SupportRequest } from '../queries/support.server.ts';
import type { SupportRequestTable, SupportStepTable } from '../tables.ts';
import * as words from '../words.ts';

type Row = Selectable<SupportRequestTable>;

/** A request and its row, which no second command changes until this one is through. */
export interface HeldRequest {
  one: SupportRequest;
  row: Row;
}

/** Holds a request before anything is asked about it; throws `not_found` when there is none that the actor may see. */
export async function holdRequest(ctx: ReadContext, id: Id): Promise<HeldRequest> {
  const row = await ctx.tx
    .selectFrom('support_requests')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return { row: found(row), one: await getSupport(ctx, id) };
}

/** Takes a request one step further and tells 'support.moved'. Throws `state.conflict` for a step that the state does not allow. */
export async function takeStep(
  ctx: WriteContext,
  row: Row,
  { to, change, note }: { to: SupportState; change: Partial<SupportRequestTable>; note: string | null },
): Promise<Row> {
  if (!canFollow(row.state, to))
    throw new Problem('state.conflict', { message: words.noSuchStep(row.state) });
  const on = dayOf(ctx.happenedAt);
  const stateOn = on < row.state_on ? row.state_on : on;
  const after = await writeStep(ctx, row, {
    step: to,
    change: { ...change, state: to, state_on: stateOn },
    note,
  });
  await ctx.emit({
    name: 'support.moved',
    hamletId: row.hamlet_id,
    subject: 'support',
    subjectId: row.id,
    data: { before: { state: row.state }, after: { state: to, ...change } },
  });
  return after;
}

/** Writes how a request stands now and, beside it, the step that led there. */
export async function writeStep(
  ctx: WriteContext,
  row: Row,
  given: { step: SupportStepTable['step']; change: Partial<SupportRequestTable>; note: string | null },
): Promise<Row> {
  const after = { ...row, ...given.change, steps: row.steps + 1 };
  await ctx.tx
    .updateTable('support_requests')
    .set({ ...given.change, steps: after.steps })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', row.id)
    .execute();
  await insertStep(ctx, after, given.step, given.note);
  return after;
}

/** The step itself, as a row that is never changed. */
export async function insertStep(
  ctx: WriteContext,
  after: Row,
  step: SupportStepTable['step'],
  note: string | null,
): Promise<void> {
  await ctx.tx
    .insertInto('support_steps')
    .values({
      commune_id: ctx.communeId,
      request_id: after.id,
      seq: after.steps,
      step,
      state: after.state,
      member_id: after.member_id,
      scheduled_on: after.scheduled_on,
      due_on: after.due_on,
      note,
      done_by: ctx.actor.accountId,
      done_on: dayOf(ctx.happenedAt),
      recorded_at: ctx.now,
    })
    .execute();
}
