import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { communeTitle } from '../model.ts';

/** What the commune is called from a day on, by which paper. */
export interface CommuneName {
  id: Id;
  /** "phường Nhơn Mỹ" */
  title: string;
  validFrom: Day;
  decision: string;
}

/** The names by decisions that the commune was told of, by their days; none when it has always had that of the national list. */
export async function communeNames(ctx: ReadContext): Promise<CommuneName[]> {
  const rows = await ctx.tx
    .selectFrom('commune_names')
    .select(['id', 'name', 'type', 'valid_from', 'decision'])
    .where('commune_id', '=', ctx.communeId)
    .orderBy('valid_from')
    .execute();
  return rows.map(({ id, valid_from: validFrom, decision, ...unit }) => ({
    id,
    title: communeTitle(unit),
    validFrom,
    decision,
  }));
}
