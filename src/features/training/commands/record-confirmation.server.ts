import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { found, Problem } from '#shared/problem.ts';
import { findMember } from '#features/org/queries.server.ts';
import { ConfirmationInput, ConfirmationWithdrawal } from '../model/topic.ts';
import { canRecordConfirmation, canSeeCompetence } from '../policy.ts';
import * as words from '../words.ts';

/**
 * Writes down that VNeID shows a member's national course as done: whom, which, when. It is no test of ours and counts for
 * nothing else. The same id again writes nothing. Tells 'training_confirmation.recorded'. Throws `duplicate` for a course twice.
 */
export const recordConfirmation = defineCommand({
  name: 'training_confirmation.record',
  input: ConfirmationInput,
  load: async (ctx, input) =>
    visible(await findMember(ctx, input.memberId), (member) => canSeeCompetence(ctx.actor, member)),
  allow: (actor, member) => canRecordConfirmation(actor, member),
  async run(ctx, input, member) {
    if (input.confirmedOn > ctx.today)
      throw new Problem('input.invalid', { fields: { confirmedOn: words.dayInFuture } });
    const id = input.id ?? ctx.id();
    const written = await ctx.tx
      .insertInto('training_confirmations')
      .values({
        commune_id: ctx.communeId,
        id,
        member_id: member.id,
        course: input.course,
        confirmed_on: input.confirmedOn,
        recorded_by: ctx.actor.accountId,
        recorded_at: ctx.now,
        withdrawn_by: null,
        withdrawn_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      const known = await ctx.tx
        .selectFrom('training_confirmations')
        .select('id')
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', id)
        .where('recorded_by', '=', ctx.actor.accountId)
        .executeTakeFirst();
      if (known) return { id };
      throw new Problem('duplicate', { message: words.courseTwice, fields: { course: words.courseTwice } });
    }
    await ctx.emit({
      name: 'training_confirmation.recorded',
      hamletId: member.hamletId,
      subject: 'team_member',
      subjectId: member.id,
      data: { confirmationId: id, course: input.course, on: input.confirmedOn },
    });
    return { id };
  },
});

/** Takes back a confirmation that was written by mistake; the row stays with who and when. Tells 'training_confirmation.withdrawn'. */
export const withdrawConfirmation = defineCommand({
  name: 'training_confirmation.withdraw',
  input: ConfirmationWithdrawal,
  async load(ctx, input) {
    const row = found(
      await ctx.tx
        .selectFrom('training_confirmations')
        .select(['id', 'member_id', 'course', 'withdrawn_at'])
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', input.confirmationId)
        .forUpdate()
        .executeTakeFirst(),
    );
    const member = visible(await findMember(ctx, row.member_id), (one) => canSeeCompetence(ctx.actor, one));
    return { row, member };
  },
  allow: (actor, { member }) => canRecordConfirmation(actor, member),
  async run(ctx, _input, { row, member }) {
    if (row.withdrawn_at !== null) return;
    await ctx.tx
      .updateTable('training_confirmations')
      .set({ withdrawn_by: ctx.actor.accountId, withdrawn_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', row.id)
      .execute();
    await ctx.emit({
      name: 'training_confirmation.withdrawn',
      hamletId: member.hamletId,
      subject: 'team_member',
      subjectId: member.id,
      data: { confirmationId: row.id, course: row.course },
    });
  },
});
