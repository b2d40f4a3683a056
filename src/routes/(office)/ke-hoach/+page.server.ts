import { canDraftDocument } from '#features/documents/policy.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { canOpenTargets } from '#features/targets/policy.ts';
import { findPlan, getPlan, listPlans } from '#features/plans/queries.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import type { PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { read, signedIn, type Access } from '#routes/door.server.ts';
import * as words from './words.ts';

export const _access: Access = signedIn;

/** The plan in force, or the one of `?ban=<id>`. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const wanted = event.url.searchParams.get('ban');
    if (wanted !== null && !isId(wanted)) throw notFound();
    const plans = await listPlans(ctx);
    return {
      plan: wanted === null ? ((await findPlan(ctx)) ?? plans[0]) : await getPlan(ctx, wanted),
      plans: plans.map(({ id, year, number, issuedOn, closedOn }) => ({
        id,
        year,
        number,
        issuedOn,
        closedOn,
      })),
      mayKeep: canKeepPlan(ctx.actor),
      mayDraft: canDraftDocument(ctx.actor),
      maySeeTargets: canOpenTargets(ctx.actor),
      nextYear: Math.max(Number(ctx.today.slice(0, 4)), ...plans.map((plan) => plan.year + 1)),
      done: doneText(words.done, event.url),
    };
  });
