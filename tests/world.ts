import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Actor, Grant } from '#platform/commands/actor.ts';
import { runCommand, runQuery, type Command, type ReadContext } from '#platform/commands/command.server.ts';
import { openRolledBackDatabase, type RolledBackDatabase } from '#platform/db/database.server.ts';
import { fold, nameSortKey, sortKey } from '#shared/fold.ts';
import { newId, type Id } from '#shared/ids.ts';
import type { Role } from '#features/accounts/model.ts';
import '#features/index.server.ts';
import { testDatabase } from './test-database.ts';

/** The people of every test and of the demo; all invented. */
export type CastName =
  | 'lan' // chị Lan, member of the team of Ấp Mẫu 1
  | 'tu' // chú Tư, head of Ấp Mẫu 1 and leader of its team
  | 'binh' // anh Bình, member in Ấp Mẫu 2
  | 'sau' // bà Sáu, head of Ấp Mẫu 2
  | 'hanh' // cô Hạnh, officer of the Culture–Social office
  | 'tam' // anh Tâm, head of the Culture–Social office
  | 'dung' // anh Dũng, leader of the commune's team
  | 'loan' // chị Loan, Economic office
  | 'minh' // ông Minh, leader of the commune
  | 'thu' // chị Thu, records clerk
  | 'doan' // anh Đoàn, Youth Union
  | 'quay' // chị Quầy, public service centre
  | 'phuc' // anh Phúc, province
  | 'quan' // anh Quản, administrator of accounts
  | 'nga' // chị Nga, data protection
  | 'la'; // cô Lạ, officer of another commune

const people: Record<CastName, { name: string; role: Role; hamlet?: 'mau1' | 'mau2'; alsoLeader?: true }> = {
  lan: { name: 'Nguyễn Thị Lan', role: 'member', hamlet: 'mau1' },
  tu: { name: 'Lê Văn Tư', role: 'hamlet_head', hamlet: 'mau1', alsoLeader: true },
  binh: { name: 'Trần Văn Bình', role: 'member', hamlet: 'mau2' },
  sau: { name: 'Phạm Thị Sáu', role: 'hamlet_head', hamlet: 'mau2' },
  hanh: { name: 'Đặng Thị Hạnh', role: 'culture_social_officer' },
  tam: { name: 'Võ Minh Tâm', role: 'culture_social_head' },
  dung: { name: 'Hồ Văn Dũng', role: 'commune_team_leader' },
  loan: { name: 'Bùi Thị Loan', role: 'economic_officer' },
  minh: { name: 'Lý Quang Minh', role: 'commune_leader' },
  thu: { name: 'Mai Thị Thu', role: 'records_clerk' },
  doan: { name: 'Châu Văn Đoàn', role: 'unit' },
  quay: { name: 'Lâm Thị Quầy', role: 'public_service_center' },
  phuc: { name: 'Huỳnh Văn Phúc', role: 'province_viewer' },
  quan: { name: 'Ngô Văn Quản', role: 'commune_admin' },
  nga: { name: 'Đỗ Thị Nga', role: 'auditor' },
  la: { name: 'Trương Thị Lạ', role: 'culture_social_officer' },
};

export const commune = '30658';
export const foreignCommune = '31552';
const hamletNames = { mau1: 'Ấp Mẫu 1', mau2: 'Ấp Mẫu 2', mau3: 'Ấp Mẫu 3' } as const;
export type HamletName = keyof typeof hamletNames;

export interface World {
  database: RolledBackDatabase;
  cast: Record<CastName, Actor>;
  /** Three hamlets of the commune; the third has no team. `foreign` lies in another commune. */
  hamlets: Record<HamletName | 'foreign', Id>;
  teams: Record<'mau1' | 'mau2' | 'commune', Id>;
  /** The clock of the test: Tuesday 24/11/2026, 09:12 in Vietnam, until the test sets another. */
  now: Date;
  run: <Input, Loaded, Result>(
    command: Command<Input, Loaded, Result>,
    actor: Actor,
    input: unknown,
  ) => Promise<Result>;
  read: <Result>(actor: Actor, query: (ctx: ReadContext) => Promise<Result>) => Promise<Result>;
}

/** One database and one connection for the test file, one rolled-back transaction for each test, with the cast in it. */
export function useWorld(): () => World {
  const template = testDatabase();
  let world: World | null = null;
  let cast: Awaited<ReturnType<typeof settle>> | null = null;
  let database: RolledBackDatabase | null = null;
  beforeAll(async () => {
    cast = await settle(template.connectionString());
    database = await openRolledBackDatabase(template.connectionString());
  });
  beforeEach(() => {
    if (!cast || !database) throw new Error('no cast');
    const rolledBack = database;
    const here: World = {
      ...cast,
      database: rolledBack,
      now: new Date('2026-11-24T02:12:00Z'),
      run: (command, actor, input) => runCommand(rolledBack, command, { actor, now: here.now }, input),
      read: (actor, query) => runQuery(rolledBack, { actor, now: here.now }, query),
    };
    world = here;
  });
  afterEach(async () => {
    await world?.database.rollBack();
    world = null;
  });
  afterAll(async () => {
    await database?.close();
  });
  return () => {
    if (!world) throw new Error('the world exists inside a test only');
    return world;
  };
}

/** Writes the communes, hamlets, teams and people once per file, committed, before the first test. */
async function settle(connectionString: string) {
  const { openDatabase } = await import('#platform/db/database.server.ts');
  const database = openDatabase({ connectionString }, 2);
  const at = new Date('2026-01-05T01:00:00Z');
  const hamlets = { mau1: newId(at), mau2: newId(at), mau3: newId(at), foreign: newId(at) };
  const teams = { mau1: newId(at), mau2: newId(at), commune: newId(at) };
  const cast = {} as Record<CastName, Actor>;
  for (const communeId of [commune, foreignCommune]) {
    await database.transaction({ commune: communeId }, async (tx) => {
      await tx
        .insertInto('installed_communes')
        .values({
          commune_id: communeId,
          province_code: communeId === commune ? '91' : '92',
          is_sample: true,
          team_kind_name: 'Tổ công nghệ số cộng đồng',
          data_protection_contact: null,
          installed_at: at,
        })
        .execute();
      const names = communeId === commune ? Object.entries(hamletNames) : [['foreign', 'Ấp Mẫu Lạ'] as const];
      for (const [index, [key, name]] of names.entries()) {
        await tx
          .insertInto('hamlets')
          .values({
            commune_id: communeId,
            id: hamlets[key as HamletName | 'foreign'],
            code: `${communeId}-0${index + 1}`,
            name,
            name_folded: fold(name),
            sort_key: sortKey(name),
            kind: 'ap',
            valid_from: '2025-07-01',
            valid_to: null,
          })
          .execute();
      }
      if (communeId === commune) {
        const team = {
          commune_id: commune,
          decision_number: '12/QĐ-UBND',
          decision_on: '2026-01-05',
          started_on: '2026-01-05',
          ended_on: null,
        };
        await tx
          .insertInto('teams')
          .values([
            { ...team, id: teams.mau1, level: 'hamlet', hamlet_id: hamlets.mau1, name: 'Tổ Ấp Mẫu 1' },
            { ...team, id: teams.mau2, level: 'hamlet', hamlet_id: hamlets.mau2, name: 'Tổ Ấp Mẫu 2' },
            { ...team, id: teams.commune, level: 'commune', hamlet_id: null, name: 'Tổ xã Nhơn Mỹ' },
          ])
          .execute();
      }
      for (const [key, person] of Object.entries(people) as [CastName, (typeof people)[CastName]][]) {
        if ((key === 'la') !== (communeId === foreignCommune)) continue;
        const accountId = newId(at);
        const hamletId = person.hamlet ? hamlets[person.hamlet] : null;
        const memberId = person.hamlet || key === 'dung' ? newId(at) : null;
        if (memberId) {
          await tx
            .insertInto('team_members')
            .values({
              commune_id: communeId,
              id: memberId,
              team_id: person.hamlet ? teams[person.hamlet] : teams.commune,
              full_name: person.name,
              sort_key: nameSortKey(person.name),
              sex: null,
              phone: null,
              organisation: person.role === 'member' ? 'youth_union' : 'hamlet_board',
              position: person.role === 'member' ? 'member' : 'leader',
              started_on: '2026-01-05',
              ended_on: null,
              end_reason: null,
            })
            .execute();
        }
        await tx
          .insertInto('accounts')
          .values({
            commune_id: communeId,
            id: accountId,
            login: `${key}.${communeId}`,
            full_name: person.name,
            sort_key: nameSortKey(person.name),
            phone: null,
            member_id: memberId,
            password_hash: null,
            created_at: at,
            disabled_at: null,
            password_changed_at: null,
          })
          .execute();
        const grants: Grant[] = [{ role: person.role, hamletId }];
        if (person.alsoLeader) grants.push({ role: 'hamlet_team_leader', hamletId });
        await tx
          .insertInto('account_roles')
          .values(
            grants.map((grant) => ({
              commune_id: communeId,
              id: newId(at),
              account_id: accountId,
              role: grant.role,
              hamlet_id: grant.hamletId,
              granted_on: '2026-01-05',
              granted_by: null,
              revoked_on: null,
            })),
          )
          .execute();
        cast[key] = { accountId, communeId, fullName: person.name, memberId, grants };
      }
    });
  }
  await database.close();
  return { cast, hamlets, teams };
}
