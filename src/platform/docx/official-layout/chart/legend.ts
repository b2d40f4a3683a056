import type { Chart } from '../../document-model.ts';
import { boldWidth } from '../../text-width.ts';
import * as words from '../../words.ts';
import { box, dashed, hatched, label, spot, type Shape } from './drawing.ts';
import { isReached, letter } from './scale.ts';

/** Points from a sign to its words, and from these to the next sign. */
const room = { sign: 21, next: 16 };
// Upright letters are narrower than bold ones: there is always room.
const wide = (text: string) => room.sign + boldWidth(text, letter.value);

/** What the signs of a chart mean, in one line; only those that it has. It begins at `left` where it fits into `width`. */
export function legend(chart: Chart, left: number, width: number, y: number): Shape[] {
  const values = chart.panels.flatMap(({ values, plan }) =>
    values.map((value, index) => ({ value, plan: plan[index] })),
  );
  const has = (wanted: boolean) => values.some(({ value, plan }) => isReached(value, plan) === wanted);
  const sign = (full: boolean) => (x: number) => {
    if (chart.form === 'line') return spot([x + 8, y - 3], 2.6, full);
    return full ? [box(x, y - 7, 16, 8, 0.35)] : hatched(x, y - 7, 16, 8);
  };
  const signs: { shown: boolean; draw: (x: number) => Shape[]; text: string }[] = [
    { shown: has(true), draw: sign(true), text: words.chart.reached },
    { shown: has(false), draw: sign(false), text: words.chart.below },
    {
      shown: chart.panels.some(({ plan }) => plan.some((one) => one !== null)),
      draw: (x) => dashed([x, y - 3], [x + 16, y - 3], 1.1),
      text: words.chart.plan,
    },
    {
      shown: values.some(({ value }) => value === null),
      draw: (x) => [label('—', [x + 8, y], letter.value, 'center')],
      text: words.chart.unknown,
    },
  ];
  const own = signs.filter(({ shown }) => shown);
  const long = own.reduce((sum, { text }) => sum + wide(text) + room.next, -room.next);
  let x = Math.max(0, Math.min(left, width - long));
  return own.flatMap(({ draw, text }) => {
    const shapes = [...draw(x), label(text, [x + room.sign, y], letter.value)];
    x += wide(text) + room.next;
    return shapes;
  });
}
