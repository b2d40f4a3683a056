import { dayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { sellingSteps, StepInput, type BusinessKind, type SellingStep } from './model.ts';

/** A business of the hamlet as a phone holds it, with the steps that it has done. */
export interface PhoneBusiness {
  id: Id;
  hamletId: Id;
  kind: BusinessKind;
  name: string;
  products: string;
  contactName: string | null;
  done: { step: SellingStep; doneOn: Day; marketplace: string | null; isUnsent?: true }[];
  isCommitted: boolean;
}

/** What the phone's owner told and the server's list does not show yet. */
interface Told {
  command: string;
  input: Record<string, unknown>;
  at: string;
}

/** The businesses of a phone with the steps that its owner recorded since laid over them; what is done already stays as it is. */
export function withRecorded(list: readonly PhoneBusiness[], operations: readonly Told[]): PhoneBusiness[] {
  const known = new Map(list.map((one) => [one.id, one]));
  for (const { command, input, at } of operations) {
    if (command !== 'business.record_step') continue;
    const read = StepInput.safeParse(input);
    const one = read.success ? known.get(read.data.businessId) : undefined;
    if (!read.success || !one || one.done.some(({ step }) => step === read.data.step)) continue;
    const { step, marketplace, doneOn } = read.data;
    const row = { step, marketplace, doneOn: doneOn ?? dayOf(new Date(at)), isUnsent: true as const };
    known.set(one.id, { ...one, done: [...one.done, row] });
  }
  return [...known.values()];
}

/** The step that helps most next; null when all are done. */
export function nextOf({ done }: Pick<PhoneBusiness, 'done'>): SellingStep | null {
  return sellingSteps.find((step) => !done.some((row) => row.step === step)) ?? null;
}
