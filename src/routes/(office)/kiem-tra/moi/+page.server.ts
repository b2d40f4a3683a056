import { redirect } from '@sveltejs/kit';
import { planInspections } from '#features/inspection/commands/plan-inspections.server.ts';
import { canKeepInspections } from '#features/inspection/policy.ts';
import { currentChecklist } from '#features/inspection/queries/checklist.server.ts';
import { inspectedBoard } from '#features/inspection/queries/hamlet-board.server.ts';
import { possibleInspectors } from '#features/inspection/queries/inspectors.server.ts';
import { addDays } from '#shared/calendar.ts';
import { newId } from '#shared/ids.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { namedLists } from '../form-fields.ts';

export const _access: Access = canKeepInspections;

const usualDays = 7;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    batchId: newId(ctx.now),
    plannedOn: addDays(ctx.today, usualDays),
    own: ctx.actor.accountId,
    hamlets: await inspectedBoard(ctx),
    people: (await possibleInspectors(ctx)).map(({ id, name }) => ({ value: id, label: name })),
    checklist: await currentChecklist(ctx),
  }));

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, planInspections, await formOf(event));
    if (problem) return namedLists(problem, ['hamletIds', 'people', 'topics']);
    const [only] = done.ids;
    return redirect(303, done.ids.length === 1 ? `/kiem-tra/${only ?? ''}?xong=lap` : '/kiem-tra?xong=lap');
  },
};
