import type { WriteContext } from '#platform/commands/command.server.ts';
import { insertRows } from '#platform/db/insert-rows.server.ts';
import { insertAccount } from '#features/accounts/commands/invite.server.ts';
import { hashPassword } from '#features/accounts/secrets.server.ts';
import type { Role } from '#features/accounts/model.ts';
import { insertHamlet } from '#features/org/commands/hamlets.server.ts';
import { communeTeamName, defaultTeamKind, hamletTeamName } from '#features/org/words.ts';
import type { Day } from '#shared/calendar.ts';
import { nameSortKey } from '#shared/fold.ts';
import type { Id } from '#shared/ids.ts';
import { demoPassword, named, officers } from './cast.ts';
import { demoName, demoPhone } from './people.ts';
import type { SeededRandom } from './random.ts';

export interface DemoOrg {
  hamlets: DemoHamlet[];
  /** Accounts of the officers by their names to sign in with. */
  officerIds: Map<string, Id>;
}

export interface DemoHamlet {
  id: Id;
  name: string;
  code: string;
  /** Active members; the first is the leader. */
  members: { id: Id; accountId: Id; name: string }[];
  /** The day its team began. */
  startedOn: Day;
}

/** Hamlets "Ấp Mẫu 1…", their teams and members, officers and accounts. One hamlet has no team yet (R14). */
export async function writeDemoOrg(
  ctx: WriteContext,
  random: SeededRandom,
  count: number,
  day: Day,
): Promise<DemoOrg> {
  const passwordHash = await hashPassword(demoPassword);
  const account = (input: {
    login: string;
    name: string;
    memberId: Id | null;
    roles: { role: Role; hamletId: Id | null }[];
  }) => {
    return insertAccount(ctx, {
      login: input.login,
      fullName: input.name,
      memberId: input.memberId,
      roles: input.roles,
      passwordHash,
    });
  };
  const team = (id: Id, hamletId: Id | null, name: string, number: number) => ({
    commune_id: ctx.communeId,
    id,
    level: hamletId === null ? ('commune' as const) : ('hamlet' as const),
    hamlet_id: hamletId,
    name,
    decision_number: `${number}/QĐ-UBND`,
    decision_on: day,
    started_on: day,
    ended_on: null,
    beside: false,
  });
  const member = (
    id: Id,
    teamId: Id,
    name: string,
    position: 'leader' | 'deputy' | 'member',
    organisation: 'hamlet_board' | 'youth_union' | 'women_union' | 'school' | 'resident' | 'office',
  ) => ({
    commune_id: ctx.communeId,
    id,
    team_id: teamId,
    full_name: name,
    sort_key: nameSortKey(name),
    sex: null,
    phone: demoPhone(random),
    organisation,
    position,
    started_on: day,
    ended_on: null,
    end_reason: null,
  });
  const communeTeamId = random.id(ctx.now);
  await insertRows(ctx.tx, 'teams', [
    team(communeTeamId, null, communeTeamName(defaultTeamKind, 'xã Nhơn Mỹ'), 30),
  ]);
  const officerIds = new Map<string, Id>();
  for (const officer of officers) {
    const memberId = officer.role === 'commune_team_leader' ? random.id(ctx.now) : null;
    if (memberId)
      await insertRows(ctx.tx, 'team_members', [
        member(memberId, communeTeamId, officer.name, 'leader', 'office'),
      ]);
    const roles = [{ role: officer.role, hamletId: null }];
    officerIds.set(
      officer.login,
      await account({ login: officer.login, name: officer.name, memberId, roles }),
    );
  }
  const hamlets: DemoHamlet[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = `Ấp Mẫu ${index + 1}`;
    const hamlet: DemoHamlet = {
      id: await insertHamlet(ctx, { name, kind: 'ap', validFrom: day }),
      name,
      code: `${ctx.communeId}-${String(index + 1).padStart(2, '0')}`,
      members: [],
      startedOn: day,
    };
    hamlets.push(hamlet);
    if (count > 5 && index === count - 2) continue;
    const teamId = random.id(ctx.now);
    await insertRows(ctx.tx, 'teams', [
      team(teamId, hamlet.id, hamletTeamName(defaultTeamKind, name), 31 + index),
    ]);
    const own = named[index];
    const people = [
      {
        name: own?.head.name ?? demoName(random, 'male'),
        login: own?.head.login ?? `truongap${index + 1}`,
        position: 'leader' as const,
        organisation: 'hamlet_board' as const,
      },
      {
        name: own?.member.name ?? demoName(random, 'female'),
        login: own?.member.login ?? `doanvien${index + 1}`,
        position: 'deputy' as const,
        organisation: 'youth_union' as const,
      },
      {
        name: demoName(random, 'female'),
        login: null,
        position: 'member' as const,
        organisation: 'women_union' as const,
      },
      {
        name: demoName(random, 'male'),
        login: null,
        position: 'member' as const,
        organisation: 'youth_union' as const,
      },
      {
        name: demoName(random, 'female'),
        login: null,
        position: 'member' as const,
        organisation: 'school' as const,
      },
    ];
    for (const person of people) {
      const memberId = random.id(ctx.now);
      await insertRows(ctx.tx, 'team_members', [
        member(memberId, teamId, person.name, person.position, person.organisation),
      ]);
      if (!person.login) continue;
      const roles: { role: Role; hamletId: Id | null }[] =
        person.position === 'leader'
          ? [
              { role: 'hamlet_head', hamletId: hamlet.id },
              { role: 'hamlet_team_leader', hamletId: hamlet.id },
            ]
          : [{ role: 'member', hamletId: hamlet.id }];
      hamlet.members.push({
        id: memberId,
        name: person.name,
        accountId: await account({ login: person.login, name: person.name, memberId, roles }),
      });
    }
  }
  return { hamlets, officerIds };
}
