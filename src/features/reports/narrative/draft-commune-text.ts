import { formatRate } from '#shared/numbers.ts';
import { statusLines } from '../document/commune-sum-document.ts';
import { sumFigure, type CommuneSum, type SumRow } from '../model/commune-sum.ts';
import { figureOf, rateOfFigure } from '../model/figures.ts';
import type { FigureCode } from '../model/figure-codes.ts';
import type { DraftCode } from '../model/template.ts';
import { draftText } from './draft-text.ts';
import { inspectionText } from './inspection-text.ts';
import { emulationText } from './emulation-text.ts';
import { beyondObstacles, obstacleText, type ObstacleGround } from './obstacle-text.ts';
import { moneyText } from './money-text.ts';
import { taskText } from './task-text.ts';
import type { FilledPart } from '../model/request.ts';
import { pioneerText } from './pioneer-text.ts';
import { trainingText } from './training-text.ts';
import type { InspectionsThen } from '#features/inspection/queries/as-of.server.ts';
import type { PioneerTable } from '#features/units/queries/pioneers.server.ts';
import type { EmulationThen } from '#features/emulation/queries/as-of.server.ts';
import type { TasksThen } from '#features/tasks/queries/tasks-as-of.server.ts';
import type { TrainingThen } from '#features/training/queries/as-of.server.ts';
import { inOneLine, listed, sentence } from './sentences.ts';
import { kindInText } from '../words.ts';
import * as words from '../commune-words.ts';

/** What people of the hamlets wrote in their reports, by section: obstacles and proposals go up in their own words. */
export type HamletTexts = ReadonlyMap<string, readonly { hamlet: string; text: string }[]>;

/** What is told of the commune beside the sums, as it stood at the cut-off. */
export interface CommuneThen {
  obstacles: ObstacleGround;
  training: TrainingThen;
  work: TasksThen;
  /** What units gave in figures. */
  filled: readonly FilledPart[];
  inspections: InspectionsThen;
  /** Absent where no form speaks of it. */
  pioneers?: PioneerTable | undefined;
  emulation: EmulationThen;
}

/** The figures by which hamlets are set beside each other, with what they say. */
const compared: readonly { figure: FigureCode; what: string }[] = [
  { figure: 'households_informed', what: words.compared.informed },
  { figure: 'households_guided', what: words.compared.guided },
  { figure: 'people_14_all_three', what: words.compared.allThree },
];
/** Of fewer hamlets nobody leads and nobody lags. */
const fewest = 4;
const named = 3;

/**
 * A section of the commune's report in administrative Vietnamese: the sums of the hamlets' reports, who leads and who lags, and
 * what the hamlets themselves wrote. Lines that begin with "-" are bullets.
 */
export function draftCommuneText(
  code: DraftCode,
  sum: CommuneSum,
  texts: HamletTexts,
  { obstacles, training, work, filled, inspections, pioneers, emulation }: CommuneThen,
): string {
  if (code === 'general')
    return [...statusLines(sum), taskText(work), inspectionText(inspections, sum.rows.length)]
      .filter(Boolean)
      .join('\n')
      .replaceAll('{kỳ}', kindInText[sum.span.kind]);
  if (code === 'hamlets') return comparison(sum).join('\n');
  if (code === 'pioneers') return pioneers ? pioneerText(pioneers) : '';
  if (code === 'training') return trainingText(training).replaceAll('{kỳ}', kindInText[sum.span.kind]);
  if (code === 'budget') return moneyText(filled).replaceAll('{kỳ}', kindInText[sum.span.kind]);
  const told = texts.get(code) ?? [];
  if (code === 'obstacles' || code === 'proposals') {
    const named = obstacleText(code === 'obstacles' ? 'obstacle' : 'proposal', obstacles);
    const own = told
      .map(({ hamlet, text }) => ({ hamlet, text: inOneLine(beyondObstacles(text, obstacles.list)) }))
      .filter(({ text }) => text !== '');
    const lines = [...named, ...own.map(({ hamlet, text }) => `- ${hamlet}: ${text}`)];
    if (lines.length > 0) return lines.join('\n').replaceAll('{kỳ}', kindInText[sum.span.kind]);
  }
  const codes = [...new Set(sum.rows.flatMap((row) => [...(row.report?.figures.keys() ?? [])]))];
  const rows = codes.flatMap((one) => sumFigure(sum.rows, one) ?? []);
  if (rows.length === 0)
    return code === 'outreach' ? emulationText(emulation).replaceAll('{kỳ}', kindInText[sum.span.kind]) : '';
  return draftText(code, { kind: sum.span.kind, rows, place: sum.commune.title, team: sum.team, emulation });
}

/** Which hamlets lead and which lag, with their rates; only where enough of them have sent to compare. */
function comparison(sum: CommuneSum): string[] {
  return compared.flatMap(({ figure, what }) => {
    const known = sum.rows.flatMap((row) => {
      const rate = rateIn(row, figure);
      return rate === null ? [] : [{ name: row.name, ...rate }];
    });
    if (known.length < fewest) return [];
    const ordered = known.toSorted(
      (one, other) => other.rate - one.rate || one.name.localeCompare(other.name, 'vi'),
    );
    if (ordered[0]?.rate === ordered.at(-1)?.rate) return [sentence(words.allAlike(what))];
    const tell = (list: typeof ordered) =>
      listed(list.map(({ name, reached, whole }) => `${name} (${formatRate(reached, whole)})`));
    return [
      sentence(
        words.leadAndLag(what, tell(ordered.slice(0, named)), tell(ordered.slice(-named).toReversed())),
      ),
    ];
  });
}

function rateIn(
  { report }: SumRow,
  code: FigureCode,
): { rate: number; reached: number; whole: number } | null {
  const figure = report && figureOf([...report.figures.values()], code);
  const rate = figure ? rateOfFigure(figure) : null;
  if (!figure || rate === null || figure.cumulative === null || figure.population === null) return null;
  return { rate, reached: figure.cumulative, whole: figure.population };
}
