/**
 * Measures the built field app and ends with an error when it has outgrown what a weak phone on a weak line bears.
 *
 *   npm run build && npm run check:field
 */
import { resolve } from 'node:path';
import { appSize, budget } from './field-build/app-size.ts';

const size = await appSize(resolve(import.meta.dirname, '../build/field'));

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const tell = (what: string, bytes: number, most: number, wanted = most) =>
  console.log(
    `field app, ${what}: ${kilobytes(bytes)} of ${kilobytes(most)}${
      bytes > wanted ? ` (${kilobytes(wanted)} were promised; that is not reached)` : ''
    }`,
  );
tell('first screen (script)', size.firstScreen, budget.firstScreen);
tell('up to the first form', size.firstForm, budget.firstForm, budget.wanted.firstForm);
tell('whole, without zxing', size.whole, budget.whole, budget.wanted.whole);
if (size.firstScreen > budget.firstScreen || size.firstForm > budget.firstForm || size.whole > budget.whole) {
  console.error('The field app has outgrown its budget: load later what is not on the first screen.');
  process.exitCode = 1;
}
