import { attachment } from '#platform/http/attachment.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { canOpenTasks } from '#features/tasks/policy.ts';
import { getEvidence } from '#features/tasks/queries/task-evidence.server.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { RequestHandler } from './$types';

export const _access: Access = canOpenTasks;

/** A file that shows what was done, always as a download and of the kind that its bytes said. */
export const GET: RequestHandler = (event) =>
  read(event, async (ctx) => {
    const { id, tep } = event.params;
    if (!isId(tep)) throw notFound();
    const file = await getEvidence(ctx, tep);
    if (file.taskId !== id) throw notFound();
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'content-type': file.mediaType,
        'content-disposition': attachment(file.name),
        'cache-control': 'private, no-store',
      },
    });
  });
