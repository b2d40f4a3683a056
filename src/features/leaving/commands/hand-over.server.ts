import { callCommand, defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import { handOverObstacle } from '#features/obstacles/commands/hand-over-obstacle.server.ts';
import { endMember } from '#features/org/commands/teams.server.ts';
import { nameResponsible } from '#features/registry/commands/name-responsible.server.ts';
import { assignSupport } from '#features/support/commands/arrange-support.server.ts';
import { handOverTask } from '#features/tasks/commands/hand-over-task.server.ts';
import { assignHelper } from '#features/visits/commands/assign-helper.server.ts';
import { endHelper } from '#features/visits/commands/end-helper.server.ts';
import { HandOverInput } from '../model.ts';
import { canHandOver } from '../policy.ts';
import { heldBy, type Held } from '../queries/held-by.server.ts';
import type { HeldHome } from '../queries/held-homes.server.ts';
import * as words from '../words.ts';

/**
 * Hands all that a member has in hand to others and ends their term, or nothing of it (R104): households, tasks, requests and
 * open obstacles, each by its own room's command, then the term, with which the rights end as always. Of a member whose term
 * has ended already, what was left. Tells 'team_member.handed_over'. Throws `input.invalid` while something has no taker.
 */
export const handOver = defineCommand({
  name: 'team_member.hand_over',
  input: HandOverInput,
  async load(ctx, input) {
    // Two who hand over at once take one after the other; the second finds nothing left.
    await ctx.tx
      .selectFrom('team_members')
      .select('id')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', input.memberId)
      .forUpdate()
      .execute();
    return heldBy(ctx, input.memberId);
  },
  allow: (actor, { member }) => canHandOver(actor, { memberId: member.id, hamletId: member.hamletId }),
  async run(ctx, input, held) {
    const { member } = held;
    const endedOn = member.endedOn ?? input.endedOn;
    if (endedOn === null) throw new Problem('input.invalid', { fields: { endedOn: words.dayNeeded } });
    if (endedOn > ctx.today && member.endedOn === null)
      throw new Problem('input.invalid', { fields: { endedOn: words.dayAhead } });
    refuseHanging(input, held);
    for (const home of held.homes) await giveHome(ctx, home, input.households[home.id] ?? '', endedOn, input);
    for (const task of held.tasks)
      await callCommand(ctx, handOverTask, {
        taskId: task.id,
        memberId: input.tasks[task.id],
        note: input.reason,
      });
    for (const request of held.requests)
      await callCommand(ctx, assignSupport, {
        requestId: request.id,
        memberId: input.requests[request.id],
        note: input.reason,
      });
    for (const obstacle of held.obstacles)
      await callCommand(ctx, handOverObstacle, {
        obstacleId: obstacle.id,
        accountId: input.obstacles[obstacle.id],
        note: input.reason,
      });
    if (member.endedOn === null)
      await callCommand(ctx, endMember, { memberId: member.id, endedOn, reason: input.reason });
    const counts = {
      households: held.homes.length,
      tasks: held.tasks.length,
      requests: held.requests.length,
      obstacles: held.obstacles.length,
    };
    await ctx.emit({
      name: 'team_member.handed_over',
      hamletId: member.hamletId,
      subject: 'team_member',
      subjectId: member.id,
      data: {
        endedOn,
        ...counts,
        to: {
          households: input.households,
          tasks: input.tasks,
          requests: input.requests,
          obstacles: input.obstacles,
        },
      },
    });
    return counts;
  },
});

function refuseHanging(input: HandOverInput, held: Held): void {
  const fields: FieldProblems = {};
  const kinds = [
    ['households', held.homes],
    ['tasks', held.tasks],
    ['requests', held.requests],
    ['obstacles', held.obstacles],
  ] as const;
  for (const [kind, things] of kinds)
    for (const { id } of things)
      if (!Object.hasOwn(input[kind], id)) fields[`${kind}.${id}`] = words.chooseHeir;
  const missing = Object.keys(fields).length;
  if (missing > 0) throw new Problem('input.invalid', { message: words.notAllGiven(missing), fields });
}

async function giveHome(
  ctx: WriteContext,
  home: HeldHome,
  memberId: Id,
  endedOn: string,
  { reason }: HandOverInput,
): Promise<void> {
  const { helping } = home;
  if (helping) {
    if (helping.isOpen)
      await callCommand(ctx, endHelper, {
        assignmentId: helping.assignmentId,
        endedOn: endedOn < helping.startedOn ? helping.startedOn : endedOn,
        reason,
      });
    await callCommand(ctx, assignHelper, {
      householdId: home.id,
      memberId,
      reason: helping.reason,
      everyDays: helping.everyDays,
      startedOn: ctx.today,
    });
  }
  if (home.isResponsible) await callCommand(ctx, nameResponsible, { householdIds: [home.id], memberId });
}
