/**
 * Prints a guide as PDF, for the wall of a hamlet's office: node scripts/print-guide.ts thanh-vien.md out.pdf
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printedGuide } from './print-guide/printed-guide.ts';
import { launchBrowser } from '../tests/browser.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const [guide, out] = positionals;
if (guide === undefined || out === undefined) {
  console.error('node scripts/print-guide.ts <guide in docs/huong-dan> <file.pdf>');
  process.exit(2);
}
const file = resolve(import.meta.dirname, '..', 'docs', 'huong-dan', guide);
const browser = await launchBrowser();
try {
  await writeFile(out, await printedGuide(browser, await readFile(file, 'utf8'), dirname(file)));
} finally {
  await browser.close();
}
