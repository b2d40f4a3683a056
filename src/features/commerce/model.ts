import * as z from 'zod/mini';
import { addDays, type Day } from '#shared/calendar.ts';
import { day, id, line, optionalDay, optionalId, optionalLine, yes } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import * as shared from '#shared/words.ts';
import { code, safeText } from '#features/visits/model/fields.ts';

/** Who sells (R34): households, enterprises, cooperatives, and who produces without a licence of business. */
export const businessKinds = ['household_business', 'enterprise', 'cooperative', 'producer'] as const;
export type BusinessKind = (typeof businessKinds)[number];

/** The staged guidance of R34–R40, in the order in which it is best taken; nobody is held to the order. */
export const sellingSteps = [
  'account',
  'e_payment',
  'photo',
  'product_page',
  'shop',
  'first_order',
  'packing',
  'running',
] as const;
export type SellingStep = (typeof sellingSteps)[number];

/** One row of the pipeline: a step that was done, or one that is taken back. */
export interface StepRow {
  id: Id;
  step: SellingStep;
  takenBack: boolean;
  doneOn: Day;
  recordedAt: Date;
}

/** Where a business is: of each step the newest row, and the step that helps most next; null when all are done. */
export interface Pipeline<Row extends StepRow = StepRow> {
  done: Map<SellingStep, Row>;
  next: SellingStep | null;
}

/** Folds the rows, in whatever order they came: of each step the row that was recorded last counts. */
export function pipelineOf<Row extends StepRow>(rows: readonly Row[]): Pipeline<Row> {
  const last = new Map<SellingStep, Row>();
  for (const row of rows) {
    const known = last.get(row.step);
    if (!known || isLater(row, known)) last.set(row.step, row);
  }
  const done = new Map([...last].filter(([, row]) => !row.takenBack));
  return { done, next: sellingSteps.find((step) => !done.has(step)) ?? null };
}

const isLater = (row: StepRow, known: StepRow) =>
  row.recordedAt.getTime() === known.recordedAt.getTime()
    ? row.id > known.id
    : row.recordedAt > known.recordedAt;

/** How many businesses have each step done: for the board and the report. */
export function countSteps(pipelines: readonly Pipeline[]): Record<SellingStep, number> {
  const of = (step: SellingStep) => pipelines.filter(({ done }) => done.has(step)).length;
  return {
    account: of('account'),
    e_payment: of('e_payment'),
    photo: of('photo'),
    product_page: of('product_page'),
    shop: of('shop'),
    first_order: of('first_order'),
    packing: of('packing'),
    running: of('running'),
  };
}

/** The eight steps in the stretches in which a board shows them. */
export const sellingStages = ['prepare', 'show', 'open', 'sell', 'run', 'done'] as const;
export type SellingStage = (typeof sellingStages)[number];
const stages: Record<SellingStep, SellingStage> = {
  account: 'prepare',
  e_payment: 'prepare',
  photo: 'show',
  product_page: 'show',
  shop: 'open',
  first_order: 'sell',
  packing: 'sell',
  running: 'run',
};

/** Where a business stands on the board: at the stretch of its next step, or at the end. */
export function stageOf({ next }: Pick<Pipeline, 'next'>): SellingStage {
  return next === null ? 'done' : stages[next];
}

/** [I] A business without a new step for this long (days) wants a visit. */
export const stalledAfter = 30;

/** What tells how a business is doing. */
export interface Doing {
  pipeline: Pick<Pipeline, 'next' | 'done'>;
  closedOn: Day | null;
  /** When something of its pipeline was last written down, or it was registered. */
  movedOn: Day;
  committedOn: Day | null;
}

/** It is not at the end of its way, and nothing has moved for `stalledAfter` days. */
export function isStalled({ pipeline, closedOn, movedOn }: Doing, today: Day): boolean {
  return closedOn === null && pipeline.next !== null && movedOn <= addDays(today, -stalledAfter);
}

/** It sells from a shop of its own and has promised no quality yet (R41). */
export function owesCommitment({ pipeline, closedOn, committedOn }: Doing): boolean {
  return closedOn === null && committedOn === null && pipeline.done.has('shop');
}

const fields = {
  householdId: z._default(optionalId, null),
  kind: z.enum(businessKinds, shared.chooseOne),
  name: line(160),
  products: line(300),
  contactName: z._default(optionalLine(80), null),
  note: safeText(1000),
};

export const BusinessInput = z.object({
  /** Made by whoever registers, so that sending twice registers once. */
  id,
  hamletId: id,
  registeredOn: z._default(optionalDay, null),
  ...fields,
});
export const BusinessCorrection = z.object({ businessId: id, ...fields });

export const StepInput = z.object({
  id,
  businessId: id,
  step: z.enum(sellingSteps, shared.chooseOne),
  takenBack: z._default(yes, false),
  doneOn: z._default(optionalDay, null),
  memberId: z._default(optionalId, null),
  /** Where the shop is: a marketplace's code in the catalogue. */
  marketplace: z._default(
    z.pipe(
      z.pipe(
        z.nullable(z.string()),
        z.transform((text) => text || null),
      ),
      z.nullable(code),
    ),
    null,
  ),
  note: safeText(500),
});
export type StepInput = z.infer<typeof StepInput>;

export const CommitmentInput = z.object({ id, businessId: id, signedOn: day, signedBy: line(80) });
export const TechnologyInput = z.object({
  id,
  businessId: id,
  name: line(200),
  appliedOn: day,
  note: safeText(500),
});
export const ClosingInput = z.object({ businessId: id, closedOn: z._default(optionalDay, null) });
