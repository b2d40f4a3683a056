import type { HouseholdFacts } from '../facts.ts';
import { hasHelper, isDouble, newestAnswer, newestCheck, selfAndDoubles, standingVisits } from './oracle.ts';
import type { CommuneSpec } from './random-commune.ts';

const known = (value: string) => (value === 'unknown' ? null : value);

/** What a phone would hold of a household of the spec: the input of the in-memory evaluator. */
export function factsOfSpec(commune: CommuneSpec, place: number): HouseholdFacts {
  const household = commune.households[place];
  if (!household) throw new Error('no such household');
  const family = selfAndDoubles(commune, place);
  const visits = family
    .flatMap((one) => standingVisits(commune.households[one] ?? household))
    .filter((visit) => visit.on <= commune.cutoff);
  const sessions = commune.sessions.filter(
    (session) =>
      session.kind === 'listed' &&
      session.fate === 'stands' &&
      session.on <= commune.cutoff &&
      session.households.some((one) => family.includes(one)),
  );
  return {
    id: String(place),
    hamletId: household.hamlet,
    state: household.state,
    smartphone: household.smartphone,
    poverty: household.poverty,
    statedSize: household.statedSize,
    residents: household.residents.flatMap((resident, index) =>
      isDouble(household, index)
        ? []
        : [
            {
              id: `${place}.${index}`,
              state: resident.state,
              residence: resident.residence,
              birth: resident.birth,
              smartphone: resident.smartphone,
              vulnerable: resident.vulnerable,
              digital: {
                vneid: known(newestAnswer(commune, place, index, 'vneid')),
                bank_account: known(newestAnswer(commune, place, index, 'bank')),
                e_payment: known(newestAnswer(commune, place, index, 'payment')),
              },
              skills: newestCheck(commune, place, index)?.items ?? null,
            },
          ],
    ),
    contacts: [...visits.filter((visit) => visit.met === 'someone'), ...sessions].map(({ on, form }) => ({
      on,
      form,
    })),
    guidances: visits.flatMap((visit) => visit.guidances.map((guidance) => ({ on: visit.on, ...guidance }))),
    hasHelper: hasHelper(commune, place),
  };
}
