import { boldWidth } from '../text-width.ts';
import type { Findings } from './deviation.ts';
import type { Seen } from './formatting.ts';

export interface Look {
  sizes: readonly [low: number, high: number];
  bold?: boolean;
  italic?: boolean;
  align?: 'left' | 'center' | 'both';
  capitals?: boolean;
}

/** Checks letters and place of one paragraph against what the decree says of its box. */
export function checkLook(seen: Seen, rule: string, look: Look, findings: Findings): void {
  const { bold = false, italic = false, align, capitals = false, sizes } = look;
  const [low, high] = sizes;
  for (const run of seen.runs) {
    findings.expect(
      run.size >= low && run.size <= high,
      `${rule}.size`,
      `${low}–${high}`,
      `${seen.text}: ${run.size}`,
    );
    findings.expect(run.bold === bold, `${rule}.bold`, bold ? 'bold' : 'not bold', seen.text);
    findings.expect(run.italic === italic, `${rule}.italic`, italic ? 'italic' : 'upright', seen.text);
  }
  if (align !== undefined)
    findings.expect(seen.align === align, `${rule}.align`, align, `${seen.text}: ${seen.align}`);
  if (capitals) {
    findings.expect(
      seen.text === seen.text.toLocaleUpperCase('vi'),
      `${rule}.capitals`,
      'capitals',
      seen.text,
    );
  }
}

export function sizeOf(seen: Seen | undefined): number {
  return seen?.runs[0]?.size ?? 0;
}

/** A line under a text, in the middle, as long as `share` (from, to) of the text's longest line. All widths in twips. */
export function checkLine(
  line: Seen | undefined,
  rule: string,
  above: Seen | undefined,
  available: number,
  share: readonly [from: number, to: number],
  findings: Findings,
): void {
  if (line === undefined || above === undefined || !line.lineBelow) {
    findings.expect(false, rule, 'a line under the text', line?.text ?? 'nothing');
    return;
  }
  const room = available - above.left - above.right;
  const text = Math.min(boldWidth(above.text, sizeOf(above)) * 20, room);
  const length = available - line.left - line.right;
  const [from, to] = share;
  findings.expect(
    length >= text * from && length <= text * to && Math.abs(line.left - line.right) <= 2,
    rule,
    `${Math.round(text * from)}–${Math.round(text * to)} twips, in the middle`,
    `${length}, from ${line.left}`,
  );
}
