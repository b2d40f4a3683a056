import type { HandoverResult } from '#features/sync/commands/import-handover.server.ts';
import { handover as words } from '../words.ts';

/** What became of a hand-over file, a line for each kind of answer; what there is none of is not told. */
export function resultLines(
  result: Pick<HandoverResult, 'counts' | 'already' | 'broken' | 'waiting'>,
): string[] {
  const lines: [number, (count: number) => string][] = [
    [result.counts.ok, words.ok],
    [result.counts.merged, words.merged],
    [result.counts.review, words.review],
    [result.counts.rejected, words.rejected],
    [result.broken, words.broken],
    [result.waiting, words.waiting],
    [result.already, words.already],
  ];
  return lines.filter(([count]) => count > 0).map(([count, say]) => say(count));
}
