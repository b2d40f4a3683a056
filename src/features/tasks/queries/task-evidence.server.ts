import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { AttachedType } from '#platform/picture/attached-type.ts';
import type { Id } from '#shared/ids.ts';
import { getTask } from './find-task.server.ts';

/** A file that shows what was done, without its bytes. */
export interface TaskEvidence {
  id: Id;
  taskId: Id;
  name: string;
  mediaType: AttachedType;
  uploadedBy: Id;
  uploaderName: string | null;
  uploadedAt: Date;
}

/** The files of a task, oldest first. Throws `not_found` when the actor may not see the task. */
export async function listEvidence(ctx: ReadContext, taskId: Id): Promise<TaskEvidence[]> {
  const task = await getTask(ctx, taskId);
  const rows = await evidenceRows(ctx)
    .where('e.task_id', '=', task.id)
    .orderBy('e.uploaded_at')
    .orderBy('e.id')
    .execute();
  return rows.map(toEvidence);
}

/** One file; throws `not_found` when there is none, or the actor may not see its task. */
export async function findEvidence(ctx: ReadContext, id: Id): Promise<TaskEvidence> {
  const row = visible(await evidenceRows(ctx).where('e.id', '=', id).executeTakeFirst(), () => true);
  await getTask(ctx, row.task_id);
  return toEvidence(row);
}

/** One file with its bytes; throws `not_found` as `findEvidence` does. */
export async function getEvidence(ctx: ReadContext, id: Id): Promise<TaskEvidence & { bytes: Buffer }> {
  const file = await findEvidence(ctx, id);
  const { bytes } = await ctx.tx
    .selectFrom('task_evidence')
    .select('bytes')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', file.id)
    .executeTakeFirstOrThrow();
  return { ...file, bytes };
}

function evidenceRows(ctx: ReadContext) {
  return ctx.tx
    .selectFrom('task_evidence as e')
    .leftJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 'e.uploaded_by'),
    )
    .select(['e.id', 'e.task_id', 'e.name', 'e.media_type', 'e.uploaded_by', 'e.uploaded_at', 'a.full_name'])
    .where('e.commune_id', '=', ctx.communeId);
}

type Row = Awaited<ReturnType<ReturnType<typeof evidenceRows>['execute']>>[number];

const toEvidence = (row: Row): TaskEvidence => ({
  id: row.id,
  taskId: row.task_id,
  name: row.name,
  mediaType: row.media_type,
  uploadedBy: row.uploaded_by,
  uploaderName: row.full_name,
  uploadedAt: row.uploaded_at,
});
