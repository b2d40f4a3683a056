import type { ReadContext } from '#platform/commands/command.server.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';
import type { HouseholdPage } from '#features/registry/queries/household-page.server.ts';
import { relationNames } from '#features/registry/words.ts';
import { canRecordVisit } from '#features/visits/policy.ts';
import { listDigitalStatus } from '#features/visits/queries/list-digital-status.server.ts';
import { somebodyElse, type FormPerson } from '#features/visits/visit-form.ts';
import { somebodyElse as somebodyElseName, whoMetNeeded } from '#features/visits/page-words.ts';
import { whoAged } from '../words.ts';

/** What both steps of a visit's form show. `extra` are people who were met and no longer live there. */
export async function visitFormOf(
  ctx: ReadContext,
  household: HouseholdPage,
  address: URLSearchParams,
  before: { met: string[]; platforms: string[]; extra: FormPerson[] } = {
    met: [],
    platforms: [],
    extra: [],
  },
) {
  const platforms = await listCatalogue(ctx, 'platform');
  const forms = await listCatalogue(ctx, 'outreach_form');
  const statuses = await listDigitalStatus(ctx, household.id);
  const living: FormPerson[] = household.residents
    .filter((resident) => resident.state === 'living')
    .map((resident) => ({
      id: resident.id,
      name: resident.fullName,
      detail: [
        whoAged(resident.politeAddress, resident.age, resident.ageEstimated),
        resident.relationText ?? relationNames[resident.relation],
      ].join(' · '),
    }));
  const people = [...living, ...before.extra.filter((person) => !living.some((one) => one.id === person.id))];
  const again = address.has('chon-lai');
  const chosen = address.has('buoc') || again;
  const met = chosen ? address.getAll('gap') : before.met;
  const shown = chosen ? address.getAll('nt') : before.platforms;
  const metPeople: FormPerson[] = [
    ...people.filter((person) => met.includes(person.id)),
    ...(met.includes(somebodyElse) ? [{ id: somebodyElse, name: somebodyElseName, detail: '' }] : []),
  ];
  return {
    people,
    platforms: platforms.map(({ code, name }) => ({ code, name })),
    topics: (await listCatalogue(ctx, 'topic')).map(({ code, name }) => ({ code, name })),
    forms: forms
      .filter((form) => !form.details.mass && canRecordVisit(ctx.actor, household.place, form.code))
      .map(({ code, name }) => ({ code, name })),
    statuses: Object.fromEntries(statuses.map((one) => [one.residentId, { status: one.status }])),
    today: ctx.today,
    met,
    shown,
    metPeople,
    shownPlatforms: platforms
      .filter((platform) => shown.includes(platform.code))
      .map(({ code, name }) => ({ code, name })),
    step: chosen && !again && metPeople.length > 0 ? (2 as const) : (1 as const),
    choiceError: chosen && !again && metPeople.length === 0 ? whoMetNeeded : undefined,
    /** The choices of the first step, for the address of the second. */
    choice: new URLSearchParams([
      ['buoc', '2'],
      ...met.map((id) => ['gap', id] as [string, string]),
      ...shown.map((code) => ['nt', code] as [string, string]),
    ]).toString(),
  };
}
