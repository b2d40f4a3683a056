import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { TaskHandOver } from '../model/task-input.ts';
import { isOver } from '../model/task-state.ts';
import { canSteerTask } from '../policy.ts';
import { possibleDoers } from '../queries/possible-doers.server.ts';
import * as words from '../words.ts';
import { lockedTask } from './lock-task.server.ts';

/**
 * Gives a task that is not over to another member, who goes on where it stands (R104): its day, its ticks and its households
 * stay. Given again to the same member it stays as it is. Tells 'task.handed_over'. Throws `state.conflict` for a task that is
 * over, `input.invalid` for a member to whom the actor may not give it, or who works elsewhere than its households are.
 */
export const handOverTask = defineCommand({
  name: 'task.hand_over',
  input: TaskHandOver,
  load: (ctx, input) => lockedTask(ctx, input.taskId),
  allow: (actor, task) => canSteerTask(actor, task),
  async run(ctx, input, task) {
    if (task.assignee.kind === 'member' && task.assignee.id === input.memberId) return;
    if (isOver(task.state)) throw new Problem('state.conflict', { message: words.finished });
    const doer = (await possibleDoers(ctx)).find((one) => one.kind === 'member' && one.id === input.memberId);
    const fits = doer && (task.households === 0 || doer.hamletId === null || doer.hamletId === task.hamletId);
    if (!fits) throw new Problem('input.invalid', { fields: { memberId: words.doerElsewhere } });
    const after = { assignee_kind: 'member' as const, assignee_id: doer.id, hamlet_id: doer.hamletId };
    await ctx.tx
      .updateTable('tasks')
      .set(after)
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', task.id)
      .execute();
    await ctx.emit({
      name: 'task.handed_over',
      hamletId: task.hamletId,
      subject: 'task',
      subjectId: task.id,
      data: {
        before: {
          assignee_kind: task.assignee.kind,
          assignee_id: task.assignee.id,
          hamlet_id: task.hamletId,
        },
        after,
        note: words.handedOver(task.doerName, doer.name, input.note),
      },
    });
  },
});
