import { dropImport } from '#features/registry/commands/import/drop-import.server.ts';
import { undoImport } from '#features/registry/commands/import/undo-import.server.ts';
import { changeHouseholdState } from '#features/registry/commands/change-household-state.server.ts';
import { changeResidentState } from '#features/registry/commands/change-resident-state.server.ts';
import { correctHousehold } from '#features/registry/commands/correct-household.server.ts';
import { correctResident } from '#features/registry/commands/correct-resident.server.ts';
import { mergeHouseholds } from '#features/registry/commands/merge-households.server.ts';
import { mergeResidents, unmergeResidents } from '#features/registry/commands/merge-residents.server.ts';
import { moveHousehold } from '#features/registry/commands/move-household.server.ts';
import { moveResident } from '#features/registry/commands/move-resident.server.ts';
import { nameHead } from '#features/registry/commands/name-head.server.ts';
import { nameResponsible } from '#features/registry/commands/name-responsible.server.ts';
import { registerHousehold } from '#features/registry/commands/register-household.server.ts';
import { registerResident } from '#features/registry/commands/register-resident.server.ts';
import { seeHousehold, seeRestrictedHouseholds } from '#features/registry/commands/see-restricted.server.ts';
import { setPolicyClass } from '#features/registry/commands/set-policy-class.server.ts';
import { splitHousehold } from '#features/registry/commands/split-household.server.ts';
import { unmergeHouseholds } from '#features/registry/commands/unmerge-households.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { command, verdict, type Ground, type Path } from './path.ts';
import { may, mayAnywhere, mayInCommune } from './predicate.ts';
import type { Operation } from './rights-table.ts';
import type { Home, Spot } from './spot.ts';

export const homeOf = (ground: Ground): Home => (ground.assigned ? ground.spot.assigned : ground.spot.other);

/** The household of the ground as the table asks about it. */
const thing = (ground: Ground) => ({
  hamletId: ground.spot.hamletId,
  responsibleMemberId: homeOf(ground).responsibleMemberId,
});

export const seesRegister = (actor: Actor, spot: Spot): boolean =>
  spot.here && may(actor, 'register.read', { hamletId: spot.hamletId });

/** One household: seen by the right to read, done by all the rights named. */
const one =
  (...operations: Operation[]): Path['expected'] =>
  (actor, ground) =>
    verdict(
      seesRegister(actor, ground.spot),
      operations.every((operation) => may(actor, operation, thing(ground))),
    );

/** Two places: both seen, both allowed. */
const two =
  (operation: Operation): Path['expected'] =>
  (actor, { spot, second }) =>
    verdict(
      seesRegister(actor, spot) && seesRegister(actor, second),
      [spot, second].every(({ hamletId }) => may(actor, operation, { hamletId })),
    );

const resident = { fullName: 'Lê Thị Mới', birth: '2001', relation: 'child' };

export const registerCommands = [
  command(
    registerHousehold,
    ({ spot }) => ({ hamletId: spot.hamletId, residents: [{ ...resident, relation: 'head' }] }),
    one('register.create'),
  ),
  command(registerResident, (on) => ({ householdId: homeOf(on).id, resident }), one('register.update')),
  command(
    correctHousehold,
    (on) => ({ householdId: homeOf(on).id, address: 'Số 9' }),
    one('register.update'),
  ),
  command(
    correctResident,
    (on) => ({ residentId: homeOf(on).people[1], fullName: 'Lê Thị Sửa' }),
    one('register.update'),
  ),
  command(
    changeHouseholdState,
    (on) => ({ householdId: homeOf(on).id, state: 'away', on: '2026-11-20' }),
    one('register.update'),
  ),
  command(
    changeResidentState,
    (on) => ({ residentId: homeOf(on).people[1], state: 'moved_out', on: '2026-11-20' }),
    one('register.update'),
  ),
  command(
    nameHead,
    (on) => ({ householdId: homeOf(on).id, residentId: homeOf(on).people[1] }),
    one('register.update'),
  ),
  command(
    setPolicyClass,
    (on) => ({ householdId: homeOf(on).id, poverty: 'poor' }),
    one('register.update', 'register.restricted'),
  ),
  command(
    nameResponsible,
    (on) => ({ householdIds: [homeOf(on).id], memberId: on.spot.freeMemberId }),
    one('register.name_responsible'),
  ),
  command(
    nameResponsible,
    ({ spot, second }) => ({ householdIds: [spot.assigned.id, second.other.id], memberId: null }),
    two('register.name_responsible'),
  ),
  command(
    moveHousehold,
    (on) => ({ householdId: homeOf(on).id, hamletId: on.second.hamletId, on: '2026-11-20' }),
    two('register.reshape'),
  ),
  command(
    moveResident,
    ({ spot, second }) => ({
      residentId: spot.assigned.people[1],
      toHouseholdId: second.other.id,
      relation: 'other',
      on: '2026-11-20',
    }),
    two('register.reshape'),
  ),
  command(
    mergeHouseholds,
    ({ spot, second }) => ({ fromId: spot.assigned.id, intoId: second.other.id }),
    two('register.reshape'),
  ),
  command(
    mergeResidents,
    ({ spot, second }) => ({ fromId: spot.assigned.people[1], intoId: second.other.people[1] }),
    two('register.reshape'),
  ),
  command(
    splitHousehold,
    ({ spot, second }) => ({
      householdId: spot.other.id,
      residentIds: [spot.other.people[1]],
      headId: spot.other.people[1],
      hamletId: second.hamletId,
    }),
    two('register.reshape'),
  ),
  command(unmergeHouseholds, ({ spot }) => ({ householdId: spot.double.id }), one('register.reshape')),
  command(unmergeResidents, (on) => ({ residentId: homeOf(on).people[1] }), one('register.reshape')),
  command(seeHousehold, (on) => ({ householdId: homeOf(on).id }), one('register.read')),
  command(
    seeRestrictedHouseholds,
    ({ spot }) => ({ hamletId: spot.hamletId, poverty: 'near_poor' }),
    (actor, { spot }) =>
      verdict(
        // A hamlet that is not there has no households: officers of the commune get an empty list.
        may(actor, 'register.read', { hamletId: spot.hamletId }),
        may(actor, 'register.restricted', { hamletId: spot.hamletId }),
      ),
  ),
  command(
    seeRestrictedHouseholds,
    () => ({ priority: 'vulnerable' }),
    (actor) => verdict(mayAnywhere(actor, 'register.read'), mayInCommune(actor, 'register.restricted')),
  ),
  command(
    seeRestrictedHouseholds,
    () => ({}),
    (actor) => verdict(mayAnywhere(actor, 'register.read'), true),
  ),
  command(
    dropImport,
    ({ settled }) => ({ importId: settled.importId }),
    (actor) => verdict(mayInCommune(actor, 'register.import'), true),
  ),
  command(
    undoImport,
    ({ settled }) => ({ importId: settled.importId }),
    (actor) => verdict(mayInCommune(actor, 'register.import'), true),
  ),
];
