import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { paperTiles } from './paper-tiles.ts';
import { documentsWaiting } from './queries/documents-waiting.server.ts';
import * as words from './words.ts';

/** Documents whose next step is the actor's. */
export async function papersWaiting(ctx: ReadContext): Promise<Waiting[]> {
  const papers = (await documentsWaiting(ctx)).map(({ document, step }) => ({
    step,
    href: `/van-ban/${document.id}`,
    name: words.kinds[document.kind],
    updatedAt: document.updatedAt,
  }));
  return paperTiles({ key: 'document', what: words.waitingPaper, list: '/van-ban' }, papers);
}
