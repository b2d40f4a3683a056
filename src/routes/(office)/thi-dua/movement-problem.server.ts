import type { ActionFailure } from '@sveltejs/kit';
import type { FormProblem } from '#routes/door.server.ts';

/** Puts what is wrong with lists of choices beside the first field of the list, to which the summary leads. */
export function besideFields(
  problem: ActionFailure<{ problem: FormProblem }>,
): ActionFailure<{ problem: FormProblem }> {
  const { places, goals, memberIds, ...fields } = problem.data.problem.fields;
  problem.data.problem.fields = {
    ...fields,
    ...(places !== undefined && { 'places[]': places }),
    ...(goals !== undefined && { 'goals.0.goal': goals }),
    ...(memberIds !== undefined && { 'memberIds[]': memberIds }),
  };
  return problem;
}
