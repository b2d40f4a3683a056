import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';

/** The roles of domain/03 §7.2. A person may hold several, each in one hamlet or in the whole commune. */
export const hamletRoles = ['member', 'hamlet_team_leader', 'hamlet_head'] as const;
export const communeRoles = [
  'commune_team_leader',
  'culture_social_officer',
  'culture_social_head',
  'economic_officer',
  'commune_leader',
  'records_clerk',
  'unit',
  'public_service_center',
  'province_viewer',
  'commune_admin',
  'auditor',
] as const;
export const roles = [...hamletRoles, ...communeRoles] as const;
export type HamletRole = (typeof hamletRoles)[number];
export type CommuneRole = (typeof communeRoles)[number];
export type Role = (typeof roles)[number];

export function isHamletRole(role: string): role is HamletRole {
  return (hamletRoles as readonly string[]).includes(role);
}

/** True when the actor holds one of the roles anywhere. */
export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.grants.some((grant) => (wanted as readonly string[]).includes(grant.role));
}

/** True when the actor holds one of the hamlet roles in this very hamlet. */
export function hasRoleIn(actor: Actor, hamletId: Id, ...wanted: readonly HamletRole[]): boolean {
  return actor.grants.some(
    (grant) => grant.hamletId === hamletId && (wanted as readonly string[]).includes(grant.role),
  );
}

/** The hamlets in which the actor holds one of the roles. */
export function hamletsOf(actor: Actor, ...wanted: readonly HamletRole[]): Id[] {
  const ids = actor.grants.flatMap((grant) =>
    grant.hamletId !== null && (wanted as readonly string[]).includes(grant.role) ? [grant.hamletId] : [],
  );
  return [...new Set(ids)];
}
