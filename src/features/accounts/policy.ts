import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hasRole, hasRoleIn, isHamletRole, isRole, type Role } from './model.ts';

/** Rights that somebody may give: nobody grants more than they may (A5). Hamlet roles need a hamlet, commune roles none. */
export function canGrant(actor: Actor, role: Role, hamletId: Id | null): boolean {
  if (isHamletRole(role) !== (hamletId !== null)) return false;
  if (hasRole(actor, 'commune_admin')) return true;
  if (!isHamletRole(role) || hamletId === null) return false;
  if (hasRole(actor, 'culture_social_officer')) return true;
  return role === 'member' && hasRoleIn(actor, hamletId, 'hamlet_head');
}

/** True when the actor may open the page of accounts: whoever may give a right to somebody. */
export function canOpenAccounts(actor: Actor): boolean {
  return hasRole(actor, 'commune_admin', 'culture_social_officer', 'hamlet_head');
}

/** An account is seen and kept by who could have given every right that it has now; nobody keeps their own. */
export function canKeepAccount(
  actor: Actor,
  account: { id: Id; grants: readonly { role: string; hamletId: Id | null }[] },
): boolean {
  if (account.id === actor.accountId) return false;
  if (hasRole(actor, 'commune_admin')) return true;
  return (
    account.grants.length > 0 &&
    account.grants.every((grant) => isRole(grant.role) && canGrant(actor, grant.role, grant.hamletId))
  );
}

/** Audit: the office (leaders of it too), the commune's leader, the auditor (domain/03 §7.2); never the administrator of accounts. */
export function canReadAudit(actor: Actor): boolean {
  return hasRole(actor, 'auditor', 'culture_social_officer', 'culture_social_head', 'commune_leader');
}
