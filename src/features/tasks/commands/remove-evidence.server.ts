import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { isOver } from '../model/task-state.ts';
import { canRemoveEvidence } from '../policy.ts';
import { findEvidence } from '../queries/task-evidence.server.ts';
import * as words from '../words.ts';
import { lockedTask } from './lock-task.server.ts';

/**
 * Takes a file away from a task: a wrong picture, or one on which too much is seen. Its bytes go, its name stays in the history.
 * Tells 'task.evidence_removed'. Throws `state.conflict` once the task is over: what was verified is not taken away afterwards.
 */
export const removeEvidence = defineCommand({
  name: 'task.remove_evidence',
  input: z.object({ fileId: id }),
  async load(ctx, input) {
    const file = await findEvidence(ctx, input.fileId);
    return { file, task: await lockedTask(ctx, file.taskId) };
  },
  allow: (actor, { file }) => canRemoveEvidence(actor, file),
  async run(ctx, _input, { file, task }) {
    if (isOver(task.state)) throw new Problem('state.conflict', { message: words.finished });
    const { numDeletedRows } = await ctx.tx
      .deleteFrom('task_evidence')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', file.id)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return;
    await ctx.emit({
      name: 'task.evidence_removed',
      hamletId: task.hamletId,
      subject: 'task',
      subjectId: task.id,
      data: { fileId: file.id, file: file.name },
    });
  },
});
