import type { ReadContext } from '#platform/commands/command.server.ts';
import { visible } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import type {
  Answer,
  BirthPrecision,
  HouseholdState,
  PovertyClass,
  PriorityReason,
  Relation,
  Residence,
  ResidentState,
  Sex,
} from '../model.ts';
import { ageIsEstimated, ageOf, formatBirth, politeAddress } from '../model/birth.ts';
import { householdReasonsOf, priorityReasonsOf } from '../model/priority.ts';
import { canSeeHousehold, canSeeRestricted, type HouseholdPlace } from '../policy.ts';
import { householdSize } from './listed-households.server.ts';
import { placeOf, residentsOf, type ResidentRow } from './registry-rows.server.ts';

/** Everything that the page of a household shows of the register. */
export interface HouseholdPage {
  id: Id;
  code: string;
  bookNumber: string | null;
  hamletId: Id;
  hamletName: string;
  groupName: string | null;
  address: string | null;
  phone: string | null;
  headId: Id | null;
  headName: string;
  statedSize: number | null;
  size: number | null;
  state: HouseholdState;
  stateOn: string;
  hasSmartphone: Answer;
  hasInternet: Answer;
  /** Restricted: null when withheld. */
  poverty: PovertyClass | null;
  povertyYear: number | null;
  povertyDecision: string | null;
  responsibleMemberId: Id | null;
  responsibleName: string | null;
  note: string | null;
  registeredOn: string;
  updatedAt: Date;
  residents: PageResident[];
  reasons: PriorityReason[];
  /** True when restricted fields exist but are withheld here. */
  restrictedHidden: boolean;
  /** The household that goes on in place of this double. */
  mergedInto: { id: Id; code: string; headName: string } | null;
  /** For the policies that the page asks. */
  place: HouseholdPlace;
}

export interface PageResident {
  id: Id;
  fullName: string;
  sex: Sex | null;
  birthDate: string | null;
  birthPrecision: BirthPrecision | null;
  /** 15/08/1966, 08/1966, 1966 or — */
  birthText: string;
  age: number | null;
  ageEstimated: boolean;
  /** ông, bà, anh, chị, em … */
  politeAddress: string;
  residence: Residence;
  relation: Relation;
  relationText: string | null;
  phone: string | null;
  hasSmartphone: Answer;
  /** Restricted: null when withheld. */
  vulnerable: boolean | null;
  state: ResidentState;
  stateOn: string;
  reasons: PriorityReason[];
}

/**
 * The household with its people, restricted fields withheld whoever asks: those are read through the command `seeHousehold`, which
 * writes the audit. Throws `not_found` when there is none that the actor may see.
 */
export async function getHouseholdPage(ctx: ReadContext, id: Id): Promise<HouseholdPage> {
  return (await readHousehold(ctx, id)).withoutRestricted;
}

/** For `seeHousehold`: the page both ways, and whether the actor may see the restricted one. */
export async function readHousehold(ctx: ReadContext, id: Id) {
  const row = await ctx.tx
    .selectFrom('households as h')
    .innerJoin('hamlets as a', (join) =>
      join.onRef('a.id', '=', 'h.hamlet_id').on('a.commune_id', '=', ctx.communeId),
    )
    .leftJoin('team_members as m', (join) =>
      join.onRef('m.id', '=', 'h.responsible_member_id').on('m.commune_id', '=', ctx.communeId),
    )
    .leftJoin('households as into', (join) =>
      join.onRef('into.id', '=', 'h.merged_into').on('into.commune_id', '=', ctx.communeId),
    )
    .selectAll('h')
    .select(['a.name as hamlet_name', 'm.full_name as responsible_name'])
    .select(['into.id as into_id', 'into.code as into_code', 'into.head_name as into_head'])
    .where('h.commune_id', '=', ctx.communeId)
    .where('h.id', '=', id)
    .executeTakeFirst();
  const household = visible(row, (found) => canSeeHousehold(ctx.actor, placeOf(found)));
  const residents = await residentsOf(ctx, [id]);
  const page = (restricted: boolean): HouseholdPage => {
    const shown = restricted ? residents : residents.map((resident) => ({ ...resident, vulnerable: false }));
    const poverty = restricted ? household.poverty : 'none';
    const facts = { has_smartphone: household.has_smartphone, poverty };
    return {
      id,
      code: household.code,
      bookNumber: household.book_number,
      hamletId: household.hamlet_id,
      hamletName: household.hamlet_name,
      groupName: household.group_name,
      address: household.address,
      phone: household.phone,
      headId: household.head_id,
      headName: household.head_name,
      statedSize: household.stated_size,
      size: householdSize(residents, household.stated_size),
      state: household.state,
      stateOn: household.state_on,
      hasSmartphone: household.has_smartphone,
      hasInternet: household.has_internet,
      poverty: restricted ? household.poverty : null,
      povertyYear: restricted ? household.poverty_year : null,
      povertyDecision: restricted ? household.poverty_decision : null,
      responsibleMemberId: household.responsible_member_id,
      responsibleName: household.responsible_name,
      note: household.note,
      registeredOn: household.registered_on,
      updatedAt: household.updated_at,
      residents: shown.map((resident) => ({
        ...pageResident(resident, ctx.today),
        vulnerable: restricted ? resident.vulnerable : null,
        reasons: priorityReasonsOf(resident, facts, ctx.today),
      })),
      reasons: householdReasonsOf(shown, facts, ctx.today),
      restrictedHidden: !restricted,
      mergedInto:
        household.into_id === null
          ? null
          : { id: household.into_id, code: household.into_code ?? '', headName: household.into_head ?? '' },
      place: placeOf(household),
    };
  };
  return {
    withoutRestricted: page(false),
    withRestricted: page(true),
    mayKnow: canSeeRestricted(ctx.actor, placeOf(household)),
  };
}

function pageResident(resident: ResidentRow, today: string): Omit<PageResident, 'vulnerable' | 'reasons'> {
  return {
    id: resident.id,
    fullName: resident.full_name,
    sex: resident.sex,
    birthDate: resident.birth_date,
    birthPrecision: resident.birth_precision,
    birthText: formatBirth(resident),
    age: ageOf(resident, today),
    ageEstimated: ageIsEstimated(resident),
    politeAddress: politeAddress(resident, today),
    residence: resident.residence,
    relation: resident.relation,
    relationText: resident.relation_text,
    phone: resident.phone,
    hasSmartphone: resident.has_smartphone,
    state: resident.state,
    stateOn: resident.state_on,
  };
}
