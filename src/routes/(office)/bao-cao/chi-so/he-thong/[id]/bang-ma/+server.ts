import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { attachment } from '#platform/http/attachment.ts';
import { canOpenIndicators } from '#features/indicators/policy.ts';
import { mappingFile } from '#features/indicators/queries/mapping-file.server.ts';
import type { RequestHandler } from './$types';
import { read, type Access } from '#routes/door.server.ts';

export const _access: Access = canOpenIndicators;

/** The mapping as a workbook; `?loai=csv` as a CSV. */
export const GET: RequestHandler = async (event) => {
  const file = await read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    return mappingFile(ctx, event.params.id, event.url.searchParams.get('loai') === 'csv' ? 'csv' : 'xlsx');
  });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.type,
      'content-disposition': attachment(file.name),
      'cache-control': 'private, no-store',
    },
  });
};
