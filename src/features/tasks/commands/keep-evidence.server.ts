import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { readAttachedFile } from '#platform/picture/attached-file.server.ts';
import { id, line } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { isOver } from '../model/task-state.ts';
import { canWorkOn } from '../policy.ts';
import * as words from '../words.ts';
import { lockedTask } from './lock-task.server.ts';

/** A task with more to show is shown by its report (files). */
export const mostEvidence = 10;

/**
 * Attaches a file that shows what was done (W8): a PDF, or a photograph without what the telephone wrote into it. Tells
 * 'task.evidence_kept'. Throws `state.conflict` for a task that is over or has ten files, `file.too_large` above 10 MB, and
 * `file.kind_not_supported` for what its first bytes say is neither.
 */
export const keepEvidence = defineCommand({
  name: 'task.keep_evidence',
  input: z.object({
    taskId: id,
    name: line(200),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  load: (ctx, input) => lockedTask(ctx, input.taskId),
  allow: (actor, task) => canWorkOn(actor, task),
  run: async (ctx, { name, bytes }, task) => {
    if (isOver(task.state)) throw new Problem('state.conflict', { message: words.finished });
    if (task.evidence >= mostEvidence)
      throw new Problem('state.conflict', { message: words.tooManyFiles(mostEvidence) });
    const file = readAttachedFile(bytes, { tooLarge: words.fileTooLarge, kind: words.fileKind });
    const fileId = ctx.id();
    await ctx.tx
      .insertInto('task_evidence')
      .values({
        commune_id: ctx.communeId,
        id: fileId,
        task_id: task.id,
        name,
        media_type: file.mediaType,
        bytes: file.bytes,
        uploaded_by: ctx.actor.accountId,
        uploaded_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'task.evidence_kept',
      hamletId: task.hamletId,
      subject: 'task',
      subjectId: task.id,
      data: { fileId, file: name, size: file.bytes.length },
    });
  },
});
