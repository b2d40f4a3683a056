import type { WriteContext } from '#platform/commands/command.server.ts';
import { carryRows, type Merging } from '#features/org/commands/merge-hamlets.server.ts';

/** Classes of merged hamlets, held and planned, are the next hamlet's from then. Returns how many (lớp). */
export async function carryClasses(ctx: WriteContext, merging: Merging): Promise<number> {
  return (await carryRows(ctx, merging, 'training_class', 'training_classes')).length;
}
