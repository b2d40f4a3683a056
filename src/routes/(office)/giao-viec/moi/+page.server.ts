import { redirect } from '@sveltejs/kit';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { addDays } from '#shared/calendar.ts';
import { isId, newId, type Id } from '#shared/ids.ts';
import { findHamlet, listHamlets } from '#features/org/queries.server.ts';
import { listedHouseholds } from '#features/registry/queries/listed-households.server.ts';
import { whoIsLeft } from '#features/targets/queries/who-is-left.server.ts';
import { giveTasks } from '#features/tasks/commands/give-tasks.server.ts';
import { assigneeKey } from '#features/tasks/model/assignee.ts';
import { canGiveTasks, canSeeAllTasks } from '#features/tasks/policy.ts';
import { possibleDoers } from '#features/tasks/queries/possible-doers.server.ts';
import { gapTitle } from '#features/tasks/words.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canGiveTasks;

/** So many households fit one task that somebody can finish in a week or two. */
const mostHouseholds = 30;
const usualDays = 7;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = event.url.searchParams.get('ap');
    const hamletId = asked !== null && isId(asked) ? asked : null;
    const everywhere = canSeeAllTasks(ctx.actor);
    const gap = await gapOf(ctx, event.url.searchParams.get('chi-tieu'), hamletId);
    const doers = (await possibleDoers(ctx)).filter(
      (doer) =>
        // Of a whole commune the teams; members of the one hamlet that was asked for.
        (!everywhere || doer.kind !== 'member' || doer.hamletId === hamletId) &&
        (gap === null || doer.hamletId === hamletId || doer.hamletId === null),
    );
    // Of a target's households the hamlet's team, or the commune's where there is none yet.
    const teams = doers.filter(({ kind }) => kind === 'team');
    const usual = gap ? (teams.find((team) => team.hamletId === hamletId) ?? teams[0]) : undefined;
    // From a unit's page, that unit.
    const unit = doers.find(({ kind, id }) => kind === 'unit' && id === event.url.searchParams.get('don-vi'));
    const first = unit ?? usual;
    const chosen = doers.length === 1 ? doers : first ? [first] : [];
    return {
      id: newId(ctx.now),
      usual: chosen.map(assigneeKey),
      gap,
      hamletId,
      dueOn: addDays(ctx.today, usualDays),
      hamlets: everywhere && gap === null ? await listHamlets(ctx) : [],
      doers: doers.map((doer) => ({
        value: assigneeKey(doer),
        label: doer.kind === 'member' && everywhere ? `${doer.name} (${doer.hamletName ?? ''})` : doer.name,
      })),
    };
  });

/** The first households that a target lacks in a hamlet, for a task that is made from its gap; null when none is asked for. */
async function gapOf(ctx: ReadContext, target: string | null, hamletId: Id | null) {
  if (target === null || hamletId === null) return null;
  const hamlet = await findHamlet(ctx, hamletId);
  const { definition, subjects } = await whoIsLeft(ctx, target, hamletId);
  const ids = [...new Set(subjects.flatMap(({ householdId }) => householdId ?? []))].slice(0, mostHouseholds);
  const households = await listedHouseholds(ctx, ids);
  return {
    target,
    hamletName: hamlet?.name ?? '',
    title: gapTitle(households.length, definition.title, hamlet?.name ?? ''),
    households: households.map(({ id, headName, address, groupName }) => ({
      value: id,
      label: [headName, groupName, address].filter(Boolean).join(', '),
    })),
  };
}

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, giveTasks, await formOf(event));
    if (problem) return problem;
    const [only] = done.taskIds;
    return redirect(
      303,
      done.taskIds.length === 1 ? `/giao-viec/${only ?? ''}?xong=giao` : '/giao-viec?xem=da-giao',
    );
  },
};
