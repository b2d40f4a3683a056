import { changeTask } from '#features/tasks/commands/change-task.server.ts';
import { commentTask } from '#features/tasks/commands/comment-task.server.ts';
import { giveTasks } from '#features/tasks/commands/give-tasks.server.ts';
import { handOverTask } from '#features/tasks/commands/hand-over-task.server.ts';
import { keepEvidence } from '#features/tasks/commands/keep-evidence.server.ts';
import { moveTask } from '#features/tasks/commands/move-task.server.ts';
import { removeEvidence } from '#features/tasks/commands/remove-evidence.server.ts';
import { tickCheck } from '#features/tasks/commands/tick-check.server.ts';
import { getTask } from '#features/tasks/queries/find-task.server.ts';
import { listTasks, tasksAtHand } from '#features/tasks/queries/list-tasks.server.ts';
import { possibleDoers } from '#features/tasks/queries/possible-doers.server.ts';
import { findEvidence, getEvidence, listEvidence } from '#features/tasks/queries/task-evidence.server.ts';
import { listChecks, listTaskEvents, listTaskHouseholds } from '#features/tasks/queries/task-story.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { command, query, verdict, type Path } from './path.ts';
import { may, mayInCommune } from './predicate.ts';
import type { Spot } from './spot.ts';

/** The task of a place: given to its member by its head, and taken up by nobody. */
const isMembers = (actor: Actor, spot: Spot) =>
  actor.memberId === spot.task.memberId && actor.grants.some(({ hamletId }) => hamletId === spot.hamletId);
const isGivers = (actor: Actor, spot: Spot) =>
  actor.accountId === spot.task.createdBy && may(actor, 'tasks.give', { hamletId: spot.hamletId });
const leads = (actor: Actor, spot: Spot) =>
  actor.grants.some(
    ({ role, hamletId }) =>
      hamletId === spot.hamletId && (role === 'hamlet_team_leader' || role === 'hamlet_head'),
  );
const sees = (actor: Actor, spot: Spot) =>
  spot.here &&
  (isMembers(actor, spot) || isGivers(actor, spot) || may(actor, 'tasks.read', { hamletId: spot.hamletId }));

const when =
  (allowed: (actor: Actor, spot: Spot) => boolean): Path['expected'] =>
  (actor, { spot }) =>
    verdict(sees(actor, spot), allowed(actor, spot));
const seen = when(() => true);
const works = when((actor, spot) => isMembers(actor, spot) || leads(actor, spot));
const steers = when(
  (actor, spot) => isGivers(actor, spot) || may(actor, 'tasks.update', { hamletId: spot.hamletId }),
);
const calledOff = when((actor, spot) => isGivers(actor, spot) || mayInCommune(actor, 'tasks.update'));
const taskOf = ({ spot }: { spot: Spot }) => ({ taskId: spot.task.id });
const words = { title: 'Phát tờ rơi', dueOn: '2026-12-31' };

export const taskCommands = [
  command(
    giveTasks,
    ({ spot }) => ({ ...words, assignees: [`team:${spot.teamId}`] }),
    (actor, { spot }) => verdict(spot.here && may(actor, 'tasks.give', { hamletId: spot.hamletId }), true),
  ),
  command(moveTask, (ground) => ({ ...taskOf(ground), to: 'accepted' }), works),
  command(moveTask, (ground) => ({ ...taskOf(ground), to: 'cancelled', note: 'Thôi' }), calledOff),
  command(handOverTask, (ground) => ({ ...taskOf(ground), memberId: ground.spot.freeMemberId }), steers),
  command(tickCheck, (ground) => ({ ...taskOf(ground), position: 1 }), works),
  command(
    keepEvidence,
    (ground) => ({ ...taskOf(ground), name: 'anh.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.7')) }),
    works,
  ),
  // Its head attached it; who did not does not take it away.
  command(
    removeEvidence,
    ({ spot }) => ({ fileId: spot.task.evidenceId }),
    when((actor, spot) => actor.accountId === spot.task.createdBy),
  ),
  command(commentTask, (ground) => ({ ...taskOf(ground), text: 'Mai làm' }), seen),
  command(
    changeTask,
    (ground) => ({ ...taskOf(ground), dueOn: '2026-12-30', priority: 'high', note: 'Gấp hơn' }),
    steers,
  ),
];

const all = { view: 'all', over: false, hamletId: null, onlyOverdue: false } as const;
const done: Path['expected'] = () => 'done';

export const taskQueries = [
  query('listTasks', (ctx) => listTasks(ctx, all), done),
  query('listTasks', (ctx, { spot }) => listTasks(ctx, { ...all, hamletId: spot.hamletId }), done),
  query('tasksAtHand', (ctx) => tasksAtHand(ctx), done),
  query('possibleDoers', (ctx) => possibleDoers(ctx), done),
  query('getTask', (ctx, { spot }) => getTask(ctx, spot.task.id), seen),
  query('listChecks', (ctx, { spot }) => listChecks(ctx, spot.task.id), seen),
  query('listTaskEvents', (ctx, { spot }) => listTaskEvents(ctx, spot.task.id), seen),
  query('listEvidence', (ctx, { spot }) => listEvidence(ctx, spot.task.id), seen),
  query('findEvidence', (ctx, { spot }) => findEvidence(ctx, spot.task.evidenceId), seen),
  query('getEvidence', (ctx, { spot }) => getEvidence(ctx, spot.task.evidenceId), seen),
  query('listTaskHouseholds', (ctx, { spot }) => listTaskHouseholds(ctx, spot.task.id), seen),
];
