import { defineCommand } from '#platform/commands/command.server.ts';
import { lockVersion } from '#platform/commands/versions.server.ts';
import { Problem } from '#shared/problem.ts';
import { OutreachWithdrawal } from '../model.ts';
import { canCorrectOutreach } from '../policy.ts';
import { getPlacedSession, householdsOf } from '../queries/placed-session.server.ts';
import * as words from '../words.ts';

/** Takes a session back that did not take place: a void version replaces it, the history stays. Tells 'outreach.withdrawn'. */
export const withdrawOutreach = defineCommand({
  name: 'outreach.withdraw',
  input: OutreachWithdrawal,
  load: (ctx, input) => getPlacedSession(ctx, input.sessionId),
  allow: (actor, session) => canCorrectOutreach(actor, session),
  async run(ctx, input, { row }) {
    const id = input.id ?? ctx.id();
    const version = { id: row.id, newId: id, replaced: words.alreadyReplaced };
    if ((await lockVersion(ctx, 'outreach_sessions', version)) === 'again') return { id };
    if (row.void) throw new Problem('state.conflict', { message: words.alreadyWithdrawn });
    await ctx.tx
      .insertInto('outreach_sessions')
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
      name: 'outreach.withdrawn',
      hamletId: row.hamlet_id,
      subject: 'outreach',
      subjectId: id,
      data: {
        householdIds: await householdsOf(ctx, row.id),
        replaces: row.id,
        reason: input.reason,
        before: { on: row.held_on, form: row.form, reach: row.reach_kind, void: false },
        after: { void: true },
      },
    });
    return { id };
  },
});
