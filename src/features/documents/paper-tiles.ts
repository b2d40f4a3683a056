import type { Waiting } from '#platform/feature.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { fewNames } from '#shared/few-names.ts';
import type { PaperStep } from './model/document-state.ts';
import * as words from './words.ts';

/** A paper whose next step is somebody's. */
export interface WaitingPaper {
  step: PaperStep;
  href: string;
  name: string;
  updatedAt: Date;
}

/** One tile for each step that papers of a kind wait for; it leads to the paper, or to the list when there are several. */
export function paperTiles(
  kind: { key: string; what: string; list: string },
  papers: readonly WaitingPaper[],
): Waiting[] {
  return [...Map.groupBy(papers, ({ step }) => step)].map(([step, alike]) => {
    const text = words.paperSteps(kind.what)[step];
    const [only, ...others] = alike;
    return {
      key: `${kind.key} ${step}`,
      href: only && others.length === 0 ? only.href : kind.list,
      count: alike.length,
      text,
      detail: fewNames(
        alike.map(({ name }) => name),
        words.waitingPaper,
      ),
      tone: 'warm',
      since: alike.map(({ updatedAt }) => dayOf(updatedAt)).toSorted()[0] ?? null,
      lead: words.paperLead(text),
    };
  });
}
