import type { ReadContext } from '#platform/commands/command.server.ts';
import { formatMoment } from '#shared/calendar.ts';
import { canKeepBusiness, canSeeBusiness } from '#features/commerce/policy.ts';
import { listBusinesses } from '#features/commerce/queries/businesses.server.ts';
import {
  canEditHousehold,
  canOpenRegister,
  canReshapeHouseholds,
  canSetPolicyClass,
} from '#features/registry/policy.ts';
import type { HouseholdPage } from '#features/registry/queries/household-page.server.ts';
import { listHistory } from '#features/registry/queries/list-history.server.ts';
import { canAskSupport, canOpenSupport } from '#features/support/policy.ts';
import { listSupport } from '#features/support/queries/support.server.ts';
import {
  canAssignHelper,
  canCheckSkills,
  canRecordDigitalStatus,
  canRecordVisit,
  canSeeVisits,
} from '#features/visits/policy.ts';
import { findHelper } from '#features/visits/queries/helpers.server.ts';
import { listDigitalStatus } from '#features/visits/queries/list-digital-status.server.ts';
import type { PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { actorOf, read, type Access } from '#routes/door.server.ts';
import { seeHouseholdOf } from '../seen-household.server.ts';
import { contactsOf } from './contacts.server.ts';
import * as words from './words.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = async (event) => {
  const household = await seeHouseholdOf(event);
  const { place } = household;
  const actor = actorOf(event);
  const goesOn = household.mergedInto === null;
  const may = {
    record: goesOn && canRecordVisit(actor, place, 'home_visit'),
    edit: goesOn && canEditHousehold(actor, place),
    reshape: canReshapeHouseholds(actor, [place]),
    policyClass: goesOn && canSetPolicyClass(actor, place),
    status: goesOn && canRecordDigitalStatus(actor, place),
    skills: goesOn && canCheckSkills(actor, place),
    helper: goesOn && canAssignHelper(actor, place),
    askSupport: goesOn && canAskSupport(actor, place),
    business: goesOn && canKeepBusiness(actor, place),
  };
  return {
    household,
    may,
    done: doneText(words.done, event.url),
    ...(await read(event, async (ctx) => ({
      today: ctx.today,
      history: (await listHistory(ctx, household.id)).map((entry) => ({
        key: entry.id,
        when: formatMoment(entry.happenedAt),
        by: entry.actorName ?? words.product,
        title: entry.title,
        text: entry.details.join('\n'),
        icon: 'history' as const,
      })),
      businesses: canSeeBusiness(actor, place)
        ? (await listBusinesses(ctx, place.hamletId))
            .filter((one) => one.householdId === household.id && one.closedOn === null)
            .map(({ id, name, products }) => ({ id, name, products }))
        : [],
      requests: canOpenSupport(actor)
        ? await listSupport(ctx, { householdId: household.id, waiting: true })
        : [],
      work: goesOn && canSeeVisits(actor, place) ? await workIn(ctx, household) : null,
    }))),
  };
};

/** What the team has done here, for who may see it. */
async function workIn(ctx: ReadContext, household: HouseholdPage) {
  const statuses = await listDigitalStatus(ctx, household.id);
  return {
    ...(await contactsOf(ctx, household.id)),
    statuses: Object.fromEntries(statuses.map((status) => [status.residentId, status])),
    helper: (await findHelper(ctx, household.id)) ?? null,
  };
}
