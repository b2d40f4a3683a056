import type { WriteContext } from '#platform/commands/command.server.ts';
import { carryRows, type Merging } from '#features/org/commands/merge-hamlets.server.ts';

/** The businesses of merged hamlets are the next hamlet's from then. Returns how many (cơ sở). */
export async function carryBusinesses(ctx: WriteContext, merging: Merging): Promise<number> {
  return (await carryRows(ctx, merging, 'business', 'businesses')).length;
}
