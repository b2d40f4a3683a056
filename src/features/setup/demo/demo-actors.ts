import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { officers } from './cast.ts';
import type { DemoHamlet } from './org-rows.server.ts';

/** The demo commune, for whoever acts in it through commands. */
export interface DemoPlace {
  communeId: Id;
  /** Accounts of the offices, by login. */
  officerIds: ReadonlyMap<string, Id>;
  hamlets: readonly DemoHamlet[];
  now: Date;
}

/** Somebody of the commune's offices. */
export function officeActor({ communeId, officerIds }: DemoPlace, login: string): Actor {
  const found = officers.find((one) => one.login === login);
  const accountId = officerIds.get(login);
  if (!found || !accountId) throw new Error(`nobody signs in as ${login} in the demo`);
  const grants = [{ role: found.role, hamletId: null }];
  return { accountId, communeId, fullName: found.name, memberId: null, grants };
}

/** Somebody of a hamlet's team: its head and leader (0), or the nth member; the head where there is no such member. */
export function hamletActor(communeId: Id, { id: hamletId, members }: DemoHamlet, nth: number): Actor {
  const [head] = members;
  const one = members[nth] ?? head;
  if (!one) throw new Error('a team without members does nothing');
  const roles = one === head ? ['hamlet_head', 'hamlet_team_leader'] : ['member'];
  const grants = roles.map((role) => ({ role, hamletId }));
  return { accountId: one.accountId, communeId, fullName: one.name, memberId: one.id, grants };
}
