import { sql, type RawBuilder } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Hamlet } from '../queries.server.ts';

/** A hamlet with the days of its life that a merger set. */
export interface HamletLife extends Hamlet {
  /** The first day of one that a merger made or that came with another commune; null: it was there before the product. */
  from: Day | null;
  /** The first day on which it was no more, and in which hamlet it goes on; null: it is there. */
  to: Day | null;
  mergedInto: Id | null;
}

/** All hamlets of the commune, ended ones too, in the order of their codes. Names of hamlets are public. */
export async function hamletLives(ctx: ReadContext): Promise<HamletLife[]> {
  const { rows } = await sql<HamletLife>`
    select h.id, h.code, h.name, h.valid_to as "to", h.merged_into as "mergedInto",
           case when h.joined_by is not null then h.valid_from else (select h.valid_from from hamlet_mergers as m
             where m.commune_id = ${ctx.communeId} and m.state = 'done' and m.into_hamlet_id = h.id
               and m.new_name is not null limit 1) end as "from"
      from hamlets as h where h.commune_id = ${ctx.communeId} order by h.code`.execute(ctx.tx);
  return rows;
}

/** Whether a hamlet was there on a day. */
export const isThereOn = ({ from, to }: Pick<HamletLife, 'from' | 'to'>, day: Day): boolean =>
  (from === null || from <= day) && (to === null || to > day);

/** The hamlets that were there on a day: those that a report of a period which ended on it is of. */
export async function hamletsOn(ctx: ReadContext, day: Day): Promise<Hamlet[]> {
  return (await hamletLives(ctx)).filter((one) => isThereOn(one, day));
}

/** The place of what concerns the whole commune, in a list of hamlets. */
const wholeCommune: Id = '00000000-0000-0000-0000-000000000000';

/**
 * The hamlets of which a hamlet's figures of a day are: itself with all those that had been merged into it, so that the sum over the
 * hamlets stays the commune's (F30). Null, the whole commune, stays null: everything; but of a day before another commune was merged
 * into it, or as known before that was done, it is the list of the hamlets that were its own, with the place of what concerns
 * the commune as a whole (`ofFamily`).
 */
export async function familyOn(
  ctx: ReadContext,
  hamletId: Id | null,
  day: Day,
  recordedBy: Date = ctx.now,
): Promise<readonly Id[] | null> {
  if (hamletId === null) return communeOn(ctx, day, recordedBy);
  const { rows } = await sql<{ id: Id }>`
    with recursive family (id) as (
      select ${hamletId}::uuid
      union
      select h.id from family as f
        join hamlets as h on h.commune_id = ${ctx.communeId} and h.merged_into = f.id and h.valid_to <= ${day}
    )
    select id from family order by id`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

async function communeOn(ctx: ReadContext, day: Day, recordedBy: Date): Promise<readonly Id[] | null> {
  const later = await ctx.tx
    .selectFrom('commune_mergers')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where((on) => on.or([on('valid_from', '>', day), on('done_at', '>', recordedBy)]))
    .execute();
  if (later.length === 0) return null;
  const own = await ctx.tx
    .selectFrom('hamlets')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where((on) =>
      on.or([
        on('joined_by', 'is', null),
        on(
          'joined_by',
          'not in',
          later.map((one) => one.id),
        ),
      ]),
    )
    .orderBy('id')
    .execute();
  return [wholeCommune, ...own.map((row) => row.id)];
}

/** Whether a row is of a family's hamlets, by the column that names its hamlet (SQL); of the commune's also what has none. */
export function ofFamily(column: RawBuilder<unknown>, family: readonly Id[] | null): RawBuilder<boolean> {
  if (family === null) return sql`true`;
  const ids = sql`any(${[...family]}::uuid[])`;
  return family.includes(wholeCommune)
    ? sql`(${column} is null or ${column} = ${ids})`
    : sql`${column} = ${ids}`;
}

/** As which day, and as written down by which moment. */
interface Then {
  communeId: string;
  day: Day;
  recordedBy: Date;
}

/** The hamlet of which a row was on a day as known at a moment, where its own column names today's (SQL). */
export function hamletThen(
  then: Then,
  subjectId: RawBuilder<unknown>,
  hamletId: RawBuilder<unknown>,
): RawBuilder<Id> {
  return sql`coalesce(${firstMove(then, subjectId, sql`from_hamlet_id`)}, ${hamletId})`;
}

/** The same of a member's team. */
export function teamThen(
  then: Then,
  memberId: RawBuilder<unknown>,
  teamId: RawBuilder<unknown>,
): RawBuilder<Id> {
  return sql`coalesce(${firstMove(then, memberId, sql`from_team_id`)}, ${teamId})`;
}

const firstMove = (
  { communeId, day, recordedBy }: Then,
  subjectId: RawBuilder<unknown>,
  column: RawBuilder<unknown>,
) => sql`(
  select w.${column} from hamlet_moves as w
   where w.commune_id = ${communeId} and w.subject_id = ${subjectId} and (w.moved_on > ${day} or w.moved_at > ${recordedBy})
   order by w.moved_on, w.moved_at limit 1)`;

/** In which hamlet a household that is now of another was on a day: a visit told late belongs where it happened. */
export async function hamletOfHouseholdOn(
  ctx: ReadContext,
  householdId: Id,
  hamletId: Id,
  day: Day,
): Promise<Id> {
  const { rows } = await sql<{ id: Id }>`
    select ${hamletThen(
      { communeId: ctx.communeId, day, recordedBy: ctx.now },
      sql`${householdId}::uuid`,
      sql`${hamletId}::uuid`,
    )} as id`.execute(ctx.tx);
  return rows[0]?.id ?? hamletId;
}

/** Whether hamlets of the commune were ever merged: most communes need not ask further. */
export async function anyMerged(ctx: ReadContext): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('hamlet_mergers')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('state', '=', 'done')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
