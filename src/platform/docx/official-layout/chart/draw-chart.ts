import type { Chart } from '../../document-model.ts';
import { drawBars } from './bars.ts';
import type { Drawing } from './drawing.ts';
import { drawLines } from './lines.ts';

/** A chart as shapes, no wider and no higher than the room for it (points). */
export function drawChart(chart: Chart, width: number, height: number): Drawing {
  return { ...(chart.form === 'bars' ? drawBars : drawLines)(chart, width, height), alt: chart.alt };
}
