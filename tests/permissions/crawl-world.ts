import pg from 'pg';
import type { Asker } from './predicate.ts';

/** Ids of one kind of thing: in the first hamlet of the demo, and in the second. */
export type Kind =
  | 'household'
  | 'report'
  | 'team'
  | 'member'
  | 'account'
  | 'group'
  | 'session'
  | 'visit'
  | 'entry'
  | 'resident'
  | 'phone'
  | 'document'
  | 'obstacle'
  | 'business'
  | 'request'
  | 'content'
  | 'campaign'
  | 'inspection'
  | 'finding'
  | 'movement'
  | 'task'
  | 'unit';

export interface Demo {
  hamlets: readonly [string, string];
  things: Record<Kind, readonly [string | null, string | null]>;
  /** Full names of residents by hamlet, without those that anybody in a team or an office has too. */
  names: ReadonlyMap<string, readonly string[]>;
  /** Names that everybody may read: of teams and accounts. */
  known: readonly string[];
  /** Who an account is, by its name to sign in. */
  askers: ReadonlyMap<string, Asker>;
}

const inHamlet: Record<Kind, string> = {
  household: 'select id from households where hamlet_id = $1 and merged_into is null order by id limit 1',
  report: `select id from reports where hamlet_id = $1 and state <> 'draft' order by id limit 1`,
  team: 'select id from teams where hamlet_id = $1 limit 1',
  member:
    'select m.id from team_members m join teams t on t.id = m.team_id where t.hamlet_id = $1 order by m.id limit 1',
  account: `select account_id as id from account_roles where hamlet_id = $1 and role = 'member' order by id limit 1`,
  group: 'select id from groups where hamlet_id = $1 order by id limit 1',
  session: 'select id from outreach_sessions where hamlet_id = $1 order by id limit 1',
  visit: 'select id from visits where hamlet_id = $1 and void = false order by id limit 1',
  resident: `select r.id from residents r join households h on h.id = r.household_id
    where h.id = (select id from households where hamlet_id = $1 and merged_into is null order by id limit 1)
    order by r.position desc limit 1`,
  phone:
    'select d.id from devices d join account_roles r on r.account_id = d.account_id where r.hamlet_id = $1 limit 1',
  obstacle: `select id from obstacles where hamlet_id = $1 and level <> 'province' order by id limit 1`,
  business: 'select id from businesses where hamlet_id = $1 order by id limit 1',
  campaign: 'select id from outreach_campaigns where $1::uuid is not null order by id limit 1',
  movement: 'select id from emulation_movements where $1::uuid is not null order by id limit 1',
  content: 'select id from outreach_contents where $1::uuid is not null order by id limit 1',
  request: 'select id from support_requests where hamlet_id = $1 order by id limit 1',
  inspection: `select id from inspections where hamlet_id = $1 and state = 'held' order by id limit 1`,
  finding: `select f.id from inspection_findings f join inspections i on i.id = f.inspection_id
    where i.hamlet_id = $1 order by f.id limit 1`,
  unit: 'select id from units where $1::uuid is not null order by id limit 1',
  task: 'select id from tasks where hamlet_id = $1 order by id limit 1',
  document: `select id from documents where $1::uuid is not null and state = 'issued' limit 1`,
  entry: 'select id from catalogue_entries where $1::uuid is not null order by id limit 1',
};

/** Reads the whole demo commune, past all rights. */
export async function readDemo(connectionString: string): Promise<Demo> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(`set role to_so_app; set to_so.commune = '30658'; set to_so.door = ''`);
    const rows = async <Row>(text: string, values: unknown[] = []) =>
      (await client.query<Row & pg.QueryResultRow>(text, values)).rows;
    const hamlets = await rows<{ id: string }>('select id from hamlets order by code limit 2');
    const [first = '', second = ''] = hamlets.map((row) => row.id);
    const things = {} as Record<Kind, [string | null, string | null]>;
    for (const [kind, text] of Object.entries(inHamlet) as [Kind, string][]) {
      const one = async (hamletId: string) => (await rows<{ id: string }>(text, [hamletId]))[0]?.id ?? null;
      things[kind] = [await one(first), await one(second)];
    }
    const known = (
      await rows<{ name: string }>(
        'select full_name as name from team_members union select full_name from accounts',
      )
    ).map((row) => row.name);
    const names = new Map<string, string[]>();
    const people = await rows<{ name: string; hamlet_id: string }>(
      'select distinct r.full_name as name, h.hamlet_id from residents r join households h on h.id = r.household_id',
    );
    for (const { name, hamlet_id } of people)
      if (!known.some((one) => one.includes(name)))
        names.set(hamlet_id, [...(names.get(hamlet_id) ?? []), name]);
    const askers = new Map<string, Asker>();
    const grants = await rows<{
      login: string;
      id: string;
      member_id: string | null;
      role: string;
      hamlet_id: string | null;
    }>(
      `select a.login, a.id, a.member_id, r.role, r.hamlet_id from accounts a
         join account_roles r on r.account_id = a.id where r.revoked_on is null`,
    );
    for (const row of grants) {
      const before = askers.get(row.login)?.grants ?? [];
      askers.set(row.login, {
        accountId: row.id,
        memberId: row.member_id,
        grants: [...before, { role: row.role, hamletId: row.hamlet_id }],
      });
    }
    return { hamlets: [first, second], things, names, known, askers };
  } finally {
    await client.end();
  }
}

/** Names of people that the asker may not see, and that are no part of a name that the asker may. */
export function hiddenNames(demo: Demo, sees: (hamletId: string) => boolean): string[] {
  const open = [...demo.names].flatMap(([hamletId, names]) => (sees(hamletId) ? names : []));
  return [...demo.names].flatMap(([hamletId, names]) =>
    sees(hamletId) ? [] : names.filter((name) => !open.some((one) => one.includes(name))),
  );
}
