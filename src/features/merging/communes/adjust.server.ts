import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.server.ts';
import { fold, sortKey } from '#shared/fold.ts';
import { newId } from '#shared/ids.ts';
import type { MergerInHand } from './merger.ts';
import { onTheWay } from './scope.server.ts';
import * as words from './words.ts';

/** Makes the rows on their way rows of the commune that goes on, whose own rows are seen now. */
export async function adjust(tx: Tx, merger: MergerInHand): Promise<void> {
  await newHouseholdCodes(tx, merger);
  await hamletsOfHere(tx, merger);
  await wholeCommune(tx, merger);
  await rightsOfHere(tx, merger);
  await newNames(tx, merger);
  await unitsAskedFromNow(tx, merger);
  await newEntries(tx, merger);
  await topicsOfHere(tx);
  await checklistsOfHere(tx);
}

/** "30658-07" → "07" (SQL). */
const numberOf = (code: string) => sql.raw(`substring(${code} from '[^-]*$')`);

/** Codes after the last of the commune that goes on, in the order of before; of a hamlet 100 and more no digit is lost. */
const newCodes = ({ into }: MergerInHand) => sql`
  select h.id, ${numberOf('h.code')} as was, lpad(o.nth::text, greatest(2, length(o.nth::text)), '0') as number
    from ${onTheWay('hamlets')} as h
    join (select id, row_number() over (order by code)
            + (select count(*) from hamlets where commune_id = ${into}) as nth from ${onTheWay('hamlets')}) as o on o.id = h.id`;

/** A household's code begins with its hamlet's number: it gets the new one, and is found by the old one, which stays in its note. */
async function newHouseholdCodes(tx: Tx, merger: MergerInHand): Promise<void> {
  await sql`
    with numbers as (${newCodes(merger)}), renewed as (
      select x.id, x.code as was, coalesce(n.number || '-' || substring(x.code from '^[0-9]+-([0-9]+)$'), x.code) as code
        from ${onTheWay('households')} as x
        left join numbers as n on n.was = substring(x.code from '^([0-9]+)-[0-9]+$')
    ), free as (
      select r.id, r.was, case when exists (select 1 from households as h where h.commune_id = ${merger.into} and h.code = r.code)
               then r.code || '/' || ${merger.from}::text else r.code end as code
        from renewed as r
    )
    update ${onTheWay('households')} as x
       set code = f.code, note = concat_ws(E'\n', x.note, ${words.codeBefore}::text || f.was),
           search_text = x.search_text || ' ' || lower(f.code) || ' |'
      from free as f where f.id = x.id and f.code <> f.was`.execute(tx);
}

/** Hamlets are of here from the day, with codes after the last, and know with which commune they came. */
const hamletsOfHere = (tx: Tx, merger: MergerInHand) =>
  sql`
    update ${onTheWay('hamlets')} as h
       set code = ${merger.into}::text || '-' || n.number, valid_from = ${merger.on}::date, joined_by = ${merger.id}::uuid
      from (${newCodes(merger)}) as n where n.id = h.id`.execute(tx);

/** Rows that concern the whole ended commune: a place without a hamlet would make them the other commune's own. */
const ofTheWhole = [
  'teams',
  'obstacles',
  'training_classes',
  'outreach_sessions',
  'outreach_campaign_items',
  'emulation_activities',
  'tasks',
  'events',
];

/**
 * What concerned the whole commune stands at a place of its own, which is a hamlet on no day. Its team has ended: the other commune has
 * one. Its movements are of its hamlets, not of all that are here now.
 */
async function wholeCommune(tx: Tx, merger: MergerInHand): Promise<void> {
  const { wholeId, wholeName: name, into, on } = merger;
  await sql`
    insert into ${onTheWay('emulation_hamlets')} (commune_id, movement_id, hamlet_id)
    select ${into}::text, m.id, h.id from ${onTheWay('emulation_movements')} as m cross join ${onTheWay('hamlets')} as h
     where not exists (select 1 from ${onTheWay('emulation_hamlets')} as p where p.movement_id = m.id)`.execute(
    tx,
  );
  await sql`
    insert into ${onTheWay('hamlets')}
      (commune_id, id, code, name, name_folded, sort_key, kind, valid_from, valid_to, joined_by)
    select ${into}::text, ${wholeId}::uuid, ${into}::text || '-' || lpad(x.nth::text, greatest(2, length(x.nth::text)), '0'),
           ${name}::text, ${fold(name)}::text, ${sortKey(name)}::text, 'ap', ${on}::date, ${on}::date, ${merger.id}::uuid
      from (select 1 + (select count(*) from hamlets where commune_id = ${into})
                     + (select count(*) from ${onTheWay('hamlets')}) as nth) as x`.execute(tx);
  await sql`
    update ${onTheWay('team_members')} as m
       set ended_on = ${on}::date, end_reason = coalesce(m.end_reason, ${words.communeMerged}::text)
      from ${onTheWay('teams')} as t
     where t.id = m.team_id and t.level = 'commune' and m.ended_on is null`.execute(tx);
  await sql`
    update ${onTheWay('teams')} set level = 'hamlet', ended_on = coalesce(ended_on, ${on}::date)
     where level = 'commune'`.execute(tx);
  for (const table of ofTheWhole)
    await sql`update ${onTheWay(table)} set hamlet_id = ${wholeId}::uuid where hamlet_id is null`.execute(tx);
}

/** A role of the whole commune is not one of a larger commune: it ends, unless people have decided that it goes on. */
const rightsOfHere = (tx: Tx, { on, choices }: MergerInHand) =>
  sql`
    update ${onTheWay('account_roles')} as r set revoked_on = ${on}::date
     where r.hamlet_id is null and r.revoked_on is null
       and not exists (select 1 from ${onTheWay('accounts')} as a
                        where a.id = r.account_id and a.login = any(${[...choices.keepRoles]}::text[]))`.execute(
    tx,
  );

/** Names that both communes have, and those that people chose anew. Who had names before by decisions gets this one from the day. */
async function newNames(tx: Tx, { names, on, paper, into, now }: MergerInHand): Promise<void> {
  const rows = [...names].map(([id, name]) => ({
    id,
    name,
    folded: fold(name),
    key: sortKey(name),
    naming: newId(now),
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, name text, folded text, key text, naming uuid)`;
  await sql`
    update ${onTheWay('hamlets')} as h set name = n.name, name_folded = n.folded, sort_key = n.key
      from ${given} where n.id = h.id`.execute(tx);
  await sql`update ${onTheWay('units')} as u set name = n.name from ${given} where n.id = u.id`.execute(tx);
  await sql`
    insert into ${onTheWay('hamlet_names')} (commune_id, id, hamlet_id, name, valid_from, decision, written_at, written_by)
    select ${into}::text, n.naming, n.id, n.name, ${on}::date, ${paper.slice(0, 120)}::text, ${now}::timestamptz, null
      from ${given}
     where exists (select 1 from ${onTheWay('hamlet_names')} as w where w.hamlet_id = n.id)
       and not exists (select 1 from ${onTheWay('hamlet_names')} as w where w.hamlet_id = n.id and w.valid_from = ${on}::date)`.execute(
    tx,
  );
}

/** Of the months before, a unit owes its numbers to the ended commune. */
const unitsAskedFromNow = (tx: Tx, { on }: MergerInHand) =>
  sql`update ${onTheWay('units')} set pioneers_from = greatest(pioneers_from, ${on.slice(0, 7)}::text)
    where pioneers_from is not null`.execute(tx);

/** Of the catalogue what is not here yet by its code; a code that both have means what it means here. */
async function newEntries(tx: Tx, { into, on }: MergerInHand): Promise<void> {
  await sql`
    delete from ${onTheWay('catalogue_entries')} as e
     where exists (select 1 from catalogue_entries as o where o.commune_id = ${into} and o.kind = e.kind and o.code = e.code)`.execute(
    tx,
  );
  await sql`update ${onTheWay('catalogue_entries')} set joined_on = ${on}::date`.execute(tx);
}

/** Classes are about the topic of here that has the same name; others come along. */
async function topicsOfHere(tx: Tx): Promise<void> {
  const same = sql`(
    select t.id, o.id as here from ${onTheWay('training_topics')} as t
      join training_topics as o on o.commune_id = t.commune_id and lower(o.name) = lower(t.name) and o.retired_on is null)`;
  await sql`
    update ${onTheWay('training_class_topics')} as c set topic_id = s.here from ${same} as s where s.id = c.topic_id`.execute(
    tx,
  );
  await sql`
    update ${onTheWay('training_results')} as r set topic_id = s.here from ${same} as s where s.id = r.topic_id`.execute(
    tx,
  );
  await sql`
    delete from ${onTheWay('training_class_topics')} as c using ${onTheWay('training_class_topics')} as d
     where c.class_id = d.class_id and c.topic_id = d.topic_id and c.ctid > d.ctid`.execute(tx);
  await sql`delete from ${onTheWay('training_topics')} as t using ${same} as s where s.id = t.id`.execute(tx);
}

/**
 * An inspection keeps the list by which it was held: the version of here with the same questions, or its own, under a number below all
 * of here, so that the list of here stays the newest. Versions by which nothing was held stay behind.
 */
async function checklistsOfHere(tx: Tx): Promise<void> {
  const lists = onTheWay('inspection_checklists');
  await sql`
    delete from ${lists} as l
     where not exists (select 1 from ${onTheWay('inspections')} as i where i.checklist_id = l.id)`.execute(
    tx,
  );
  const same = sql`(
    select distinct on (l.id) l.id, o.id as here from ${lists} as l
      join inspection_checklists as o on o.commune_id = l.commune_id and o.questions = l.questions
     order by l.id, o.version desc)`;
  await sql`
    update ${onTheWay('inspections')} as i set checklist_id = s.here from ${same} as s where s.id = i.checklist_id`.execute(
    tx,
  );
  await sql`delete from ${lists} as l using ${same} as s where s.id = l.id`.execute(tx);
  await sql`
    update ${lists} as l set version = least(0, (select min(version) from inspection_checklists as o where o.commune_id = l.commune_id)) - n.nth
      from (select id, row_number() over (order by version desc) as nth from ${lists}) as n where n.id = l.id`.execute(
    tx,
  );
}
