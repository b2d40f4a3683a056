import type { Chart, ChartPanel } from '../../document-model.ts';
import * as words from '../../words.ts';
import { dashed, label, spot, stroke, type Drawing, type Point, type Shape } from './drawing.ts';
import { legend } from './legend.ts';
import { endOf, isReached, letter, onWhite, planText, titleLines, valueText } from './scale.ts';

const between = { across: 24, down: 14 };
const panelHeight = 160;
const titleRoom = letter.title * 1.2 + 6;
const labelRoom = 14;
const legendRoom = 20;
/** The plan's words stand on the right of its line. */
const planRoom = 76;

/** A panel for each thing that is measured, two beside each other where there is room, each with its months below. */
export function drawLines(chart: Chart, width: number, height: number): Omit<Drawing, 'alt'> {
  const across = width > 600 && chart.panels.length > 1 ? 2 : 1;
  const down = Math.ceil(chart.panels.length / across);
  const each = (width - between.across * (across - 1)) / across;
  const high = Math.min(panelHeight, (height - legendRoom - between.down * (down - 1)) / Math.max(1, down));
  const bottom = down * high + (down - 1) * between.down;
  return {
    width,
    height: bottom + legendRoom,
    shapes: [
      ...chart.panels.flatMap((panel, index) =>
        drawPanel(panel, chart, {
          left: (index % across) * (each + between.across),
          top: Math.floor(index / across) * (high + between.down),
          width: each,
          height: high,
        }),
      ),
      ...legend(chart, 0, width, bottom + legendRoom - 4),
    ],
  };
}

function drawPanel(
  panel: ChartPanel,
  chart: Chart,
  frame: { left: number; top: number; width: number; height: number },
): Shape[] {
  const { left, width } = frame;
  const { plan, values } = panel;
  const top = frame.top + titleRoom + letter.value;
  const bottom = frame.top + frame.height - labelRoom;
  const right = left + width - planRoom;
  const step = (right - left) / Math.max(1, values.length);
  const scale = (bottom - top) / endOf(panel, chart);
  const at = (index: number, value: number): Point => [left + step * (index + 0.5), bottom - value * scale];
  const last = plan.at(-1) ?? null;
  const [title = ''] = titleLines(panel, chart, width);
  return [
    label(title, [left, frame.top + letter.title], letter.title, 'left', true),
    stroke([left, bottom], [right, bottom], 0.8),
    ...plan.flatMap((value, index): Shape[] => {
      const next = plan[index + 1] ?? null;
      return value === null || next === null ? [] : dashed(at(index, value), at(index + 1, next), 1.1);
    }),
    ...(last === null
      ? []
      : [
          ...dashed(at(plan.length - 1, last), [right, at(plan.length - 1, last)[1]], 1.1),
          label(
            words.chart.planOf(planText(last, chart.unit)),
            [right + 3, at(plan.length - 1, last)[1] + letter.value * 0.33],
            letter.value,
          ),
        ]),
    ...values.flatMap((value, index): Shape[] => {
      const next = values[index + 1] ?? null;
      return value === null || next === null ? [] : [stroke(at(index, value), at(index + 1, next), 1.2)];
    }),
    ...values.flatMap((value, index): Shape[] => {
      const [x, y] = at(index, value ?? 0);
      const reached = isReached(value, plan[index]) !== false;
      // What is below the plan's line has its value below, where there is room above the months.
      const below = !reached && bottom - y > letter.value + 8;
      const foot = below ? y + letter.value + 4 : y - 5;
      const text = onWhite(valueText(value, chart.unit), [x, foot], letter.value, 'center');
      return value === null ? text : [...text, ...spot([x, y], 2.6, reached)];
    }),
    ...chart.labels.map((text, index) =>
      label(text, [left + step * (index + 0.5), bottom + letter.value + 2], letter.value, 'center'),
    ),
  ];
}
