import type { ReadContext } from '#platform/commands/command.server.ts';
import { documentsWaiting, type PaperStep } from '#features/documents/queries/documents-waiting.server.ts';
import * as documentWords from '#features/documents/words.ts';
import { communeReportsWaiting } from '#features/reports/queries/commune-reports-waiting.server.ts';
import { periodName } from '#features/reports/words.ts';
import type { NeedTile } from './office.server.ts';
import { papers as words } from './words.ts';

interface Paper {
  what: 'report' | 'document';
  step: PaperStep;
  href: string;
  name: string;
}

/** The commune's reports and documents that wait for the actor: one tile for each step, which leads to the paper or to the list. */
export async function paperNeeds(ctx: ReadContext): Promise<NeedTile[]> {
  const papers: Paper[] = [
    ...(await communeReportsWaiting(ctx)).map(({ report, step }) => ({
      what: 'report' as const,
      step,
      href: `/bao-cao/xa/${report.id}`,
      name: periodName(report.span.key),
    })),
    ...(await documentsWaiting(ctx)).map(({ document, step }) => ({
      what: 'document' as const,
      step,
      href: `/van-ban/${document.id}`,
      name: documentWords.kinds[document.kind],
    })),
  ];
  return [...Map.groupBy(papers, ({ what, step }) => `${what} ${step}` as const)].map(([key, alike]) => {
    const [first] = alike;
    const { what = 'report', step = 'approve' } = first ?? {};
    const only = alike.length === 1 ? first?.href : undefined;
    return {
      key,
      href: only ?? (what === 'report' ? '/bao-cao/xa' : '/van-ban'),
      count: alike.length,
      text: words[what][step],
      detail: words.names(alike.map(({ name }) => name)),
      tone: 'warm',
    };
  });
}
