import { formatWeekday } from '#shared/calendar.ts';
import { hamletsOf, hasRole } from '#features/accounts/model.ts';
import { canOpenAccounts, canReadAudit } from '#features/accounts/policy.ts';
import { ownDecisions } from '#features/accounts/queries/own-decisions.server.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { canOpenRegister, canSeeHousehold } from '#features/registry/policy.ts';
import { ownReminders } from '#features/reports/queries/reminders.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { listWaiting } from '#platform/feature.server.ts';
import { read, signedIn, type Access } from '#routes/door.server.ts';
import { putReminderAway } from '../bao-cao/put-reminder-away.server.ts';
import { decisionNames } from './decisions.ts';
import { office } from './office.server.ts';
import { ownHamlet } from './own-hamlet.server.ts';

export const _access: Access = signedIn;

/** The first page by role: of the hamlet for its team (`?ap=` when there are several), of the commune for the offices. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { actor } = ctx;
    const hamlets = hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head');
    const asked = event.url.searchParams.get('ap');
    const here = hamlets.find((id) => id === asked) ?? hamlets[0];
    const commune = await office(ctx);
    return {
      day: formatWeekday(ctx.today),
      today: ctx.today,
      own:
        here !== undefined && canSeeHousehold(actor, { hamletId: here }) ? await ownHamlet(ctx, here) : null,
      hamlets:
        hamlets.length > 1 ? (await listHamlets(ctx)).filter((hamlet) => hamlets.includes(hamlet.id)) : [],
      reminders: await ownReminders(ctx),
      office: commune,
      needs: await listWaiting(ctx),
      decisions: hasRole(actor, 'commune_leader', 'culture_social_head')
        ? await ownDecisions(ctx, decisionNames)
        : [],
      maySearch: canOpenRegister(actor),
      isProvince: hasRole(actor, 'province_viewer'),
      keepsAccounts: here === undefined && commune === null && canOpenAccounts(actor),
      readsAudit: commune === null && canReadAudit(actor),
      isClerk: hasRole(actor, 'records_clerk'),
    };
  });

export const actions: Actions = { xem: putReminderAway };
