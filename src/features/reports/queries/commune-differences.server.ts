import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { canSeeCommuneSum } from '../policy.ts';
import type { CommuneContent } from '../model/commune-content.ts';
import type { CommuneReport } from './find-commune-report.server.ts';
import { composeCommuneReport } from './commune-report-content.server.ts';
import { reportsOf } from './find-report.server.ts';

/** A hamlet whose report in the commune's is another than the one that is accepted now; null: there was, or is, none. */
export interface CommuneDifference {
  name: string;
  before: { id: Id; version: number } | null;
  now: { id: Id; version: number } | null;
}

/**
 * The hamlets whose accepted report changed after the commune's report was approved: it stands as it was (P17), and this says what a
 * new version would hold. Nothing for a draft, which is live. Throws `not_found` for who does not see the commune's sum.
 */
export async function communeDifferences(
  ctx: ReadContext,
  report: Pick<CommuneReport, 'span' | 'state' | 'snapshot'>,
): Promise<CommuneDifference[]> {
  visible(ctx.actor, canSeeCommuneSum);
  if (report.state === 'draft' || !report.snapshot) return [];
  const accepted = (await reportsOf(ctx, [report.span.key])).filter(
    ({ state }) => state === 'accepted' || state === 'locked',
  );
  return report.snapshot.rows
    .map(({ hamletId, name, report: before }) => {
      const now = accepted.find((one) => one.hamletId === hamletId);
      return {
        name,
        before: before && { id: before.id, version: before.version },
        now: now ? { id: now.id, version: now.version } : null,
      };
    })
    .filter(({ before, now }) => before?.id !== now?.id);
}

/** What the report would say now, by its own forms. Throws `not_found` for who does not see the commune's sum. */
export async function communeContentNow(ctx: ReadContext, report: CommuneReport): Promise<CommuneContent> {
  visible(ctx.actor, canSeeCommuneSum);
  return composeCommuneReport(ctx, report);
}
