import type { Day } from '#shared/calendar.ts';
import { manyInAnHour } from '#features/visits/model/plausible.ts';
import type { ReportContent } from './content.ts';
import type { ExplanationReason } from './explanations.ts';
import { figureOf, type ReportFigure } from './figures.ts';

/** How the visits of a period were written down, as far as it is odd (R97). */
export interface WorkPattern {
  /** Lượt of the period. */
  visits: number;
  /** The day with the most. */
  busiestDay: { on: Day; visits: number } | null;
  /** The member's hour with the most; visits from paper, which have no hour, are left out. */
  busiestHour: { name: string; on: Day; visits: number } | null;
}

/** What a reader should look at before the report is sent or received; `code`: the figure that it is about. */
export type ReportWarning =
  | { kind: 'no_contacts'; code: string | undefined }
  | { kind: 'no_households'; code: string | undefined }
  | { kind: 'impossible'; code: string; title: string }
  | { kind: 'same_as_before' }
  | { kind: 'jump'; code: string; title: string; unit: string; before: number; now: number }
  | { kind: 'one_day'; on: Day; visits: number }
  | { kind: 'busy_hour'; name: string; on: Day; visits: number }
  | { kind: 'many_unknown'; code: string; unknown: number; whole: number }
  | { kind: 'unexplained'; code: string; title: string; reason: ExplanationReason }
  | { kind: 'no_signer' }
  | { kind: 'nothing_written' };

/** Share of people about whom so little is known that the figures say little. */
const muchUnknown = 0.2;
/** A number that became so many times as large, or as small, and moved by at least so much, is worth a look. */
const jump = { times: 3, atLeast: 20 };
/** Fewer visits than this may well be one day's work. */
const manyOnADay = 10;

/** Only what somebody can act on, the gravest first. */
export function warningsOf(content: ReportContent, work?: WorkPattern): ReportWarning[] {
  const warnings: ReportWarning[] = [];
  const { figures } = content;
  const households = figureOf(figures, 'households');
  if (households?.cumulative === 0) warnings.push({ kind: 'no_households', code: households.code });
  const contacts = figureOf(figures, 'contacts');
  if (contacts?.period === 0) warnings.push({ kind: 'no_contacts', code: contacts.code });
  for (const figure of figures)
    if (isImpossible(figure, figures))
      warnings.push({ kind: 'impossible', code: figure.code, title: figure.title });
  if (isSameAsBefore(figures)) warnings.push({ kind: 'same_as_before' });
  for (const figure of figures) {
    const before = beforeOf(figure);
    if (figure.code.includes('.') || figure.period === null || before === null) continue;
    if (hasJumped(before, figure.period))
      warnings.push({
        kind: 'jump',
        code: figure.code,
        title: figure.title,
        unit: figure.unit,
        before,
        now: figure.period,
      });
  }
  for (const { code, title, reason, text } of content.explanations ?? [])
    if (text === null) warnings.push({ kind: 'unexplained', code, title, reason });
  if (work?.busiestDay && work.visits >= manyOnADay && work.busiestDay.visits === work.visits)
    warnings.push({ kind: 'one_day', ...work.busiestDay });
  if (work?.busiestHour && work.busiestHour.visits >= manyInAnHour)
    warnings.push({ kind: 'busy_hour', ...work.busiestHour });
  const people = figureOf(figures, 'people_14_all_three');
  const unknown = people?.unknown ?? 0;
  const whole = people?.population ?? 0;
  if (whole > 0 && unknown / whole > muchUnknown)
    warnings.push({ kind: 'many_unknown', code: people?.code ?? '', unknown, whole });
  if (content.signer === null) warnings.push({ kind: 'no_signer' });
  if (content.sections.every((section) => !section.written)) warnings.push({ kind: 'nothing_written' });
  return warnings;
}

/** What happened in the period before; null for a state, or when it is not known. */
const beforeOf = ({ kind, period, change }: ReportFigure) =>
  kind === 'state' || period === null || change === null ? null : period - change;

/** More than the whole, or a part that is more than what it is a part of: the sums cannot be right. */
function isImpossible(figure: ReportFigure, all: readonly ReportFigure[]): boolean {
  const { period, cumulative, population, unknown, code, unit } = figure;
  const more = (one: number | null, other: number | null) => one !== null && other !== null && one > other;
  const stem = code.includes('.') ? all.find((one) => one.code === code.replace(/\..*$/, '')) : undefined;
  return (
    more(period, cumulative) ||
    more(cumulative, population) ||
    more(unknown, population) ||
    (stem !== undefined && stem.unit === unit && more(cumulative, stem.cumulative))
  );
}

/** Every number that could move is the one of the period before: perhaps the same paper was written down again. */
function isSameAsBefore(figures: readonly ReportFigure[]): boolean {
  const moving = figures.filter((figure) => figure.kind !== 'state' && (figure.period ?? 0) > 0);
  return moving.length > 1 && moving.every((figure) => figure.change === 0);
}

function hasJumped(before: number, now: number): boolean {
  const [low, high] = before < now ? [before, now] : [now, before];
  return low > 0 && high - low >= jump.atLeast && high >= low * jump.times;
}

const graveKinds: readonly ReportWarning['kind'][] = [
  'no_households',
  'no_contacts',
  'impossible',
  'same_as_before',
  'jump',
  'one_day',
  'busy_hour',
];

/** True for what a reader must look into before he receives a report; the rest helps who writes it. */
export function isGrave(warning: ReportWarning): boolean {
  return graveKinds.includes(warning.kind);
}
