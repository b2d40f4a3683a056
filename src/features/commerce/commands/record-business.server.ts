import { defineCommand } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import { findMember } from '#features/org/queries.server.ts';
import { CommitmentInput, StepInput, TechnologyInput } from '../model.ts';
import { canKeepBusiness } from '../policy.ts';
import { isMarketplace } from '../queries/marketplaces.server.ts';
import { getBusiness, holdBusiness, listBusinessSteps, type Business } from '../queries/businesses.server.ts';
import * as words from '../words.ts';

/**
 * Records that a business has done a step, with the day and who helped, or takes one back by a row of its own (`takenBack`). Steps come
 * in any order; a row that was sent twice is written once. Tells 'business.step_recorded'. Throws `state.conflict` for a step that is
 * done already or was never done, and for a business that was given up.
 */
export const recordStep = defineCommand({
  name: 'business.record_step',
  input: StepInput,
  load: (ctx, input) => holdBusiness(ctx, input.businessId),
  allow: (actor, business) => canKeepBusiness(actor, business),
  async run(ctx, input, business) {
    if ((await listBusinessSteps(ctx, business.id)).some(({ id }) => id === input.id)) return;
    refuseIfClosed(business);
    const isDone = business.pipeline.done.has(input.step);
    if (isDone !== input.takenBack)
      throw new Problem('state.conflict', { message: isDone ? words.alreadyDone : words.notDone });
    const on = input.doneOn ?? dayOf(ctx.happenedAt);
    if (on > ctx.today) throw new Problem('input.invalid', { fields: { doneOn: words.dayInFuture } });
    if (input.step === 'shop' && !input.takenBack && input.marketplace === null)
      throw new Problem('input.invalid', { fields: { marketplace: words.marketplaceNeeded } });
    if (input.marketplace !== null && !(await isMarketplace(ctx, input.marketplace)))
      throw new Problem('input.invalid', { fields: { marketplace: words.marketplaceUnknown } });
    if (input.memberId !== null && !(await findMember(ctx, input.memberId)))
      throw new Problem('input.invalid', { fields: { memberId: words.memberUnknown } });
    const row = {
      step: input.step,
      taken_back: input.takenBack,
      done_on: on,
      member_id: input.memberId,
      marketplace: input.step === 'shop' ? input.marketplace : null,
      note: input.note,
    };
    await ctx.tx
      .insertInto('business_steps')
      .values({
        commune_id: ctx.communeId,
        id: input.id,
        business_id: business.id,
        ...row,
        recorded_by: ctx.actor.accountId,
        recorded_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'business.step_recorded',
      hamletId: business.hamletId,
      subject: 'business',
      subjectId: business.id,
      data: { stepId: input.id, after: row },
    });
  },
});

/** Keeps that a business has signed the promise of quality, with its text as it stood that day. Tells 'business.committed'. */
export const signCommitment = defineCommand({
  name: 'business.sign_commitment',
  input: CommitmentInput,
  load: (ctx, input) => getBusiness(ctx, input.businessId),
  allow: (actor, business) => canKeepBusiness(actor, business),
  async run(ctx, input, business) {
    refuseIfClosed(business);
    if (input.signedOn > ctx.today)
      throw new Problem('input.invalid', { fields: { signedOn: words.dayInFuture } });
    const { version, text } = words.commitment;
    const written = await ctx.tx
      .insertInto('quality_commitments')
      .values({
        commune_id: ctx.communeId,
        id: input.id,
        business_id: business.id,
        text_version: version,
        text,
        signed_on: input.signedOn,
        signed_by: input.signedBy,
        recorded_by: ctx.actor.accountId,
        recorded_at: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return;
    await ctx.emit({
      name: 'business.committed',
      hamletId: business.hamletId,
      subject: 'business',
      subjectId: business.id,
      data: { commitmentId: input.id, version, signedOn: input.signedOn },
    });
  },
});

/** Keeps technology that a business applies in production (R42). Tells 'business.technology_recorded'. */
export const recordTechnology = defineCommand({
  name: 'business.record_technology',
  input: TechnologyInput,
  load: (ctx, input) => getBusiness(ctx, input.businessId),
  allow: (actor, business) => canKeepBusiness(actor, business),
  async run(ctx, input, business) {
    refuseIfClosed(business);
    if (input.appliedOn > ctx.today)
      throw new Problem('input.invalid', { fields: { appliedOn: words.dayInFuture } });
    const row = { name: input.name, applied_on: input.appliedOn, note: input.note };
    const written = await ctx.tx
      .insertInto('business_technologies')
      .values({
        commune_id: ctx.communeId,
        id: input.id,
        business_id: business.id,
        ...row,
        recorded_by: ctx.actor.accountId,
        recorded_at: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return;
    await ctx.emit({
      name: 'business.technology_recorded',
      hamletId: business.hamletId,
      subject: 'business',
      subjectId: business.id,
      data: { technologyId: input.id, after: row },
    });
  },
});

function refuseIfClosed({ closedOn }: Business): void {
  if (closedOn !== null) throw new Problem('state.conflict', { message: words.closed(closedOn) });
}
