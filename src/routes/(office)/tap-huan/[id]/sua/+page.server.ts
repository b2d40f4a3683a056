import { redirect } from '@sveltejs/kit';
import { correctClass } from '#features/training/commands/correct-class.server.ts';
import { canEditClass, canOpenTraining } from '#features/training/policy.ts';
import { listTopics } from '#features/training/queries/topics.server.ts';
import { traineeChoices } from '#features/training/queries/trainees.server.ts';
import { formatDay } from '#shared/calendar.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import type { StandingClass } from '../../class-form.ts';
import { seenClass } from '../seen-class.server.ts';

export const _access: Access = canOpenTraining;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const one = await seenClass(ctx, event.params.id);
    if (!canEditClass(ctx.actor, one)) throw notFound();
    const topicIds = one.topics.map(({ id }) => id);
    const standing: StandingClass = {
      name: one.name,
      topicIds,
      form: one.form,
      place: one.place ?? '',
      link: one.link ?? '',
      trainer: one.trainer,
      organiser: one.organiser ?? '',
      heldOn: formatDay(one.heldOn),
      startsAt: one.startsAt,
      endsAt: one.endsAt ?? '',
      rollMemberId: one.rollMemberId ?? '',
      passScore: String(one.passScore).replace('.', ','),
      costNote: one.costNote ?? '',
      note: one.note ?? '',
    };
    return {
      one,
      standing,
      topics: (await listTopics(ctx)).filter(
        (topic) => topic.retiredOn === null || topicIds.includes(topic.id),
      ),
      members: await traineeChoices(ctx, one.hamletId),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), classId: event.params.id };
    const { problem } = await act(event, correctClass, values);
    if (problem) return problem;
    return redirect(303, `/tap-huan/${event.params.id}?xong=sua`);
  },
};
