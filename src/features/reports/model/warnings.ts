import type { ReportContent } from './content.ts';
import { figureOf } from './figures.ts';

/** What a reader should look at before the report is sent or received. */
export type ReportWarning =
  | { kind: 'no_contacts' }
  | { kind: 'no_households' }
  | { kind: 'many_unknown'; unknown: number; whole: number }
  | { kind: 'no_signer' }
  | { kind: 'nothing_written' };

/** Share of people about whom so little is known that the figures say little. */
const muchUnknown = 0.2;

/** Only what somebody can act on, the gravest first. */
export function warningsOf(content: ReportContent): ReportWarning[] {
  const warnings: ReportWarning[] = [];
  if (figureOf(content.figures, 'households')?.cumulative === 0) warnings.push({ kind: 'no_households' });
  if (figureOf(content.figures, 'contacts')?.period === 0) warnings.push({ kind: 'no_contacts' });
  const people = figureOf(content.figures, 'people_14_all_three');
  const unknown = people?.unknown ?? 0;
  const whole = people?.population ?? 0;
  if (whole > 0 && unknown / whole > muchUnknown) warnings.push({ kind: 'many_unknown', unknown, whole });
  if (content.signer === null) warnings.push({ kind: 'no_signer' });
  if (content.sections.every((section) => !section.written)) warnings.push({ kind: 'nothing_written' });
  return warnings;
}
