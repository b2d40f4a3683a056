import type { ReadContext } from '#platform/commands/command.server.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';

/** What the form of a content offers of the commune's catalogue. */
export async function contentChoices(ctx: ReadContext) {
  const named = async (kind: 'topic' | 'platform') =>
    (await listCatalogue(ctx, kind)).map(({ code, name }) => ({ code, name }));
  return { topics: await named('topic'), platforms: await named('platform') };
}
