/**
 * Measures the built field app and ends with an error when it has outgrown what a weak phone on a weak line bears.
 *
 *   npm run build && npm run check:field
 */
import { resolve } from 'node:path';
import { appSize, budget } from './field-build/app-size.ts';

const { firstScreen, whole } = await appSize(resolve(import.meta.dirname, '../build/field'));

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(
  `field app, first screen (script): ${kilobytes(firstScreen)} of ${kilobytes(budget.firstScreen)}`,
);
console.log(`field app, whole, without zxing:  ${kilobytes(whole)} of ${kilobytes(budget.whole)}`);
if (whole > budget.wanted)
  console.log(`  (${kilobytes(budget.wanted)} were promised of the whole; that is not reached)`);
if (firstScreen > budget.firstScreen || whole > budget.whole) {
  console.error('The field app has outgrown its budget: load later what is not on the first screen.');
  process.exitCode = 1;
}
