import { addMonths, firstDayOf, isMonth, lastDayOf, monthOf } from '#shared/calendar.ts';
import { isId } from '#shared/ids.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { canRecordOutreach } from '#features/outreach/policy.ts';
import { listOutreach } from '#features/outreach/queries/list-outreach.server.ts';
import { catalogueNames } from '#features/plans/queries.server.ts';
import { canSeeAllVisits } from '#features/visits/policy.ts';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { done } from './words.ts';

export const _access: Access = (actor) =>
  canSeeAllVisits(actor) || hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head').length > 0;

/** `?thang=YYYY-MM`, `?ap=` the hamlet: without it the commune, or the reader's own hamlet. A month's list is one page of 200. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = event.url.searchParams;
    const thang = asked.get('thang') ?? '';
    const month = isMonth(thang) && thang <= monthOf(ctx.today) ? thang : monthOf(ctx.today);
    const own = hamletsOf(ctx.actor, 'member', 'hamlet_team_leader', 'hamlet_head');
    const everywhere = canSeeAllVisits(ctx.actor);
    const ap = asked.get('ap') ?? '';
    const hamletId = isId(ap) ? ap : everywhere ? null : (own[0] ?? null);
    const hamlets = (await listHamlets(ctx)).filter((hamlet) => everywhere || own.includes(hamlet.id));
    const end = lastDayOf(month);
    const { sessions } = await listOutreach(ctx, {
      hamletId,
      from: firstDayOf(month),
      to: end < ctx.today ? end : ctx.today,
      limit: 200,
    });
    const names = await catalogueNames(ctx, 'outreach_form');
    return {
      month,
      before: addMonths(month, -1),
      after: month < monthOf(ctx.today) ? addMonths(month, 1) : null,
      hamletId,
      hamlets,
      everywhere,
      sessions: sessions.map((one) => ({ ...one, formName: names.get(one.form) ?? one.form })),
      mayRecord: [null, ...hamlets.map((hamlet) => hamlet.id)].some((id) =>
        canRecordOutreach(ctx.actor, { hamletId: id }),
      ),
      done: doneText(done, event.url),
    };
  });
