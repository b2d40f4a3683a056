import { redirect } from '@sveltejs/kit';
import type { Actor } from '#platform/commands/actor.ts';
import { formatMoment } from '#shared/calendar.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { namesOfAccounts } from '#features/accounts/queries.server.ts';
import { fillRequest, returnRequest } from '#features/reports/commands/fill-request.server.ts';
import {
  canDraftCommuneReport,
  canFillPart,
  canOpenParts,
  canSeeCommuneSum,
} from '#features/reports/policy.ts';
import { canSeeBudget } from '#features/budget/policy.ts';
import { getRequest } from '#features/reports/queries/report-requests.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, text, type Access } from '#routes/door.server.ts';
import { parts as words } from '../../words.ts';
import { givenOr, offeredMoney } from '../offered-money.server.ts';

export const _access: Access = (actor: Actor) => canOpenParts(actor) || canSeeCommuneSum(actor);

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id } = event.params;
    if (!isId(id)) throw notFound();
    const request = await getRequest(ctx, id);
    const { actor } = ctx;
    const isOwn = canFillPart(actor, request.unit);
    const isOpen = request.reportState === 'draft';
    const names = await namesOfAccounts(ctx, [request.filledBy]);
    // What the room of the budget counts nobody types anew; it is shown where nothing is written yet.
    const money = request.state === 'asked' && canSeeBudget(actor) ? await offeredMoney(ctx, request) : null;
    return {
      id,
      unit: request.unit.name,
      period: request.period,
      dueOn: request.dueOn,
      state: request.state,
      isOpen,
      isOwn,
      // The way back: to the own parts, or to the report for who reads it.
      back: canSeeCommuneSum(actor) ? `/bao-cao/xa/${request.reportId}` : '/bao-cao/phan-gui',
      sections: request.asked.sections.map((one) => ({ ...one, text: request.texts[one.code] ?? '' })),
      parts: request.asked.parts.map((part) => ({
        ...part,
        rows: part.rows.map((row) => ({
          ...row,
          // A dot in a field's name would nest it.
          field: row.code.replace('.', '-'),
          given: givenOr(request.figures[row.code], money?.get(row.code)),
        })),
      })),
      source: request.source,
      offersMoney: money !== null && money.size > 0,
      note: request.returnNote,
      sent: request.sentAt && {
        by: names.get(request.filledBy ?? '') ?? '—',
        at: formatMoment(request.sentAt),
      },
      may: {
        fill: isOpen && request.state === 'asked' && (isOwn || canDraftCommuneReport(actor)),
        giveBack: isOpen && request.state === 'sent' && canDraftCommuneReport(actor),
      },
      done: doneText(words.done, event.url),
    };
  });

export const actions: Actions = {
  ghi: async (event) => {
    const values = await formOf(event);
    const { id } = event.params;
    const { problem } = await act(event, fillRequest, { ...values, requestId: id });
    const done = text(values, 'send') === 'yes' ? 'gui' : 'luu';
    return problem ?? redirect(303, `/bao-cao/phan-gui/${id}?xong=${done}`);
  },
  tra: async (event) => {
    const { id } = event.params;
    const { problem } = await act(event, returnRequest, { ...(await formOf(event)), requestId: id });
    return problem ?? redirect(303, `/bao-cao/phan-gui/${id}?xong=tra`);
  },
};
