import { redirect } from '@sveltejs/kit';
import { chooseTrainees } from '#features/training/commands/choose-trainees.server.ts';
import { canEditClass, canOpenTraining } from '#features/training/policy.ts';
import { competenceOf } from '#features/training/queries/competence.server.ts';
import { traineeChoices, traineesOf } from '#features/training/queries/trainees.server.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { seenClass } from '../seen-class.server.ts';

export const _access: Access = canOpenTraining;

/** Members to choose by team, with who was never trained in the class's topics or is to be trained again. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const one = await seenClass(ctx, event.params.id);
    if (!canEditClass(ctx.actor, one)) throw notFound();
    const { topics, members } = await competenceOf(ctx, await traineeChoices(ctx, one.hamletId));
    const taught = topics.flatMap((topic, index) =>
      one.topics.some(({ id }) => id === topic.id) ? [index] : [],
    );
    const choices = members.map(({ memberId, fullName, teamName, standings }) => {
      const kinds = taught.map((index) => standings[index]?.kind);
      return {
        memberId,
        fullName,
        teamName,
        need: kinds.includes('never')
          ? ('never' as const)
          : kinds.includes('repeat')
            ? ('repeat' as const)
            : null,
      };
    });
    return {
      one,
      teams: [...Map.groupBy(choices, (choice) => choice.teamName)].map(([name, people]) => ({
        name,
        people,
      })),
      chosen: (await traineesOf(ctx, [one.id])).map((trainee) => trainee.memberId),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), classId: event.params.id };
    const { problem } = await act(event, chooseTrainees, values);
    if (problem) return problem;
    return redirect(303, `/tap-huan/${event.params.id}?xong=nguoi-hoc`);
  },
};
