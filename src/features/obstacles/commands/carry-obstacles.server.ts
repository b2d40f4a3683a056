import type { WriteContext } from '#platform/commands/command.server.ts';
import { carryRows, type Merging } from '#features/org/commands/merge-hamlets.server.ts';

/** Difficulties and proposals of merged hamlets go on in the one that goes on, with their steps and clocks. Returns how many. */
export async function carryObstacles(ctx: WriteContext, merging: Merging): Promise<number> {
  return (await carryRows(ctx, merging, 'obstacle', 'obstacles')).length;
}
