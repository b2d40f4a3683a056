import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hasRole } from '#features/accounts/model.ts';

/** A unit as policies see it: the accounts that act for it. */
export interface UnitPlace {
  accountIds: readonly Id[];
}

/** Roles of people who work in a unit (domain/03 §7.2: Economic office; Youth Union, mass organisation, school, other unit). */
export const unitRoles = ['economic_officer', 'unit'] as const;

/** Somebody who may act for a unit, once named for it. */
export function isOfUnits(actor: Actor): boolean {
  return hasRole(actor, ...unitRoles);
}

/** Acts for the unit: named for it, while the role of an office or a unit lasts ("own part", "assigned"). */
export function actsForUnit(actor: Actor, { accountIds }: UnitPlace): boolean {
  return isOfUnits(actor) && accountIds.includes(actor.accountId);
}

/** Reads all units: who reads what the whole commune does. */
export function canSeeAllUnits(actor: Actor): boolean {
  return hasRole(
    actor,
    'commune_team_leader',
    'culture_social_officer',
    'culture_social_head',
    'commune_leader',
  );
}

export function canOpenUnitList(actor: Actor): boolean {
  return canSeeAllUnits(actor) || isOfUnits(actor);
}

/** A unit, its staff in the teams and its counts: who reads all, and its own people. */
export function canSeeUnit(actor: Actor, unit: UnitPlace): boolean {
  return canSeeAllUnits(actor) || actsForUnit(actor, unit);
}

/** The list of units and who acts for them: the Culture–Social office, which leads the plan (R53). */
export function canKeepUnitList(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head');
}

/** Who of a unit's staff is in a team (R67): the unit itself, and the office. */
export function canNameStaff(actor: Actor, unit: UnitPlace): boolean {
  return hasRole(actor, 'culture_social_officer') || actsForUnit(actor, unit);
}

/** The unit's counts of a month (R64): the unit itself; the officer types in what it sent in another way. */
export function canDeclarePioneers(actor: Actor, unit: UnitPlace): boolean {
  return hasRole(actor, 'culture_social_officer') || actsForUnit(actor, unit);
}
