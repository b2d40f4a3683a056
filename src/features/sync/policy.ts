import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hamletRoles, hamletsEverOf, hamletsOf, hasRole, hasRoleIn } from '#features/accounts/model.ts';
import { canSeeRestrictedList } from '#features/registry/policy.ts';

/** The hamlets whose households the actor's phone holds: those in which they are a member, the team's leader or the head (P8). */
export function hamletsOnPhone(actor: Actor): Id[] {
  return hamletsOf(actor, ...hamletRoles);
}

/** The hamlets whose register, and so whose phones, the actor keeps, or kept when they ended: as the team's leader or the head. */
export function hamletsKept(actor: Actor): Id[] {
  return hamletsEverOf(actor, 'hamlet_team_leader', 'hamlet_head');
}

/** A phone is for who works in a hamlet; officers work in the office's pages. */
export function canUsePhone(actor: Actor): boolean {
  return hamletsOnPhone(actor).length > 0;
}

/**
 * What a phone may know of a hamlet beyond what every member may: changes when a role changes or another household is looked
 * after in general. A phone whose list was made under another view takes it anew.
 */
export function viewOf(actor: Actor, hamletId: Id): string {
  return canSeeRestrictedList(actor, hamletId) ? 'a' : `m${(actor.memberId ?? '').slice(-6)}`;
}

/** As much of a phone as a policy asks: whose it is, and where its owner works. */
export interface DevicePlace {
  accountId: Id;
  /** Hamlets of its owner's roles; also of those that ended, so that a lost phone of a former member can be revoked. */
  hamletIds: readonly Id[];
}

/** Offices that see every phone of the commune. */
export function canSeeAllDevices(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head', 'commune_admin');
}

/** The phones of a hamlet's team (null: of the commune): the hamlet's leader and head, the office. */
export function canSeeDevicesOf(actor: Actor, hamletId: Id | null): boolean {
  return canSeeAllDevices(actor) || (hamletId !== null && keepsHamlet(actor, hamletId));
}

/** Open the board of phones: who sees those of at least one hamlet. */
export function canOpenDevices(actor: Actor): boolean {
  return canSeeAllDevices(actor) || hasRole(actor, 'hamlet_team_leader', 'hamlet_head');
}

/** See that a phone is there, when it last called and what it had not sent: its owner, the hamlet's leader and head, the office. */
export function canSeeDevice(actor: Actor, device: DevicePlace): boolean {
  return (
    device.accountId === actor.accountId ||
    canSeeAllDevices(actor) ||
    device.hamletIds.some((hamletId) => keepsHamlet(actor, hamletId))
  );
}

/** Revoke a lost phone: its owner, the hamlet's leader and head, the office. */
export function canRevokeDevice(actor: Actor, device: DevicePlace): boolean {
  return (
    device.accountId === actor.accountId ||
    hasRole(actor, 'culture_social_officer', 'commune_admin') ||
    device.hamletIds.some((hamletId) => keepsHamlet(actor, hamletId))
  );
}

/** Decide between two words about who somebody is, and see what phones told that was not written: who keeps the hamlet's register. */
export function canReview(actor: Actor, hamletId: Id): boolean {
  return canReviewAll(actor) || keepsHamlet(actor, hamletId);
}

/** The same for every hamlet: the Culture–Social office. */
export function canReviewAll(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer');
}

/** Who reviews in at least one hamlet. */
export function canOpenReviews(actor: Actor): boolean {
  return canReviewAll(actor) || hasRole(actor, 'hamlet_team_leader', 'hamlet_head');
}

/** Take in what a phone handed over as a file: the office, and the leader and head of a hamlet of its owner. */
export function canImportHandover(actor: Actor, device: DevicePlace): boolean {
  return canReviewAll(actor) || device.hamletIds.some((hamletId) => keepsHamlet(actor, hamletId));
}

/** Who takes in hand-over files of at least one hamlet. */
export const canOpenHandover = canOpenReviews;

const keepsHamlet = (actor: Actor, hamletId: Id) =>
  hasRoleIn(actor, hamletId, 'hamlet_team_leader', 'hamlet_head');
