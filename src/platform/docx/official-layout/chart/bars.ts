import type { Chart, ChartPanel } from '../../document-model.ts';
import { boldWidth } from '../../text-width.ts';
import * as words from '../../words.ts';
import { box, dashed, hatched, label, stroke, type Drawing, type Shape } from './drawing.ts';
import { legend } from './legend.ts';
import { endOf, isReached, letter, onWhite, planText, titleLines, valueText } from './scale.ts';

/** Points between two panels, beside a bar for its value, and for the line that says what the plan wants. */
const between = 14;
const valueRoom = 30;
const planRoom = 13;
const legendRoom = 22;

interface Frame {
  left: number;
  width: number;
  top: number;
  row: number;
}

/** A row for each label, a panel for each thing that is measured, the labels once on the left. */
export function drawBars(chart: Chart, width: number, height: number): Omit<Drawing, 'alt'> {
  const names = Math.max(0, ...chart.labels.map((text) => boldWidth(text, letter.label))) + 6;
  const count = Math.max(1, chart.panels.length);
  const each = (width - names - between * (count - 1)) / count;
  const titles = chart.panels.map((panel) => titleLines(panel, chart, each));
  const lines = Math.max(1, ...titles.map((title) => title.length));
  const top = lines * letter.title * 1.2 + 4 + planRoom;
  // A row is as high as there is room for, up to what reads well.
  const row = Math.max(8, Math.min(15, (height - top - legendRoom) / Math.max(1, chart.labels.length)));
  const bottom = top + row * chart.labels.length;
  return {
    width,
    height: bottom + legendRoom,
    shapes: [
      ...chart.labels.map((text, index) =>
        label(
          text,
          [0, top + row * index + row / 2 + letter.label * 0.33],
          Math.min(letter.label, row * 0.8),
        ),
      ),
      ...chart.panels.flatMap((panel, index): Shape[] => {
        const left = names + index * (each + between);
        const title = titles[index] ?? [];
        const above = (lines - title.length) * letter.title * 1.2;
        return [
          ...title.map((line, at) =>
            label(line, [left, above + letter.title * (at * 1.2 + 1)], letter.title, 'left', true),
          ),
          ...drawPanel(panel, chart, { left, width: each, top, row }),
        ];
      }),
      ...legend(chart, names, width, bottom + legendRoom - 5),
    ],
  };
}

function drawPanel(panel: ChartPanel, chart: Chart, { left, width, top, row }: Frame): Shape[] {
  const { plan, values } = panel;
  const scale = (width - valueRoom) / endOf(panel, chart);
  const bottom = top + row * values.length;
  const bars = values.flatMap((value, index): Shape[] => {
    const y = top + row * index;
    const thick = row * 0.64;
    const size = Math.min(letter.value, row * 0.8);
    const long = (value ?? 0) * scale;
    const text = valueText(value, chart.unit);
    const wanted = plan[index] ?? null;
    const reached = isReached(value, wanted);
    const bar =
      reached === false
        ? hatched(left, y + (row - thick) / 2, long, thick)
        : [box(left, y + (row - thick) / 2, long, thick, reached === null ? 0.6 : 0.35)];
    const at = wanted === null ? null : wanted * scale;
    // The plan's line goes on in white through what it would be lost in.
    const notch =
      at === null || reached !== true || long - at < 1
        ? []
        : [stroke([left + at, y + (row - thick) / 2], [left + at, y + (row + thick) / 2], 1.1, 1)];
    const start = value === null ? 4 : beside(long + 4, boldWidth(text, size), at);
    return [
      ...(long > 0 ? bar : []),
      ...notch,
      ...onWhite(text, [left + start, y + row / 2 + size * 0.33], size, 'left'),
    ];
  });
  const line = (value: number, from: number, to: number) =>
    dashed([left + value * scale, from], [left + value * scale, to], 1.1);
  const wanted = [...new Set(plan.filter((one) => one !== null))];
  const [only] = wanted;
  return [
    ...(wanted.length === 1 && only !== undefined
      ? [
          ...line(only, top - 2, bottom + 2),
          planLabel(words.chart.planOf(planText(only, chart.unit)), only * scale, left, width, top - 5),
        ]
      : plan.flatMap((one, index) =>
          one === null ? [] : line(one, top + row * index, top + row * (index + 1)),
        )),
    ...bars,
    stroke([left, top - 2], [left, bottom + 2], 0.8),
  ];
}

/** Where a value begins: beside its bar, or behind the plan's line where that would go through it. */
function beside(start: number, width: number, line: number | null): number {
  return line !== null && line > start - 3 && line < start + width + 3 ? line + 4 : start;
}

/** Above its line, and within its panel. */
function planLabel(text: string, at: number, left: number, width: number, y: number): Shape {
  const half = boldWidth(text, letter.value) / 2;
  return label(text, [left + Math.min(Math.max(at, half), width - half), y], letter.value, 'center');
}
