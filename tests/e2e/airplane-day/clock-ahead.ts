/* Loaded before the product (node --import): its clock goes as many milliseconds ahead as CLOCK_AHEAD says. */
const ahead = Number(process.env['CLOCK_AHEAD']);
const TrueDate = Date;

globalThis.Date = class extends TrueDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(TrueDate.now() + ahead);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever a date is made of
    else super(...(given as [number]));
  }
  static override now(): number {
    return TrueDate.now() + ahead;
  }
} as DateConstructor;
