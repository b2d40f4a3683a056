import type { ReadContext } from '#platform/commands/command.server.ts';
import { competence, type Competence } from '#features/training/queries/competence.server.ts';
import { isId } from '#shared/ids.ts';

export const shownMembers = ['never', 'repeat'] as const;

/** `?ap=` the hamlet, `?loc=` never trained or to be trained again. Answers with all that the conditions leave. */
export async function filteredCompetence(
  ctx: ReadContext,
  asked: URLSearchParams,
): Promise<
  Competence & {
    hamletId: string | null;
    only: (typeof shownMembers)[number] | null;
    all: Competence['members'];
  }
> {
  const ap = asked.get('ap') ?? '';
  const hamletId = isId(ap) ? ap : null;
  const only = shownMembers.find((one) => one === asked.get('loc')) ?? null;
  const { topics, members } = await competence(ctx, hamletId);
  const fits = {
    never: members.filter((one) => one.neverTrained),
    repeat: members.filter((one) => !one.neverTrained && one.toRepeat > 0),
  };
  return { topics, hamletId, only, all: members, members: only === null ? members : fits[only] };
}
