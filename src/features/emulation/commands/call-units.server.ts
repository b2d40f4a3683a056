import { defineCommand, type ReadContext, type WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import { CallAnswer, CallInput, callMayBecome, CallWithdrawal, type CallState } from '../model/call.ts';
import { canAnswerCall, canKeepMovement, speaksFor } from '../policy.ts';
import { accountsForCalls, getCall, listCalls, type UnitCall } from '../queries/calls.server.ts';
import { holdMovement, takesPart, type Movement } from '../queries/movements.server.ts';
import * as words from '../words.ts';

/**
 * Calls a school or unit to join a movement that runs (R68). Tells 'emulation_call.made'. Throws `input.invalid` for a unit that was
 * called already, or an account that answers for no unit; `state.conflict` unless the movement runs.
 */
export const callUnit = defineCommand({
  name: 'emulation.call_unit',
  input: CallInput,
  load: (ctx, input) => holdMovement(ctx, input.movementId),
  allow: (actor, movement) => canKeepMovement(actor, movement),
  async run(ctx, { unitName, accountId }, movement) {
    mustRun(movement);
    const fields: FieldProblems = {};
    const name = (text: string) => text.toLocaleLowerCase('vi');
    const standing = (await listCalls(ctx, movement)).filter((one) => one.state !== 'withdrawn');
    if (standing.some((one) => name(one.unitName) === name(unitName))) fields['unitName'] = words.calledTwice;
    const isKnown =
      accountId === null || (await accountsForCalls(ctx, movement)).some((one) => one.id === accountId);
    if (!isKnown) fields['accountId'] = words.accountUnknown;
    if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
    const id = ctx.id();
    await ctx.tx
      .insertInto('emulation_calls')
      .values({
        commune_id: ctx.communeId,
        id,
        movement_id: movement.id,
        unit_name: unitName,
        account_id: accountId,
        called_by: ctx.actor.accountId,
        called_at: ctx.now,
        state: 'called',
        people: null,
        answer: null,
        source: null,
        first_answered_at: null,
        answered_at: null,
        answered_by: null,
        withdrawn_at: null,
      })
      .execute();
    await tell(ctx, 'emulation_call.made', movement, id, { unit: unitName });
    return { id };
  },
});

/** Holds a call and its movement before anything is asked about it. */
async function holdCall(ctx: ReadContext, id: Id): Promise<{ call: UnitCall; movement: Movement }> {
  const { movement } = await getCall(ctx, id);
  await holdMovement(ctx, movement.id);
  return getCall(ctx, id);
}

/**
 * Writes a unit's answer down: it comes, this is what it did, it cannot. Who writes for a unit that did not answer itself says from
 * where it is known. Tells 'emulation_call.answered'. Throws `input.invalid` for hamlets that take no part, `state.conflict` for an
 * answer that does not follow.
 */
export const answerCall = defineCommand({
  name: 'emulation.answer_call',
  input: CallAnswer,
  load: (ctx, input) => holdCall(ctx, input.callId),
  allow: (actor, { call, movement }) =>
    canAnswerCall(actor, { createdBy: movement.createdBy, accountId: call.accountId }),
  async run(ctx, input, { call, movement }) {
    mustRun(movement);
    step(call.state, input.to);
    const fields: FieldProblems = {};
    const isOwn = speaksFor(ctx.actor, call.accountId);
    if (!isOwn && input.source === null) fields['source'] = words.sourceNeeded;
    if (!input.hamletIds.every((id) => takesPart(movement, id))) fields['hamletIds'] = words.hamletOutside;
    if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
    await ctx.tx
      .updateTable('emulation_calls')
      .set((eb) => ({
        state: input.to,
        people: input.to === 'declined' ? null : input.people,
        answer: input.answer,
        source: isOwn ? null : input.source,
        first_answered_at: eb.fn.coalesce('first_answered_at', eb.val(ctx.now)),
        answered_at: ctx.now,
        answered_by: ctx.actor.accountId,
      }))
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', call.id)
      .execute();
    await ctx.tx
      .deleteFrom('emulation_call_hamlets')
      .where('commune_id', '=', ctx.communeId)
      .where('call_id', '=', call.id)
      .execute();
    const hamletIds = input.to === 'declined' ? [] : [...new Set(input.hamletIds)];
    if (hamletIds.length > 0)
      await ctx.tx
        .insertInto('emulation_call_hamlets')
        .values(hamletIds.map((hamlet_id) => ({ commune_id: ctx.communeId, call_id: call.id, hamlet_id })))
        .execute();
    await tell(ctx, 'emulation_call.answered', movement, call.id, {
      unit: call.unitName,
      people: input.people,
      note: input.answer,
      before: { state: call.state },
      after: { state: input.to },
    });
  },
});

/** Lets a unit go that was called by mistake. Tells 'emulation_call.withdrawn'. Throws `state.conflict` when it has reported. */
export const withdrawCall = defineCommand({
  name: 'emulation.withdraw_call',
  input: CallWithdrawal,
  load: (ctx, input) => holdCall(ctx, input.callId),
  allow: (actor, { movement }) => canKeepMovement(actor, movement),
  async run(ctx, _input, { call, movement }) {
    mustRun(movement);
    step(call.state, 'withdrawn');
    await ctx.tx
      .updateTable('emulation_calls')
      .set({ state: 'withdrawn', withdrawn_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', call.id)
      .execute();
    await tell(ctx, 'emulation_call.withdrawn', movement, call.id, { unit: call.unitName });
  },
});

function step(from: CallState, to: CallState): void {
  if (!callMayBecome(from, to)) throw new Problem('state.conflict', { message: words.noSuchAnswer(from) });
}

function mustRun(movement: Movement): void {
  if (movement.state !== 'launched') throw new Problem('state.conflict', { message: words.notRunning });
}

async function tell(
  ctx: WriteContext,
  name: string,
  movement: Movement,
  callId: Id,
  data: Record<string, unknown>,
): Promise<void> {
  await ctx.emit({
    name,
    hamletId: null,
    subject: 'emulation',
    subjectId: movement.id,
    data: { callId, name: movement.name, ...data },
  });
}
