import type { ActionFailure } from '@sveltejs/kit';
import type { FormProblem } from '#routes/door.server.ts';

/** Lists of choices carry [] in their names; the summary leads to the first of them. */
export function namedLists(
  failure: ActionFailure<{ problem: FormProblem }>,
  lists: readonly string[],
): ActionFailure<{ problem: FormProblem }> {
  const { problem } = failure.data;
  problem.fields = Object.fromEntries(
    Object.entries(problem.fields).map(([name, text]) => [lists.includes(name) ? `${name}[]` : name, text]),
  );
  return failure;
}
