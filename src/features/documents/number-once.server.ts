import { sql } from 'kysely';
import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';

/** A number with its symbol, and the date of the document: as the records clerk wrote them into the register. */
export interface Numbered {
  number: string;
  datedOn: Day;
}

/** Holds the commune's numbers until commit: of two clerks who give the same one at once, the second is told. */
export async function holdNumbers(ctx: WriteContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`numbers ${ctx.communeId}`}, 0))`.execute(ctx.tx);
}

/** Whether another document of this room has the number in its year (NĐ 30/2020, Điều 15: once in a year). Asks no permission. */
export async function isNumberTaken(
  ctx: ReadContext,
  { number, datedOn }: Numbered,
  except: Id,
): Promise<boolean> {
  const twin = await ctx.tx
    .selectFrom('documents')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('number', '=', number)
    .where(sql`extract(year from dated_on)`, '=', yearOf(datedOn))
    .where('id', '!=', except)
    .executeTakeFirst();
  return twin !== undefined;
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
