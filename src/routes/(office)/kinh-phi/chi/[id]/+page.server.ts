import { redirect } from '@sveltejs/kit';
import { runCommand } from '#platform/commands/command.server.ts';
import { formatMoment } from '#shared/calendar.ts';
import { isId } from '#shared/ids.ts';
import { notFound, Problem } from '#shared/problem.ts';
import { namesOfAccounts } from '#features/accounts/queries.server.ts';
import { keepVoucher } from '#features/budget/commands/keep-voucher.server.ts';
import { moveSpend } from '#features/budget/commands/move-spend.server.ts';
import { canKeepBudget, canSeeVouchers, spendStepsFor } from '#features/budget/policy.ts';
import { listSpendEvents } from '#features/budget/queries/budget-events.server.ts';
import { getSpend, listVouchers } from '#features/budget/queries/spends.server.ts';
import { fileNeeded } from '#features/budget/words.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, attempt, formOf, originOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../../words.ts';

export const _access: Access = canSeeVouchers;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const spend = await getSpend(ctx, event.params.id);
    const files = await listVouchers(ctx, spend.id);
    const names = await namesOfAccounts(ctx, [
      spend.requestedBy,
      spend.approvedBy,
      ...files.map(({ uploadedBy }) => uploadedBy),
    ]);
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? '—'));
    return {
      spend,
      requestedBy: nameOf(spend.requestedBy),
      approvedBy: nameOf(spend.approvedBy),
      files: files.map(({ id, name, uploadedBy, uploadedAt }) => ({
        id,
        name,
        by: nameOf(uploadedBy) ?? '—',
        at: formatMoment(uploadedAt),
      })),
      events: await listSpendEvents(ctx, spend.id),
      steps: spendStepsFor(ctx.actor, spend),
      mayKeep: canKeepBudget(ctx.actor),
      today: ctx.today,
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  buoc: async (event) => {
    const { id } = event.params;
    const { problem } = await act(event, moveSpend, { ...(await formOf(event)), spendId: id });
    return problem ?? redirect(303, `/kinh-phi/chi/${id}?xong=buoc`);
  },
  tep: async (event) => {
    const { id } = event.params;
    const { file } = await formOf(event);
    const { problem } = await attempt({}, async () => {
      if (!(file instanceof File) || file.size === 0)
        throw new Problem('input.invalid', { fields: { file: fileNeeded } });
      const input = { spendId: id, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      return runCommand(sharedRuntime().database, keepVoucher, originOf(event), input);
    });
    return problem ?? redirect(303, `/kinh-phi/chi/${id}?xong=tep`);
  },
};
