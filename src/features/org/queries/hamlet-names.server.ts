import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';

/** What a hamlet is called from a day on. */
export interface HamletName {
  name: string;
  validFrom: Day;
  decision: string | null;
}

/** A hamlet that has not ended, with its names by their days; none when it was never renamed. Names of hamlets are public. */
export interface NamedHamlet {
  id: Id;
  code: string;
  name: string;
  validFrom: Day;
  names: HamletName[];
}

/** The living hamlet of an id, or undefined. */
export async function livingHamlet(ctx: ReadContext, id: Id): Promise<NamedHamlet | undefined> {
  return (await namedHamlets(ctx)).find((one) => one.id === id);
}

/** The living hamlets with their names, in the order of their codes. */
export async function namedHamlets(ctx: ReadContext): Promise<NamedHamlet[]> {
  const { rows } = await sql<NamedHamlet>`
    select h.id, h.code, h.name, h.valid_from as "validFrom", coalesce((
             select jsonb_agg(jsonb_build_object('name', n.name, 'validFrom', n.valid_from, 'decision', n.decision) order by n.valid_from)
               from hamlet_names as n where n.commune_id = ${ctx.communeId} and n.hamlet_id = h.id), '[]') as names
      from hamlets as h where h.commune_id = ${ctx.communeId} and h.valid_to is null
     order by h.code`.execute(ctx.tx);
  return rows;
}

/** What a hamlet was called on a day, also one that has ended; undefined when there is none. */
export async function hamletNameOn(ctx: ReadContext, id: Id, day: Day): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select coalesce((
             select n.name from hamlet_names as n
              where n.commune_id = ${ctx.communeId} and n.hamlet_id = h.id and n.valid_from <= ${day}
              order by n.valid_from desc limit 1), h.name) as name
      from hamlets as h where h.commune_id = ${ctx.communeId} and h.id = ${id}`.execute(ctx.tx);
  return rows[0]?.name;
}
