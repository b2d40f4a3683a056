import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { ObstacleHandOver } from '../model.ts';
import { canHandOverObstacle, canRaiseObstacle } from '../policy.ts';
import * as words from '../words.ts';
import { holdObstacle, writeStep } from './write-step.server.ts';

/**
 * Says who speaks for an obstacle now that whoever raised it leaves (R104): else nobody could say that it is solved, and nothing
 * closes silently. Who raised it stays written. Tells 'obstacle.handed_over'. Throws `input.invalid` for an account that is none
 * or could not have raised it there.
 */
export const handOverObstacle = defineCommand({
  name: 'obstacle.hand_over',
  input: ObstacleHandOver,
  load: (ctx, input) => holdObstacle(ctx, input.obstacleId),
  allow: (actor, { one }) => canHandOverObstacle(actor, one),
  async run(ctx, input, { one, row }) {
    if ((row.spoken_by ?? row.raised_by) === input.accountId) return;
    const grants = await ctx.tx
      .selectFrom('account_roles as r')
      .innerJoin('accounts as a', (join) =>
        join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 'r.account_id'),
      )
      .select(['r.role', 'r.hamlet_id', 'a.full_name'])
      .where('r.commune_id', '=', ctx.communeId)
      .where('r.account_id', '=', input.accountId)
      .where('r.revoked_on', 'is', null)
      .where('a.disabled_at', 'is', null)
      .execute();
    const speaker = {
      ...ctx.actor,
      accountId: input.accountId,
      grants: grants.map((grant) => ({ role: grant.role, hamletId: grant.hamlet_id })),
    };
    if (!canRaiseObstacle(speaker, one))
      throw new Problem('input.invalid', { fields: { accountId: words.speakerElsewhere } });
    await writeStep(ctx, row, {
      step: 'handed_over',
      change: { spoken_by: input.accountId },
      note: words.handedTo(grants[0]?.full_name ?? '', input.note),
    });
    await ctx.emit({
      name: 'obstacle.handed_over',
      hamletId: row.hamlet_id,
      subject: 'obstacle',
      subjectId: row.id,
      data: { before: { spoken_by: row.spoken_by }, after: { spoken_by: input.accountId } },
    });
  },
});
