/* Loaded before the product (node --import): its clock stands at the moment that is written in the file CLOCK_FILE (ISO), until another is. */
import { readFileSync } from 'node:fs';

const file = process.env['CLOCK_FILE'] ?? '';
const TrueDate = Date;
/** Milliseconds for which a moment that was read is believed. */
const believed = 20;
let readAt = -Infinity;
let moment = 0;

function now(): number {
  if (performance.now() - readAt > believed) {
    readAt = performance.now();
    moment = TrueDate.parse(readFileSync(file, 'utf8'));
  }
  return moment;
}

globalThis.Date = class extends TrueDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(now());
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever a date is made of
    else super(...(given as [number]));
  }
  static override now(): number {
    return now();
  }
} as DateConstructor;
