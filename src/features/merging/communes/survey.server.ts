import { sql } from 'kysely';
import { productActor } from '#platform/commands/actor.ts';
import { writeContext, type ReadContext } from '#platform/commands/command.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { dayOf, firstDayOf, monthOf, type Day } from '#shared/calendar.ts';
import { fold } from '#shared/fold.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { listHamlets, getCommune } from '#features/org/queries.server.ts';
import type { CommuneMerger } from './merger.ts';
import { enter } from './scope.server.ts';
import * as words from './words.ts';

/** What a look at both communes says before anything is written, in sentences for the person at the console. */
export interface Survey {
  from: string;
  into: string;
  /** Why it cannot be done; nothing helps but another day or another commune. */
  refusals: string[];
  /** What people must choose first. */
  undecided: string[];
  /** What will become of what both have, and of what is one of a kind. */
  decided: string[];
  /** What is better finished, or looked at, before. */
  toFinish: string[];
  /** New names of hamlets and units, by id. */
  names: Map<Id, string>;
}

export const contextOf = (tx: Tx, commune: string, now: Date) =>
  writeContext(tx, { actor: productActor(commune), now });

/**
 * Looks at both communes, one after the other. Throws `input.invalid` for communes that are not both here, or one of which was merged
 * already; everything else is a sentence of the answer.
 */
export async function survey(tx: Tx, merger: CommuneMerger, now: Date): Promise<Survey> {
  await refuseStrangers(tx, merger);
  const from = contextOf(tx, merger.from, now);
  const into = contextOf(tx, merger.into, now);
  const told: Survey = {
    from: '',
    into: '',
    refusals: dayRefusals(merger.on, dayOf(now)),
    undecided: [],
    decided: [words.loginsFree],
    toFinish: [],
    names: new Map(),
  };
  await enter(tx, merger.into);
  const here = {
    title: (await getCommune(into)).title,
    hamlets: await listHamlets(into),
    units: await livingUnits(into),
    entries: await entriesOf(into),
  };
  told.into = here.title;
  told.refusals.push(...(await sentByCommune(into, here.title, merger.on)));
  await enter(tx, merger.from);
  const title = (await getCommune(from)).title;
  told.from = title;
  told.refusals.push(...(await sentByHamlets(from, merger.on)));
  nameHamlets(told, merger, await listHamlets(from), here.hamlets);
  nameUnits(told, merger, title, await livingUnits(from), here.units);
  compareEntries(told, await entriesOf(from), here.entries);
  await lookAtPeople(told, from, merger);
  await lookAtOpenThings(told, from, merger.on);
  return told;
}

async function refuseStrangers(tx: Tx, { from, into }: CommuneMerger): Promise<void> {
  if (from === into) throw new Problem('input.invalid', { message: words.sameCommune });
  const samples: boolean[] = [];
  for (const code of [from, into]) {
    await enter(tx, code);
    const row = await tx
      .selectFrom('installed_communes')
      .select(['is_sample', 'closed_on', 'merged_into'])
      .where('commune_id', '=', code)
      .executeTakeFirst();
    if (!row) throw new Problem('input.invalid', { message: words.notInstalled(code) });
    if (row.closed_on !== null && row.merged_into !== null)
      throw new Problem('input.invalid', {
        message: words.alreadyClosed(code, row.merged_into, row.closed_on),
      });
    samples.push(row.is_sample);
  }
  if (samples[0] !== samples[1]) throw new Problem('input.invalid', { message: words.sampleWithReal });
}

/** The figures of finished months were counted, and stay: the day lies in the month that runs, and has come. */
function dayRefusals(on: Day, today: Day): string[] {
  if (on > today) return [words.dayTooLate];
  return on < firstDayOf(monthOf(today)) ? [words.dayTooEarly] : [];
}

async function sentByHamlets(ctx: ReadContext, on: Day): Promise<string[]> {
  const { rows } = await sql<{ name: string; on: Day }>`
    select distinct on (h.name) h.name, r.ends_on as "on" from reports as r
      join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = r.hamlet_id
     where r.commune_id = ${ctx.communeId} and r.first_submitted_at is not null and r.ends_on >= ${on}
     order by h.name, r.ends_on desc`.execute(ctx.tx);
  return rows.map((row) => words.reportSent(row.name, row.on));
}

async function sentByCommune(ctx: ReadContext, title: string, on: Day): Promise<string[]> {
  const { rows } = await sql<{ on: Day }>`
    select max(ends_on) as "on" from commune_reports
     where commune_id = ${ctx.communeId} and snapshot is not null and ends_on >= ${on} having count(*) > 0`.execute(
    ctx.tx,
  );
  return rows.map((row) => words.reportSent(title, row.on));
}

interface Named {
  id: Id;
  name: string;
}

function nameHamlets(
  told: Survey,
  { choices }: CommuneMerger,
  theirs: readonly Named[],
  ours: readonly Named[],
): void {
  const taken = new Set(ours.map((one) => fold(one.name)));
  for (const name of Object.keys(choices.hamlets))
    if (!theirs.some((one) => one.name === name)) told.undecided.push(words.hamletUnknown(name));
  const wanted = theirs.map((one) => ({ ...one, wish: choices.hamlets[one.name] ?? one.name }));
  // Names of their own first: a suffix must not meet one of them either.
  const free = wanted.filter((one) => !taken.has(fold(one.wish)));
  for (const one of [...free, ...wanted.filter((other) => !free.includes(other))]) {
    const name = taken.has(fold(one.wish)) && choices.suffix ? `${one.wish} ${choices.suffix}` : one.wish;
    if (taken.has(fold(name))) {
      told.undecided.push(words.hamletTwice(one.name));
      continue;
    }
    taken.add(fold(name));
    if (name === one.name) continue;
    told.names.set(one.id, name);
    told.decided.push(words.renamed(one.name, name));
  }
}

async function livingUnits(ctx: ReadContext): Promise<Named[]> {
  return ctx.tx
    .selectFrom('units')
    .select(['id', 'name'])
    .where('commune_id', '=', ctx.communeId)
    .where('ended_on', 'is', null)
    .orderBy('name')
    .execute();
}

/** Units of one name are told apart by the commune of before: no list of them asks for more. */
function nameUnits(
  told: Survey,
  { choices }: CommuneMerger,
  title: string,
  theirs: readonly Named[],
  ours: readonly Named[],
): void {
  const taken = new Set(ours.map((one) => fold(one.name)));
  for (const { id, name } of theirs) {
    if (!taken.has(fold(name))) continue;
    const after = `${name} ${choices.suffix ?? `(${title} cũ)`}`;
    told.names.set(id, after);
    told.decided.push(words.renamed(name, after));
  }
}

interface Entry {
  key: string;
  name: string;
}

async function entriesOf(ctx: ReadContext): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select distinct on (kind, code) kind || '/' || code as key, name from catalogue_entries
     where commune_id = ${ctx.communeId} order by kind, code, valid_to desc nulls first, valid_from desc`.execute(
    ctx.tx,
  );
  return rows;
}

function compareEntries(told: Survey, theirs: readonly Entry[], ours: readonly Entry[]): void {
  const names = new Map(ours.map((one) => [one.key, one.name]));
  const added = theirs.filter((one) => !names.has(one.key)).length;
  if (added > 0) told.decided.push(words.entriesAdded(added));
  for (const { key, name } of theirs) {
    const here = names.get(key);
    if (here !== undefined && here !== name) told.decided.push(words.entryDiffers(name, here));
  }
}

async function lookAtPeople(told: Survey, ctx: ReadContext, { choices }: CommuneMerger): Promise<void> {
  const { rows } = await sql<{ login: string; name: string; leads: boolean }>`
    select a.login, a.full_name as name, exists (
             select 1 from account_roles as r where r.commune_id = ${ctx.communeId} and r.account_id = a.id
                and r.hamlet_id is null and r.revoked_on is null) as leads
      from accounts as a where a.commune_id = ${ctx.communeId} order by a.sort_key, a.id`.execute(ctx.tx);
  for (const login of choices.keepRoles)
    if (!rows.some((one) => one.login === login)) told.undecided.push(words.loginUnknown(login));
  const shown = (people: typeof rows) => people.map((one) => `${one.name} (${one.login})`).join(', ');
  const leads = rows.filter((one) => one.leads);
  const kept = leads.filter((one) => choices.keepRoles.includes(one.login));
  const ending = leads.filter((one) => !kept.includes(one));
  if (kept.length > 0) told.decided.push(words.rolesKept(shown(kept)));
  if (ending.length > 0) told.decided.push(words.rolesEnd(shown(ending)));
  const teams = await ctx.tx
    .selectFrom('teams')
    .select('name')
    .where('commune_id', '=', ctx.communeId)
    .where('level', '=', 'commune')
    .where('ended_on', 'is', null)
    .execute();
  told.decided.push(...teams.map((team) => words.teamEnds(team.name)));
}

async function lookAtOpenThings(told: Survey, ctx: ReadContext, on: Day): Promise<void> {
  const { rows } = await sql<{
    codes: number;
    phones: number;
    unsentPhones: number;
    unsent: number;
    money: number;
    handOver: number;
  }>`
    select (select count(*)::int from households where commune_id = ${ctx.communeId} and code ~ '^[0-9]+-[0-9]+$') as codes,
           (select count(*)::int from devices where commune_id = ${ctx.communeId} and revoked_at is null) as phones,
           (select count(*)::int from devices where commune_id = ${ctx.communeId} and revoked_at is null and unsent > 0) as "unsentPhones",
           (select coalesce(sum(unsent), 0)::int from devices where commune_id = ${ctx.communeId} and revoked_at is null) as unsent,
           (select count(*)::int from budget_spends where commune_id = ${ctx.communeId} and state in ('requested', 'approved')) as money,
           (select count(*)::int from tasks as t join teams as g on g.commune_id = ${ctx.communeId} and g.id = t.assignee_id and g.level = 'commune'
             where t.commune_id = ${ctx.communeId} and t.state not in ('verified', 'cancelled'))
           + (select count(*)::int from helper_assignments as h
                join team_members as m on m.commune_id = ${ctx.communeId} and m.id = h.member_id
                join teams as g on g.commune_id = ${ctx.communeId} and g.id = m.team_id and g.level = 'commune'
               where h.commune_id = ${ctx.communeId} and h.ended_on is null) as "handOver"`.execute(ctx.tx);
  const [row] = rows;
  if (!row) return;
  if (row.codes > 0) told.decided.push(words.codesAnew(row.codes));
  if (row.phones > 0) told.decided.push(words.phonesGoOn(row.phones));
  if (row.unsentPhones > 0) told.toFinish.push(words.phonesUnsent(row.unsentPhones, row.unsent));
  if (row.money > 0) told.toFinish.push(words.moneyOpen(row.money));
  if (row.handOver > 0) told.toFinish.push(words.handOver(row.handOver));
  const { rows: owing } = await sql<{ name: string }>`
    select h.name from hamlets as h
     where h.commune_id = ${ctx.communeId} and h.valid_to is null and exists (select 1 from plans where commune_id = ${ctx.communeId})
       and not exists (select 1 from reports as r
         where r.commune_id = ${ctx.communeId} and r.hamlet_id = h.id and r.first_submitted_at is not null
           and r.ends_on < ${on} and r.ends_on >= ${firstDayOf(monthOf(on))}::date - interval '1 month')
     order by h.code`.execute(ctx.tx);
  if (owing.length > 0) told.toFinish.push(words.reportsOwed(owing.map((one) => one.name).join(', ')));
}
