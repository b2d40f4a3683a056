import type { WriteContext } from '#platform/commands/command.server.ts';
import { carryRows, type Merging } from '#features/org/commands/merge-hamlets.server.ts';

/** Requests for help of merged hamlets go on in the one that goes on, each with its clock and who goes. Returns how many. */
export async function carrySupport(ctx: WriteContext, merging: Merging): Promise<number> {
  return (await carryRows(ctx, merging, 'support_request', 'support_requests')).length;
}
