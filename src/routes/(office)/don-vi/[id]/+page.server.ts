import { redirect } from '@sveltejs/kit';
import { canSeeContents } from '#features/outreach/policy.ts';
import { contentsOfUnit } from '#features/outreach/queries/contents.server.ts';
import { canSeeCommuneSum } from '#features/reports/policy.ts';
import { requestsOfUnit } from '#features/reports/queries/report-requests.server.ts';
import { periodName } from '#features/reports/words.ts';
import { canGiveTasks, canSeeAllTasks } from '#features/tasks/policy.ts';
import { listTasks } from '#features/tasks/queries/list-tasks.server.ts';
import { endStaff } from '#features/units/commands/keep-staff.server.ts';
import { monthAsked } from '#features/units/pioneers.ts';
import {
  actsForUnit,
  canDeclarePioneers,
  canKeepUnitList,
  canNameStaff,
  canOpenUnitList,
} from '#features/units/policy.ts';
import { declarationsOf } from '#features/units/queries/pioneers.server.ts';
import { staffOf } from '#features/units/queries/staff.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { unitAt } from '../seen-unit.server.ts';
import { done } from '../words.ts';

export const _access: Access = canOpenUnitList;

/** A year of months, and as many parts of reports. */
const shown = 12;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { actor } = ctx;
    const unit = await unitAt(ctx, event.params.id);
    const living = unit.endedOn === null;
    const open = await listTasks(ctx, { view: 'all', over: false, hamletId: null, onlyOverdue: false });
    const readsContents = canSeeContents(actor);
    const fills = actsForUnit(actor, unit) || canSeeCommuneSum(actor);
    return {
      unit,
      staff: await staffOf(ctx, unit.id),
      tasks: open.filter(({ assignee }) => assignee.kind === 'unit' && assignee.id === unit.id),
      requests: (await requestsOfUnit(ctx, unit.id)).slice(0, shown).map((one) => ({
        id: one.id,
        period: periodName(one.period),
        sentAt: one.sentAt,
        isSent: one.state === 'sent',
        dueOn: one.dueOn,
        href: fills ? `/bao-cao/phan-gui/${one.id}` : null,
      })),
      contents: (await contentsOfUnit(ctx, unit.id)).map((one) => ({
        ...one,
        href: readsContents ? `/tuyen-truyen/noi-dung/${one.id}` : null,
      })),
      declarations: (await declarationsOf(ctx, unit.id)).slice(0, shown),
      month: monthAsked(ctx.today),
      mayKeep: living && canKeepUnitList(actor),
      mayName: living && canNameStaff(actor, unit),
      mayDeclare: living && unit.pioneersFrom !== null && canDeclarePioneers(actor, unit),
      mayGive: living && unit.people.length > 0 && canGiveTasks(actor) && canSeeAllTasks(actor),
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  'bo-nguoi': async (event) => {
    const unitId = event.params.id;
    const { problem } = await act(event, endStaff, { ...(await formOf(event)), unitId });
    return problem ?? redirect(303, `/don-vi/${unitId}?xong=bo-nguoi`);
  },
};
