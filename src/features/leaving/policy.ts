import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hasRole, hasRoleIn } from '#features/accounts/model.ts';

/** A member as policies see them: whose team it is. */
export interface LeavingMember {
  memberId: Id;
  /** Null: the commune's team. */
  hamletId: Id | null;
}

/**
 * Hand over what a member leaves behind (R104): the Culture–Social office, and the hamlet's head for the own team; never the
 * administrator of accounts, who sees no citizen's records, and nobody for themselves.
 */
export function canHandOver(actor: Actor, member: LeavingMember): boolean {
  if (member.memberId === actor.memberId) return false;
  return (
    hasRole(actor, 'culture_social_officer') ||
    (member.hamletId !== null && hasRoleIn(actor, member.hamletId, 'hamlet_head'))
  );
}
