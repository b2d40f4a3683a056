import type { ReadContext } from '#platform/commands/command.server.ts';
import { addDays } from '#shared/calendar.ts';
import { findMember } from '#features/org/queries.server.ts';
import { canMoveClass, canOpenCompetence, canOpenTraining, canTickAttendance } from '../policy.ts';
import { listClasses, type TrainingClass } from './classes.server.ts';
import { competence, memberCompetence, type MemberCompetence } from './competence.server.ts';
import type { Topic } from './topics.server.ts';
import { traineesOf, type Trainee } from './trainees.server.ts';

/** What a member has learnt and where to go next. */
export interface OwnTraining {
  topics: Topic[];
  me: MemberCompetence;
  /** Classes that name the member, from today on, the next first. */
  next: TrainingClass[];
}

/** The actor's own training; null for who is no member of a team. */
export async function ownTraining(ctx: ReadContext): Promise<OwnTraining | null> {
  const { memberId } = ctx.actor;
  if (memberId === null || !canOpenTraining(ctx.actor)) return null;
  const known = await findMember(ctx, memberId);
  if (!known || known.endedOn !== null) return null;
  const { topics, member: me } = await memberCompetence(ctx, memberId);
  const ahead = (await listClasses(ctx, { state: 'planned', from: ctx.today })).toReversed();
  const trainees = await traineesOf(
    ctx,
    ahead.map((one) => one.id),
  );
  const named = new Set(trainees.filter((one) => one.memberId === memberId).map((one) => one.classId));
  return { topics, me, next: ahead.filter((one) => named.has(one.id)) };
}

/** A class whose list the actor ticks, with the people to tick. */
export interface ClassToTick {
  one: TrainingClass;
  trainees: Trainee[];
}

/** Planned and lately held classes in which the actor ticks somebody: from two weeks ago to two weeks ahead, the next first. */
export async function classesToTick(ctx: ReadContext): Promise<ClassToTick[]> {
  if (!canOpenTraining(ctx.actor)) return [];
  const around = await listClasses(ctx, { from: addDays(ctx.today, -14), to: addDays(ctx.today, 14) });
  const live = around.filter((one) => one.state === 'planned' || one.state === 'held').toReversed();
  const all = await traineesOf(
    ctx,
    live.map((one) => one.id),
  );
  return live.flatMap((one) => {
    const trainees = all.filter(
      (trainee) => trainee.classId === one.id && canTickAttendance(ctx.actor, one, trainee),
    );
    return trainees.length > 0 ? [{ one, trainees }] : [];
  });
}

/** What waits in this room for the actor. */
export interface TrainingNeeds {
  /** Members (người) who were never at a class, and who have something to repeat. */
  neverTrained: number;
  toRepeat: number;
  /** Proposals (lớp) that the actor may take into the plan. */
  proposals: TrainingClass[];
  /** Planned classes whose day has passed, which the actor confirms or cancels. */
  toConfirm: TrainingClass[];
}

/** Null for who plans and leads nothing. */
export async function trainingNeeds(ctx: ReadContext): Promise<TrainingNeeds | null> {
  if (!canOpenTraining(ctx.actor)) return null;
  const open = await listClasses(ctx, { from: addDays(ctx.today, -366) });
  const proposals = open.filter((one) => one.state === 'proposed' && canMoveClass(ctx.actor, one, 'planned'));
  const toConfirm = open.filter(
    (one) => one.state === 'planned' && one.heldOn < ctx.today && canMoveClass(ctx.actor, one, 'held'),
  );
  const members = canOpenCompetence(ctx.actor) ? (await competence(ctx, null)).members : null;
  if (members === null && proposals.length + toConfirm.length === 0) return null;
  return {
    neverTrained: (members ?? []).filter((one) => one.neverTrained).length,
    toRepeat: (members ?? []).filter((one) => !one.neverTrained && one.toRepeat > 0).length,
    proposals,
    toConfirm,
  };
}
