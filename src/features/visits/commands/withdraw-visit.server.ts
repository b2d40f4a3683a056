import { defineCommand } from '#platform/commands/command.server.ts';
import { lockVersion } from '#platform/commands/versions.server.ts';
import { Problem } from '#shared/problem.ts';
import { VisitWithdrawal } from '../model/visit.ts';
import { canCorrectVisit } from '../policy.ts';
import { getPlacedVisit } from '../queries/visit-place.server.ts';
import * as words from '../words.ts';
import { homesToldOf } from './homes-told-of.server.ts';

/**
 * Takes a visit back that did not happen: a void version replaces the newest one, and nothing of the visit counts any
 * more. The history stays. Tells 'visit.withdrawn'. Throws `state.conflict` when it was replaced or withdrawn meanwhile.
 */
export const withdrawVisit = defineCommand({
  name: 'visit.withdraw',
  input: VisitWithdrawal,
  load: (ctx, input) => getPlacedVisit(ctx, input.visitId),
  allow: (actor, visit) => canCorrectVisit(actor, visit),
  async run(ctx, input, visit) {
    const id = input.id ?? ctx.id();
    const { row } = visit;
    const version = { id: row.id, newId: id, replaced: words.alreadyReplaced };
    if ((await lockVersion(ctx, 'visits', version)) === 'again') return { id };
    if (row.void) throw new Problem('state.conflict', { message: words.alreadyWithdrawn });
    const told = await homesToldOf(ctx, row.id);
    await ctx.tx
      .insertInto('visits')
      .values({
        ...row,
        id,
        recorded_at: ctx.now,
        recorded_by: ctx.actor.accountId,
        replaces: row.id,
        void: true,
      })
      .execute();
    await ctx.emit({
      name: 'visit.withdrawn',
      hamletId: row.hamlet_id,
      subject: 'visit',
      subjectId: id,
      data: {
        householdIds: [...new Set([visit.survivorId, ...told])],
        replaces: row.id,
        reason: input.reason,
        before: { on: row.visited_on, met: row.met, form: row.form, void: false },
        after: { void: true },
      },
    });
    return { id };
  },
});
