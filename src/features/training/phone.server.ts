import type { ReadContext } from '#platform/commands/command.server.ts';
import type { PhoneTraining } from './model/phone-training.ts';
import { nationalCourses } from './model/topic.ts';
import type { TrainingClass } from './queries/classes.server.ts';
import { classesToTick, ownTraining } from './queries/own-training.server.ts';
import { form } from './words.ts';

/** What the actor's phone knows of training. */
export async function phoneTraining(ctx: ReadContext): Promise<PhoneTraining> {
  const own = await ownTraining(ctx);
  const toTick = await classesToTick(ctx);
  const where = (one: TrainingClass) => one.place ?? one.link ?? form[one.form];
  return {
    topics: (own?.topics ?? []).flatMap(({ name, platforms }, index) => {
      const standing = own?.me.standings[index];
      return standing ? [{ name, platforms, standing }] : [];
    }),
    next: (own?.next ?? []).map((one) => ({
      id: one.id,
      name: one.name,
      on: one.heldOn,
      at: one.startsAt,
      where: where(one),
    })),
    confirmed: (own?.me.confirmations ?? []).map(({ course, confirmedOn }) => ({ course, on: confirmedOn })),
    national: nationalCourses,
    toTick: toTick.map(({ one, trainees }) => ({
      id: one.id,
      name: one.name,
      on: one.heldOn,
      at: one.startsAt,
      where: where(one),
      trainees: trainees.map(({ memberId, fullName, attended }) => ({ memberId, name: fullName, attended })),
    })),
  };
}
