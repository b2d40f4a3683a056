import type { ReadContext } from '#platform/commands/command.server.ts';
import { getSupport, type SupportRequest } from '#features/support/queries/support.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';

/** The request of a page's address; `not_found` for what is no id, too. */
export async function requestAt(ctx: ReadContext, id: string): Promise<SupportRequest> {
  if (!isId(id)) throw notFound();
  return getSupport(ctx, id);
}
