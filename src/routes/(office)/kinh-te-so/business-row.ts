import {
  isStalled,
  owesCommitment,
  sellingSteps,
  stageOf,
  type BusinessKind,
  type SellingStage,
  type SellingStep,
} from '#features/commerce/model.ts';
import type { Business } from '#features/commerce/queries/businesses.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';

/** A business as a row of the list or a card of the board. */
export interface BusinessRow {
  id: Id;
  name: string;
  hamlet: string;
  kind: BusinessKind;
  products: string;
  stage: SellingStage;
  next: SellingStep | null;
  done: number;
  /** Since when nothing has moved, when that is too long; null: it moves. */
  stalledSince: Day | null;
  owesCommitment: boolean;
  isCommitted: boolean;
  closedOn: Day | null;
}

export function rowOf(one: Business, today: Day): BusinessRow {
  return {
    id: one.id,
    name: one.name,
    hamlet: one.hamlet,
    kind: one.kind,
    products: one.products,
    stage: stageOf(one.pipeline),
    next: one.pipeline.next,
    done: sellingSteps.filter((step) => one.pipeline.done.has(step)).length,
    stalledSince: isStalled(one, today) ? one.movedOn : null,
    owesCommitment: owesCommitment(one),
    isCommitted: one.committedOn !== null,
    closedOn: one.closedOn,
  };
}
