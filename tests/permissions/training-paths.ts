import { chooseTrainees } from '#features/training/commands/choose-trainees.server.ts';
import { correctClass } from '#features/training/commands/correct-class.server.ts';
import { keepTopic, retireTopic } from '#features/training/commands/keep-topic.server.ts';
import { markAttendance } from '#features/training/commands/mark-attendance.server.ts';
import { planClass } from '#features/training/commands/plan-class.server.ts';
import {
  recordConfirmation,
  withdrawConfirmation,
} from '#features/training/commands/record-confirmation.server.ts';
import { recordResults } from '#features/training/commands/record-results.server.ts';
import { setClassState } from '#features/training/commands/set-class-state.server.ts';
import type { ClassState } from '#features/training/model/training-class.ts';
import * as training from '#features/training/policy.ts';
import { getClass, listClassEvents, listClasses } from '#features/training/queries/classes.server.ts';
import { competence, memberCompetence } from '#features/training/queries/competence.server.ts';
import { classesToTick, ownTraining, trainingNeeds } from '#features/training/queries/own-training.server.ts';
import { listTrainees } from '#features/training/queries/trainees.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { command, query, verdict, type Path } from './path.ts';
import { may, mayAnywhere, mayInCommune } from './predicate.ts';
import type { Operation } from './rights-table.ts';
import type { Spot } from './spot.ts';

// Where a class of the whole commune lies; hamlets' people read it as they read their own.
const reads = (actor: Actor, place: { hamletId: string | null; recordedBy: string }): boolean =>
  may(actor, 'classes.read', place) ||
  (place.hamletId === null &&
    actor.grants.some(
      (one) => one.hamletId !== null && may(actor, 'classes.read', { hamletId: one.hamletId }),
    ));
const opens = (actor: Actor): boolean =>
  mayAnywhere(actor, 'classes.read') || mayInCommune(actor, 'classes.plan');

const planned = (spot: Spot) => ({
  hamletId: spot.hamletId,
  recordedBy: spot.trainingClass.createdBy,
  classState: 'planned',
});
const proposed = (spot: Spot) => ({
  hamletId: spot.hamletId,
  recordedBy: spot.proposal.createdBy,
  classState: 'proposed',
});

const onPlanned =
  (...operations: Operation[]): Path['expected'] =>
  (actor, { spot }) =>
    verdict(
      spot.here && reads(actor, planned(spot)),
      operations.some((operation) => may(actor, operation, planned(spot))),
    );
const onProposal =
  (...operations: Operation[]): Path['expected'] =>
  (actor, { spot }) =>
    verdict(
      spot.here && spot.key !== 'foreign' && reads(actor, proposed(spot)),
      operations.some((operation) => may(actor, operation, proposed(spot))),
    );
const isIt = (actor: Actor, spot: Spot) => actor.memberId !== null && actor.memberId === spot.memberId;
const onTopic: Path['expected'] = (actor) =>
  verdict(opens(actor), mayInCommune(actor, 'classes.keep_topics'));
const onMember: Path['expected'] = (actor, { spot }) =>
  verdict(
    spot.here && spot.key !== 'foreign' && may(actor, 'classes.people', { hamletId: spot.hamletId }),
    may(actor, 'classes.confirm', { hamletId: spot.hamletId }),
  );

const arranged = { form: 'online', trainer: 'Đặng Thị Hạnh', heldOn: '2026-11-24', startsAt: '08:00' };
const newClass: Path['expected'] = (actor, { spot }) => {
  const thing = { hamletId: spot.hamletId, recordedBy: actor.accountId };
  return verdict(
    opens(actor) && spot.here && reads(actor, thing),
    may(actor, 'classes.plan', thing) || may(actor, 'classes.propose', thing),
  );
};

export const trainingCommands = [
  command(
    planClass,
    ({ spot, settled }) => ({ ...arranged, hamletId: spot.hamletId, topicIds: [settled.topicId] }),
    newClass,
  ),
  command(
    planClass,
    ({ settled }) => ({ ...arranged, topicIds: [settled.topicId] }),
    (actor) => verdict(opens(actor), mayInCommune(actor, 'classes.plan')),
  ),
  command(
    correctClass,
    ({ spot, settled }) => ({ ...arranged, classId: spot.trainingClass.id, topicIds: [settled.topicId] }),
    onPlanned('classes.keep'),
  ),
  command(
    correctClass,
    ({ spot, settled }) => ({ ...arranged, classId: spot.proposal.id, topicIds: [settled.topicId] }),
    onProposal('classes.keep', 'classes.correct_proposal'),
  ),
  command(
    chooseTrainees,
    ({ spot }) => ({ classId: spot.trainingClass.id, memberIds: [spot.memberId] }),
    onPlanned('classes.keep'),
  ),
  command(
    setClassState,
    ({ spot }) => ({ classId: spot.proposal.id, to: 'planned' }),
    onProposal('classes.approve'),
  ),
  command(
    setClassState,
    ({ spot }) => ({ classId: spot.proposal.id, to: 'cancelled', note: 'Thôi' }),
    onProposal('classes.keep', 'classes.drop_proposal'),
  ),
  command(
    setClassState,
    ({ spot }) => ({ classId: spot.trainingClass.id, to: 'cancelled', note: 'Mưa' }),
    onPlanned('classes.keep'),
  ),
  command(
    markAttendance,
    ({ spot }) => ({ classId: spot.trainingClass.id, marks: [{ memberId: spot.memberId, attended: true }] }),
    (actor, { spot }) =>
      verdict(
        spot.here &&
          spot.key !== 'foreign' &&
          reads(actor, planned(spot)) &&
          (may(actor, 'classes.people', planned(spot)) || isIt(actor, spot)),
        may(actor, 'classes.tick', planned(spot)),
      ),
  ),
  command(
    recordResults,
    ({ spot }) => ({ classId: spot.trainingClass.id, results: [{ memberId: spot.memberId }] }),
    onPlanned('classes.keep'),
  ),
  command(keepTopic, () => ({ name: 'Chuyên đề mới' }), onTopic),
  command(retireTopic, ({ settled }) => ({ topicId: settled.topicId }), onTopic),
  command(
    recordConfirmation,
    ({ spot }) => ({ memberId: spot.memberId, course: 'Khóa khác', confirmedOn: '2026-11-02' }),
    onMember,
  ),
  command(withdrawConfirmation, ({ spot }) => ({ confirmationId: spot.confirmationId }), onMember),
];

const seesClass: Path['expected'] = (actor, { spot }) =>
  verdict(spot.here && reads(actor, planned(spot)), true);

export const trainingQueries: readonly Path[] = [
  query(
    'listClasses',
    (ctx) => listClasses(ctx),
    (actor) => verdict(opens(actor), true),
  ),
  query('getClass', (ctx, { spot }) => getClass(ctx, spot.trainingClass.id), seesClass),
  query('listClassEvents', (ctx, { spot }) => listClassEvents(ctx, spot.trainingClass.id), seesClass),
  query('listTrainees', (ctx, { spot }) => listTrainees(ctx, spot.trainingClass.id), seesClass),
  query(
    'competence',
    (ctx, { spot }) => competence(ctx, spot.hamletId),
    (actor, { spot }) =>
      verdict(spot.here && may(actor, 'classes.people', { hamletId: spot.hamletId }), true),
  ),
  query(
    'competence',
    (ctx) => competence(ctx, null),
    (actor) => verdict(mayAnywhere(actor, 'classes.people'), true),
  ),
  query(
    'memberCompetence',
    (ctx, { spot }) => memberCompetence(ctx, spot.memberId),
    (actor, { spot }) =>
      verdict(
        spot.here &&
          spot.key !== 'foreign' &&
          (may(actor, 'classes.people', { hamletId: spot.hamletId }) || isIt(actor, spot)),
        true,
      ),
  ),
  query(
    'ownTraining',
    (ctx) => ownTraining(ctx),
    () => 'done',
  ),
  query(
    'classesToTick',
    (ctx) => classesToTick(ctx),
    () => 'done',
  ),
  query(
    'trainingNeeds',
    (ctx) => trainingNeeds(ctx),
    () => 'done',
  ),
];

/** The policies of training beside what the table says: [policy, is, should]. */
export function compareTraining(
  actor: Actor,
  spot: {
    hamletId: string;
    now: string;
    wide: boolean;
    recordedBy: string;
    memberId: string | null;
    responsibleMemberId: string | null;
    classState: ClassState;
    classStep: ClassState;
  },
): [string, boolean, boolean][] {
  const hamletId = spot.wide ? null : spot.hamletId;
  const place = {
    hamletId,
    state: spot.classState,
    createdBy: spot.recordedBy,
    rollMemberId: spot.responsibleMemberId,
  };
  const thing = { hamletId, recordedBy: spot.recordedBy, classState: spot.classState };
  // Somebody in the class may be of another hamlet than it.
  const trainee = { memberId: spot.memberId ?? '', hamletId: spot.now };
  const who = { hamletId: spot.now, recordedBy: spot.recordedBy };
  const isNamed = actor.memberId !== null && actor.memberId === spot.responsibleMemberId;
  const keeps = may(actor, 'classes.keep', thing);
  const ticksAll = keeps || isNamed;
  const ticks = may(actor, 'classes.tick', who) || ticksAll;
  const moves = {
    proposed: false,
    planned: may(actor, 'classes.approve', thing),
    held: keeps,
    cancelled: keeps || may(actor, 'classes.drop_proposal', thing),
  };
  return [
    ['canSeeAllClasses', training.canSeeAllClasses(actor), mayInCommune(actor, 'classes.read')],
    ['canSeeClass', training.canSeeClass(actor, place), reads(actor, thing)],
    ['canOpenTraining', training.canOpenTraining(actor), opens(actor)],
    ['canPlanClass', training.canPlanClass(actor), mayInCommune(actor, 'classes.plan')],
    ['canProposeClass', training.canProposeClass(actor, place), may(actor, 'classes.propose', thing)],
    [
      'canEditClass',
      training.canEditClass(actor, place),
      spot.classState !== 'cancelled' && (keeps || may(actor, 'classes.correct_proposal', thing)),
    ],
    ['canMoveClass', training.canMoveClass(actor, place, spot.classStep), moves[spot.classStep]],
    ['canTickAttendance', training.canTickAttendance(actor, place, trainee), ticks],
    ['canTickAll', training.canTickAll(actor, place), ticksAll],
    ['canRecordResults', training.canRecordResults(actor, place), keeps],
    [
      'canSeeTrainee',
      training.canSeeTrainee(actor, place, trainee),
      may(actor, 'classes.people', who) ||
        ticks ||
        (spot.memberId !== null && actor.memberId === spot.memberId),
    ],
    [
      'canSeeCompetence',
      training.canSeeCompetence(actor, { hamletId }),
      may(actor, 'classes.people', { hamletId }),
    ],
    [
      'canSeeMemberCompetence',
      training.canSeeMemberCompetence(actor, trainee),
      may(actor, 'classes.people', { hamletId: spot.now }) ||
        (spot.memberId !== null && actor.memberId === spot.memberId),
    ],
    ['canOpenCompetence', training.canOpenCompetence(actor), mayAnywhere(actor, 'classes.people')],
    ['canKeepTopics', training.canKeepTopics(actor), mayInCommune(actor, 'classes.keep_topics')],
    [
      'canRecordConfirmation',
      training.canRecordConfirmation(actor, { hamletId }),
      may(actor, 'classes.confirm', { hamletId }),
    ],
  ];
}
