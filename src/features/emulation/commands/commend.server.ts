import { defineCommand, type ReadContext, type WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import {
  CommendationDecision,
  CommendationInput,
  commendationMayBecome,
  CommendationWithdrawal,
  type CommendationState,
  type CommendedKind,
} from '../model/commendation.ts';
import type { Measure } from '../model/movement.ts';
import { canDecideCommendation, canKeepMovement } from '../policy.ts';
import { listCalls } from '../queries/calls.server.ts';
import { getCommendation, listCommendations, type Commendation } from '../queries/commendations.server.ts';
import { holdMovement, type Movement } from '../queries/movements.server.ts';
import { movementResults } from '../queries/ranking.server.ts';
import * as words from '../words.ts';

/**
 * Proposes to commend a hamlet, a member or a unit of a closed movement, with the reason and what the ranking says of it. Tells
 * 'emulation_commendation.proposed'. Throws `state.conflict` before the movement is closed, `input.invalid` for who is not in its
 * result, or is on the list already.
 */
export const proposeCommendation = defineCommand({
  name: 'emulation.commend',
  input: CommendationInput,
  load: (ctx, input) => holdMovement(ctx, input.movementId),
  allow: (actor, movement) => canKeepMovement(actor, movement),
  async run(ctx, { subject, measure, reason }, movement) {
    if (movement.state !== 'closed') throw new Problem('state.conflict', { message: words.notClosed });
    const standing = (await listCommendations(ctx, movement)).find(
      (one) => one.subjectId === subject.id && (one.state === 'proposed' || one.state === 'confirmed'),
    );
    if (standing) throw new Problem('input.invalid', { fields: { subject: words.commendedTwice } });
    const figures = await figuresOf(ctx, movement, subject, measure);
    const id = ctx.id();
    await ctx.tx
      .insertInto('emulation_commendations')
      .values({
        commune_id: ctx.communeId,
        id,
        movement_id: movement.id,
        kind: subject.kind,
        hamlet_id: subject.kind === 'hamlet' ? subject.id : null,
        member_id: subject.kind === 'member' ? subject.id : null,
        call_id: subject.kind === 'unit' ? subject.id : null,
        ...figures,
        reason,
        state: 'proposed',
        proposed_by: ctx.actor.accountId,
        proposed_at: ctx.now,
        decided_by: null,
        decided_at: null,
        decision_note: null,
      })
      .execute();
    await tell(ctx, 'emulation_commendation.proposed', movement, id, {
      kind: subject.kind,
      ...figures,
      reason,
    });
    return { id };
  },
});

interface Figures {
  measure: Measure | null;
  figure: number | null;
  whole: number | null;
  rank: number | null;
}

/** What the result of the movement says of a hamlet or member; of a unit, how many people it brought. */
async function figuresOf(
  ctx: ReadContext,
  movement: Movement,
  subject: { kind: CommendedKind; id: Id },
  measure: Measure | null,
): Promise<Figures> {
  if (subject.kind === 'unit') {
    const call = (await listCalls(ctx, movement)).find(
      (one) => one.id === subject.id && one.state === 'reported',
    );
    if (!call) throw new Problem('input.invalid', { fields: { subject: words.notInRanking } });
    return { measure: null, figure: call.people, whole: null, rank: null };
  }
  if (measure === null) throw new Problem('input.invalid', { fields: { measure: words.measureNeeded } });
  const result = (await movementResults(ctx, movement)).find((one) => one.measure === measure);
  const lines = subject.kind === 'hamlet' ? result?.hamlets : result?.members;
  const line = lines?.find((one) => one.id === subject.id && one.rank !== null);
  if (!line) throw new Problem('input.invalid', { fields: { subject: words.notInRanking } });
  return { measure, figure: line.counted, whole: line.whole, rank: line.rank };
}

async function holdCommendation(
  ctx: ReadContext,
  id: Id,
): Promise<{ commendation: Commendation; movement: Movement }> {
  const { movement } = await getCommendation(ctx, id);
  await holdMovement(ctx, movement.id);
  return getCommendation(ctx, id);
}

/** Says yes, or no with the reason. Tells 'emulation_commendation.decided'. Throws `state.conflict` when somebody was first. */
export const decideCommendation = defineCommand({
  name: 'emulation.decide_commendation',
  input: CommendationDecision,
  load: (ctx, input) => holdCommendation(ctx, input.commendationId),
  allow: (actor, { commendation }) => canDecideCommendation(actor, commendation),
  async run(ctx, { to, note }, { commendation, movement }) {
    step(commendation.state, to);
    await write(ctx, commendation.id, {
      state: to,
      decided_by: ctx.actor.accountId,
      decided_at: ctx.now,
      decision_note: note,
    });
    await tell(ctx, 'emulation_commendation.decided', movement, commendation.id, {
      note,
      before: { state: commendation.state },
      after: { state: to },
    });
  },
});

/** Takes a proposal back that nobody has decided. Tells 'emulation_commendation.withdrawn'. */
export const withdrawCommendation = defineCommand({
  name: 'emulation.withdraw_commendation',
  input: CommendationWithdrawal,
  load: (ctx, input) => holdCommendation(ctx, input.commendationId),
  allow: (actor, { movement }) => canKeepMovement(actor, movement),
  async run(ctx, _input, { commendation, movement }) {
    step(commendation.state, 'withdrawn');
    await write(ctx, commendation.id, { state: 'withdrawn' });
    await tell(ctx, 'emulation_commendation.withdrawn', movement, commendation.id, {
      before: { state: commendation.state },
      after: { state: 'withdrawn' },
    });
  },
});

function step(from: CommendationState, to: CommendationState): void {
  if (!commendationMayBecome(from, to))
    throw new Problem('state.conflict', { message: words.decidedAlready });
}

async function write(
  ctx: WriteContext,
  id: Id,
  change: { state: CommendationState; decided_by?: Id; decided_at?: Date; decision_note?: string | null },
): Promise<void> {
  await ctx.tx
    .updateTable('emulation_commendations')
    .set(change)
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .execute();
}

async function tell(
  ctx: WriteContext,
  name: string,
  movement: Movement,
  commendationId: Id,
  data: Record<string, unknown>,
): Promise<void> {
  await ctx.emit({
    name,
    hamletId: null,
    subject: 'emulation',
    subjectId: movement.id,
    data: { commendationId, name: movement.name, ...data },
  });
}
