/**
 * Text from people goes into a document as letters and nothing else (B5): no control or invisible characters, nothing
 * that XML cannot hold, one form of every Vietnamese letter (NFC). Markup and field codes stay what they are: text.
 */
import { cleanLine } from '#shared/fold.ts';

/** The same value with every text in it made literal. Blanks at the edge of a run are kept: they part words. */
export function literal<T>(value: T): T;
export function literal(value: unknown): unknown {
  if (typeof value === 'string') return literalText(value);
  if (Array.isArray(value)) return value.map((part: unknown) => literal(part));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, unknown]) => [key, literal(part)]),
  );
}

// The bars keep cleanLine from trimming; no mark combines with them.
function literalText(text: string): string {
  return (
    cleanLine(`|${text}|`)
      .slice(1, -1)
      .replace(/[\ufffe\uffff]/g, '')
      // A percent sign never begins a line.
      .replace(/(\d) %/g, '$1\u00a0%')
  );
}
