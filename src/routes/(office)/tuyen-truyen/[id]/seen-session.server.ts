import type { ReadContext } from '#platform/commands/command.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { canCorrectOutreach } from '#features/outreach/policy.ts';
import { getOutreach } from '#features/outreach/queries/list-outreach.server.ts';
import { getPlacedSession } from '#features/outreach/queries/placed-session.server.ts';

/** The session of a URL as it stands, and whether the reader may correct it. */
export async function seenSession(ctx: ReadContext, id: string) {
  if (!isId(id)) throw notFound();
  const session = await getOutreach(ctx, id);
  const mayCorrect =
    !session.isVoid && canCorrectOutreach(ctx.actor, await getPlacedSession(ctx, session.id));
  return { session, mayCorrect };
}
