import type { Actor } from '#platform/commands/actor.ts';
import { communeRoles, hamletRoles, type Role } from '#features/accounts/model.ts';
import { canGrant } from '#features/accounts/policy.ts';
import { roleNames } from '#features/accounts/words.ts';
import type { MemberPosition, Organisation } from '#features/org/model.ts';
import type { Id } from '#shared/ids.ts';
import { invitePage } from './words.ts';

/** One choice of rights for a member: its value holds the roles with + between them. */
export interface RoleChoice {
  value: string;
  label: string;
}

const headAndLeader: readonly Role[] = ['hamlet_head', 'hamlet_team_leader'];

/** The rights that the actor may give to members of a team: of its hamlet, or of the commune for the commune's team. Empty: none. */
export function rolesToGive(actor: Actor, hamletId: Id | null): RoleChoice[] {
  const may = (role: Role) => canGrant(actor, role, hamletId);
  const single = (hamletId === null ? communeRoles : hamletRoles)
    .filter(may)
    .map((role) => ({ value: role as string, label: roleNames[role] }));
  return hamletId !== null && headAndLeader.every(may)
    ? [...single, { value: headAndLeader.join('+'), label: invitePage.headAndLeader }]
    : single;
}

/** The choice that most likely fits a member; '' when the office must say. */
export function likelyRole(
  choices: readonly RoleChoice[],
  member: { position: MemberPosition; organisation: Organisation; hamletId: Id | null },
): string {
  const wanted =
    member.hamletId === null
      ? [member.position === 'leader' ? 'commune_team_leader' : '']
      : [
          member.position !== 'leader'
            ? 'member'
            : member.organisation === 'hamlet_board'
              ? headAndLeader.join('+')
              : 'hamlet_team_leader',
          'member',
        ];
  return wanted.find((value) => choices.some((choice) => choice.value === value)) ?? '';
}
