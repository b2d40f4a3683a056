import type { ReadContext } from '#platform/commands/command.server.ts';
import { getContent, type Content } from '#features/outreach/queries/contents.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';

/** The content of a page's address; `not_found` for what is no id, too. */
export async function contentAt(ctx: ReadContext, id: string): Promise<Content> {
  if (!isId(id)) throw notFound();
  return getContent(ctx, id);
}
