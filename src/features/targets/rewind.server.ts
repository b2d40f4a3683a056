import { sql, type RawBuilder } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { liveSources, type Sources } from './relations.server.ts';

type Row = Record<string, unknown>;

/**
 * The register and the groups as they were written at a moment: today's rows with the `before` of every later event laid
 * over them, newest first; rows made later are not there. So a report of last month is the same today (P14). What a merger of
 * hamlets brought to another one later than the day is of the old hamlet still, however early it was written down (F30).
 */
export async function sourcesAt(ctx: ReadContext, moment: Date, day: Day): Promise<Sources> {
  const later = await ctx.tx
    .selectFrom('events')
    .select(['name', 'subject', 'subject_id', 'data'])
    .where('commune_id', '=', ctx.communeId)
    .where('subject', 'in', ['household', 'resident', 'group'])
    .where('recorded_at', '>', moment)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const rewound = (table: keyof Sources, subject: string) =>
    relationAt(
      ctx,
      table,
      moment,
      changesOf(
        subject,
        later.filter((event) => event.subject === subject),
      ),
    );
  const inOldHamlet = (await mergedAfter(ctx, day, moment))
    ? (table: 'households' | 'groups', source: RawBuilder<unknown>) =>
        hamletsOfDay(ctx, table, source, day, moment)
    : (_: string, source: RawBuilder<unknown>) => source;
  return {
    households: inOldHamlet('households', rewound('households', 'household')),
    residents: rewound('residents', 'resident'),
    groups: inOldHamlet('groups', rewound('groups', 'group')),
  };
}

async function mergedAfter(ctx: ReadContext, day: Day, moment: Date): Promise<boolean> {
  const one = await ctx.tx
    .selectFrom('hamlet_moves')
    .select('subject_id')
    .where('commune_id', '=', ctx.communeId)
    .where('moved_on', '>', day)
    .where('moved_at', '<=', moment)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

/** The rows with the hamlet of the day, where they still are in the hamlet into which the last merger after it brought them. */
const hamletsOfDay = (
  ctx: ReadContext,
  table: 'households' | 'groups',
  source: RawBuilder<unknown>,
  day: Day,
  moment: Date,
) => sql`(
  with rows as materialized (select x.* from ${source} as x where x.commune_id = ${ctx.communeId}),
  moved as materialized (
    select m.subject_id, (array_agg(m.from_hamlet_id order by m.moved_on, m.moved_at))[1] as was_in,
           (array_agg(m.into_hamlet_id order by m.moved_on desc, m.moved_at desc))[1] as came_to
      from hamlet_moves as m
     where m.commune_id = ${ctx.communeId} and m.moved_on > ${day} and m.moved_at <= ${moment}
     group by m.subject_id
  )
  select x.* from rows as x
   where not exists (select 1 from moved as m where m.subject_id = x.id and m.came_to = x.hamlet_id)
  union all
  select (jsonb_populate_record(null::${sql.table(table)}, to_jsonb(x) || jsonb_build_object('hamlet_id', m.was_in))).*
    from rows as x join moved as m on m.subject_id = x.id and m.came_to = x.hamlet_id)`;

/** Of each row that was changed after the moment what it said before, and the rows that were made after it. */
interface Changes {
  before: ReadonlyMap<Id, Row>;
  made: ReadonlySet<Id>;
}

function changesOf(
  subject: string,
  newestFirst: readonly { name: string; subject_id: Id; data: unknown }[],
): Changes {
  const before = new Map<Id, Row>();
  const made = new Set<Id>();
  for (const event of newestFirst) {
    if (event.name === `${subject}.registered`) made.add(event.subject_id);
    const told = beforeOf(event.data);
    if (told) before.set(event.subject_id, { ...before.get(event.subject_id), ...told });
  }
  return { before, made };
}

const createdAt = { households: 'created_at', residents: 'created_at', groups: null } as const;

function relationAt(
  ctx: ReadContext,
  table: keyof Sources,
  moment: Date,
  { before, made }: Changes,
): RawBuilder<unknown> {
  const column = createdAt[table];
  const thenThere = column === null ? sql`true` : sql`x.${sql.ref(column)} <= ${moment}`;
  if (before.size === 0 && made.size === 0 && column === null) return liveSources[table];
  const changed = [...before.keys()].filter((id) => !made.has(id));
  const overlay = changed.map((id) => ({ id, row: before.get(id) }));
  if (overlay.length === 0)
    return sql`(
      select x.* from ${sql.table(table)} as x
       where x.commune_id = ${ctx.communeId} and ${thenThere} and not x.id = any(${[...made]}::uuid[]))`;
  // jsonb_populate_record lays the told columns over today's row; a row that is gone since comes back from what was told.
  return sql`(
    select x.* from ${sql.table(table)} as x
     where x.commune_id = ${ctx.communeId} and ${thenThere}
       and not x.id = any(${[...new Set([...changed, ...made])]}::uuid[])
    union all
    select (jsonb_populate_record(x, o.row)).*
      from jsonb_to_recordset(${JSON.stringify(overlay)}::jsonb) as o(id uuid, row jsonb)
      join ${sql.table(table)} as x on x.commune_id = ${ctx.communeId} and x.id = o.id
     where ${thenThere})`;
}

function beforeOf(data: unknown): Row | null {
  if (typeof data !== 'object' || data === null || !('before' in data)) return null;
  const { before } = data;
  return typeof before === 'object' && before !== null ? Object.fromEntries(Object.entries(before)) : null;
}
