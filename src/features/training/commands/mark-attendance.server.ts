import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { dayOf } from '#shared/calendar.ts';
import { AttendanceInput } from '../model/marks.ts';
import { canSeeTrainee, canTickAttendance } from '../policy.ts';
import { holdClass, type TrainingClass } from '../queries/classes.server.ts';
import { traineesOf } from '../queries/trainees.server.ts';
import * as words from '../words.ts';

/**
 * Ticks who was at a class, in the office or on a phone without a network: of two that differ the one that was done later
 * stands. Only rows that say something new are written. Tells 'class.attendance_marked'. Throws `not_found` for somebody whom
 * the actor may not see in the class, `state.conflict` before its day or for one that is no class of the plan.
 */
export const markAttendance = defineCommand({
  name: 'class.mark_attendance',
  input: AttendanceInput,
  async load(ctx, input) {
    const one = await holdClass(ctx, input.classId);
    const all = await traineesOf(ctx, [one.id]);
    const marked = input.marks.map((mark) =>
      visible(
        all.find((trainee) => trainee.memberId === mark.memberId),
        (trainee) => canSeeTrainee(ctx.actor, one, trainee),
      ),
    );
    return { one, marked };
  },
  allow: (actor, { one, marked }) => marked.every((trainee) => canTickAttendance(actor, one, trainee)),
  async run(ctx, input, { one, marked }) {
    const doneAt = ctx.happenedAt;
    mayBeWritten(one, dayOf(doneAt));
    const told = input.marks.flatMap(({ memberId, attended }) => {
      const before = marked.find((trainee) => trainee.memberId === memberId)?.attended ?? null;
      return attended === null || attended === before ? [] : [{ memberId, attended, before }];
    });
    if (told.length === 0) return;
    await ctx.tx
      .insertInto('training_attendances')
      .values(
        told.map(({ memberId, attended }) => ({
          commune_id: ctx.communeId,
          id: ctx.id(),
          class_id: one.id,
          member_id: memberId,
          attended,
          done_at: doneAt,
          recorded_at: ctx.now,
          recorded_by: ctx.actor.accountId,
        })),
      )
      .execute();
    await tell(ctx, one, told);
  },
});

/** Throws `state.conflict` unless the class is planned or held and its day has come. */
export function mayBeWritten(one: TrainingClass, day: string): void {
  if (one.state === 'cancelled') throw new Problem('state.conflict', { message: words.cancelledAlready });
  if (one.state === 'proposed') throw new Problem('state.conflict', { message: words.notPlannedYet });
  if (one.heldOn > day) throw new Problem('state.conflict', { message: words.notYet(one.heldOn) });
}

const tell = (ctx: WriteContext, one: TrainingClass, marks: readonly object[]) =>
  ctx.emit({
    name: 'class.attendance_marked',
    hamletId: one.hamletId,
    subject: 'class',
    subjectId: one.id,
    data: { marks, people: marks.length },
  });
