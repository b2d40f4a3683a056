import { findDuplicates } from '#features/registry/queries/find-duplicates.server.ts';
import { getHouseholdPage } from '#features/registry/queries/household-page.server.ts';
import { getHouseholdPlace } from '#features/registry/queries/household-place.server.ts';
import { getImport, listImportRows, listImports } from '#features/registry/queries/imports.server.ts';
import { listGroups as listHomeGroups } from '#features/registry/queries/list-groups.server.ts';
import { listHistory } from '#features/registry/queries/list-history.server.ts';
import { listHouseholds, pageOfHouseholds } from '#features/registry/queries/list-households.server.ts';
import { listMergedInto } from '#features/registry/queries/list-merged-into.server.ts';
import { listMergedPeople } from '#features/registry/queries/list-merged-people.server.ts';
import { householdOfPerson } from '#features/registry/queries/household-of-person.server.ts';
import { listEvents, listActors } from '#features/accounts/queries/list-events.server.ts';
import { listAccounts } from '#features/accounts/queries.server.ts';
import {
  groupsCare,
  listAssessments,
  listGroupMembers,
  namesOnDuty,
} from '#features/groups/queries/group-members.server.ts';
import { pointLog } from '#features/groups/queries/point-log.server.ts';
import {
  getGroup,
  listGroupEvents,
  listGroups,
  listSupportPoints,
  pointsOf,
} from '#features/groups/queries.server.ts';
import { listHamletsWithoutTeam, listTeams } from '#features/org/queries.server.ts';
import {
  getOutreach,
  listOutreach,
  listOutreachOf,
} from '#features/outreach/queries/list-outreach.server.ts';
import { helperBook, memberLoads } from '#features/visits/queries/helper-book.server.ts';
import {
  findHelper,
  helperLoad,
  listHelpedBy,
  listHelpers,
} from '#features/visits/queries/helpers.server.ts';
import { lastContacts } from '#features/visits/queries/last-contacts.server.ts';
import { listDigitalStatus } from '#features/visits/queries/list-digital-status.server.ts';
import { listNextSteps } from '#features/visits/queries/list-next-steps.server.ts';
import { listToldRecords } from '#features/visits/queries/list-visit-records.server.ts';
import { getVisit, listVisitsOf } from '#features/visits/queries/list-visits-of.server.ts';
import { listVisits } from '#features/visits/queries/list-visits.server.ts';
import { attendanceChoices } from '#features/outreach/queries/attendance-choices.server.ts';
import { teamWork } from '#features/visits/queries/team-week.server.ts';
import { memberDay } from '#features/visits/queries/member-day.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { countWaiting } from '#features/sync/queries/count-waiting.server.ts';
import { getDevice } from '#features/sync/queries/get-device.server.ts';
import { listAttention } from '#features/sync/queries/list-attention.server.ts';
import { listDevices, listOwnDevices } from '#features/sync/queries/list-devices.server.ts';
import { listReviews } from '#features/sync/queries/list-reviews.server.ts';
import { onPhone } from './office-commands.ts';
import { commerceQueries } from './commerce-paths.ts';
import { budgetQueries } from './budget-paths.ts';
import { query, verdict, type Path } from './path.ts';
import { may, mayAnywhere, mayInCommune } from './predicate.ts';
import { homeOf, seesRegister } from './register-commands.ts';
import { emulationQueries } from './emulation-paths.ts';
import { obstacleQueries } from './obstacle-paths.ts';
import { outreachQueries } from './outreach-paths.ts';
import { officeQueries } from './office-queries.ts';
import { taskQueries } from './task-paths.ts';
import type { Operation } from './rights-table.ts';
import { unitQueries } from './unit-paths.ts';
import { trainingQueries } from './training-paths.ts';
import { inspectionQueries } from './inspection-paths.ts';
import { leavingQueries } from './leaving-paths.ts';
import { mergingQueries } from './merging-paths.ts';
import { supportQueries } from './support-paths.ts';
import { seesVisit } from './work-commands.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };

/** One of the place's own things: seen by the right, else not there. */
const here =
  (operation: Operation): Path['expected'] =>
  (actor, { spot }) =>
    verdict(spot.here && may(actor, operation, { hamletId: spot.hamletId }), true);
const home: Path['expected'] = (actor, { spot }) => verdict(seesRegister(actor, spot), true);
const homeVisits: Path['expected'] = (actor, { spot }) =>
  verdict(seesRegister(actor, spot) && may(actor, 'visits.read', { hamletId: spot.hamletId }), true);
const wide =
  (operation: Operation): Path['expected'] =>
  (actor) =>
    verdict(mayInCommune(actor, operation), true);
/** A list that is narrowed to what the actor may see, down to nothing. */
const narrowed: Path['expected'] = () => 'done';
/** By the hamlet's id alone: officers get an empty list for a hamlet that is not there. */
const byHamlet =
  (operation: Operation): Path['expected'] =>
  (actor, { spot }) =>
    verdict(may(actor, operation, { hamletId: spot.hamletId }), true);
const ofMember = (actor: Actor, memberId: string, hamletId: string): boolean =>
  memberId === actor.memberId || may(actor, 'visits.read', { hamletId });

export const queryPaths: readonly Path[] = [
  query(
    'listHouseholds',
    (ctx, { spot }) => listHouseholds(ctx, { hamletId: spot.hamletId }),
    byHamlet('register.read'),
  ),
  query(
    'listHouseholds',
    (ctx) => listHouseholds(ctx, { text: 'dau' }),
    (actor) => verdict(mayAnywhere(actor, 'register.read'), true),
  ),
  query(
    'listHouseholds',
    (ctx, { spot }) => listHouseholds(ctx, { responsible: spot.memberId, sort: 'address' }),
    (actor) => verdict(mayAnywhere(actor, 'register.read'), true),
  ),
  query(
    'pageOfHouseholds',
    (ctx, { spot }) => pageOfHouseholds(ctx, { hamletId: spot.hamletId, priority: 'vulnerable' }),
    (actor, { spot }) =>
      verdict(
        may(actor, 'register.read', { hamletId: spot.hamletId }),
        may(actor, 'register.restricted', { hamletId: spot.hamletId }),
      ),
  ),
  query('getHouseholdPage', (ctx, on) => getHouseholdPage(ctx, homeOf(on).id), home),
  query('getHouseholdPlace', (ctx, on) => getHouseholdPlace(ctx, homeOf(on).id), home),
  query('listHistory', (ctx, on) => listHistory(ctx, homeOf(on).id), home),
  query('listMergedInto', (ctx, { spot }) => listMergedInto(ctx, spot.other.id), narrowed),
  query('listMergedPeople', (ctx, { spot }) => listMergedPeople(ctx, spot.other.people[2] ?? ''), narrowed),
  query('householdOfPerson', (ctx, on) => householdOfPerson(ctx, homeOf(on).people[1] ?? ''), home),
  query(
    'findDuplicates',
    (ctx, { spot }) => findDuplicates(ctx, { hamletId: spot.hamletId }),
    byHamlet('register.read'),
  ),
  query('findDuplicates', (ctx) => findDuplicates(ctx), wide('register.read')),
  query('listHomeGroups', (ctx, { spot }) => listHomeGroups(ctx, spot.hamletId), byHamlet('register.read')),
  query('listImports', (ctx) => listImports(ctx), wide('register.import')),
  query('getImport', (ctx, { settled }) => getImport(ctx, settled.importId), wide('register.import')),
  query(
    'listImportRows',
    (ctx, { settled }) => listImportRows(ctx, settled.importId),
    wide('register.import'),
  ),

  query(
    'listVisits',
    (ctx, { spot }) => listVisits(ctx, { ...year, hamletId: spot.hamletId }),
    here('visits.read'),
  ),
  query('listVisits', (ctx) => listVisits(ctx, { ...year, hamletId: null }), wide('visits.read')),
  query('listVisitsOf', (ctx, on) => listVisitsOf(ctx, homeOf(on).id), homeVisits),
  query(
    'getVisit',
    (ctx, { spot }) => getVisit(ctx, spot.visit.id),
    (actor, { spot }) => verdict(seesVisit(actor, spot, spot.visit), true),
  ),
  query(
    'listToldRecords',
    (ctx, { spot }) => listToldRecords(ctx, spot.counterVisit.id),
    (actor, { spot }) => verdict(seesVisit(actor, spot, spot.counterVisit), true),
  ),
  query('listDigitalStatus', (ctx, on) => listDigitalStatus(ctx, homeOf(on).id), homeVisits),
  query(
    'listNextSteps',
    (ctx, { spot }) => listNextSteps(ctx, spot.hamletId, '2026-12-31'),
    here('visits.read'),
  ),
  query('findHelper', (ctx, on) => findHelper(ctx, homeOf(on).id), homeVisits),
  query('listHelpedBy', (ctx, { spot }) => listHelpedBy(ctx, spot.memberId), narrowed),
  ...leavingQueries,
  ...mergingQueries,
  query('listHelpers', (ctx, { spot }) => listHelpers(ctx, spot.hamletId), here('visits.read')),
  query('listHelpers', (ctx) => listHelpers(ctx, null), wide('visits.read')),
  query(
    'helperBook',
    (ctx, { spot }) => helperBook(ctx, { hamletId: spot.hamletId, show: null }),
    here('visits.read'),
  ),
  query('helperBook', (ctx) => helperBook(ctx, { hamletId: null, show: 'nobody' }), wide('visits.read')),
  query('memberLoads', (ctx, { spot }) => memberLoads(ctx, spot.hamletId), here('visits.read')),
  query('memberLoads', (ctx) => memberLoads(ctx, null), wide('visits.read')),
  query('helperLoad', (ctx, { spot }) => helperLoad(ctx, spot.hamletId), here('visits.read')),
  query('teamWork', (ctx, { spot }) => teamWork(ctx, spot.hamletId, year.from, year.to), here('visits.read')),
  query(
    'lastContacts',
    (ctx, { spot }) =>
      lastContacts(ctx, [{ id: spot.other.id, hamletId: spot.hamletId }]).then((map) => [...map]),
    narrowed,
  ),
  query(
    'memberDay',
    (ctx, { spot }) => memberDay(ctx, spot.memberId, '2026-11-24'),
    (actor, { spot }) => verdict(spot.here && ofMember(actor, spot.memberId, spot.hamletId), true),
  ),

  query(
    'listOutreach',
    (ctx, { spot }) => listOutreach(ctx, { ...year, hamletId: spot.hamletId }),
    here('visits.read'),
  ),
  query('listOutreach', (ctx) => listOutreach(ctx, { ...year, hamletId: null }), wide('visits.read')),
  query('listOutreachOf', (ctx, on) => listOutreachOf(ctx, homeOf(on).id), homeVisits),
  query(
    'attendanceChoices',
    (ctx, { spot }) => attendanceChoices(ctx, spot.hamletId),
    byHamlet('register.read'),
  ),
  query('getOutreach', (ctx, { spot }) => getOutreach(ctx, spot.session.id), here('visits.read')),
  query(
    'getOutreach',
    (ctx, { settled }) => getOutreach(ctx, settled.wideSession),
    wide('outreach.read_commune_wide'),
  ),

  query('listGroups', (ctx, { spot }) => listGroups(ctx, spot.hamletId), here('groups.read')),
  query('listGroups', (ctx) => listGroups(ctx, null), wide('groups.read')),
  query('listSupportPoints', (ctx) => listSupportPoints(ctx), narrowed),
  query('pointsOf', (ctx, { spot }) => pointsOf(ctx, spot.hamletId), narrowed),
  query('getGroup', (ctx, { spot }) => getGroup(ctx, spot.group.id), here('groups.read')),
  query('listGroupMembers', (ctx, { spot }) => listGroupMembers(ctx, spot.group.id), here('groups.read')),
  query('groupsCare', (ctx) => groupsCare(ctx), wide('groups.read')),
  query('namesOnDuty', (ctx) => namesOnDuty(ctx), wide('groups.read')),
  query('listAssessments', (ctx, { spot }) => listAssessments(ctx, spot.group.id), here('groups.read')),
  query('pointLog', (ctx, { spot }) => pointLog(ctx, spot.group.id), here('groups.read')),
  query('listGroupEvents', (ctx, { spot }) => listGroupEvents(ctx, spot.group.id), here('groups.read')),

  query('listTeams', (ctx) => listTeams(ctx, { ended: true }), narrowed),
  query('listHamletsWithoutTeam', (ctx) => listHamletsWithoutTeam(ctx), narrowed),
  query('listAccounts', (ctx) => listAccounts(ctx), narrowed),
  query('listEvents', (ctx) => listEvents(ctx, {}, 200), wide('audit.read')),
  query('listActors', (ctx) => listActors(ctx), wide('audit.read')),

  query('listDevices', (ctx, { spot }) => listDevices(ctx, spot.hamletId), here('phones.read')),
  query('listDevices', (ctx) => listDevices(ctx, null), narrowed),
  query('listOwnDevices', (ctx) => listOwnDevices(ctx), narrowed),
  query('getDevice', (ctx, { spot }) => getDevice(ctx, spot.phone.id), onPhone('phones.read')),
  query(
    'listAttention',
    (ctx, { spot }) => listAttention(ctx, { hamletId: spot.hamletId }),
    here('phones.review'),
  ),
  query('listAttention', (ctx) => listAttention(ctx, { hamletId: null }), narrowed),
  query('listReviews', (ctx, { spot }) => listReviews(ctx, spot.hamletId), here('phones.review')),
  query('listReviews', (ctx) => listReviews(ctx, null), narrowed),
  query('countWaiting', (ctx) => countWaiting(ctx), narrowed),
  ...obstacleQueries,
  ...inspectionQueries,
  ...unitQueries,
  ...supportQueries,
  ...taskQueries,
  ...trainingQueries,
  ...officeQueries,
  ...outreachQueries,
  ...emulationQueries,
  ...budgetQueries,
  ...commerceQueries,
];
