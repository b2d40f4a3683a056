import { attachment } from '#platform/http/attachment.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { canSeeVouchers } from '#features/budget/policy.ts';
import { getVoucher } from '#features/budget/queries/spends.server.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { RequestHandler } from './$types';

export const _access: Access = canSeeVouchers;

/** A file of a voucher, always as a download and of the kind that its bytes said. */
export const GET: RequestHandler = (event) =>
  read(event, async (ctx) => {
    const { tep } = event.params;
    if (!isId(tep)) throw notFound();
    const file = await getVoucher(ctx, tep);
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'content-type': file.mediaType,
        'content-disposition': attachment(file.name),
        'cache-control': 'private, no-store',
      },
    });
  });
