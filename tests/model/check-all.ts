import { checkCounters } from './check-counters.ts';
import { checkOperations, type Tally } from './check-operations.ts';
import { checkPlaces } from './check-places.ts';
import { checkReplicas } from './check-replicas.ts';
import type { Model } from './model.ts';

/** Everything that the laws promise when the line is good again. */
export async function checkAll(model: Model, tally: Tally): Promise<void> {
  await checkOperations(model, tally);
  await checkPlaces(model);
  await checkReplicas(model);
  await checkCounters(model);
}
