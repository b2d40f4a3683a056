import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import type { Answer, HouseholdState, PriorityReason } from '../model.ts';
import { ageIsEstimated, ageOf, politeAddress } from '../model/birth.ts';
import { householdReasonsOf } from '../model/priority.ts';

/** A line of a list of households. It holds no restricted field, whoever asks. */
export interface ListedHousehold {
  id: Id;
  code: string;
  bookNumber: string | null;
  headId: Id | null;
  headName: string;
  /** ông, bà, anh, chị …; and full years, null when not known. */
  headPolite: string;
  headAge: number | null;
  headAgeEstimated: boolean;
  hamletId: Id;
  hamletName: string;
  groupName: string | null;
  address: string | null;
  /** The household's phone, else the head's. */
  phone: string | null;
  state: HouseholdState;
  stateOn: string;
  hasSmartphone: Answer;
  /** People who live there (người); when nobody but the head is named, what the list states; null when not known. */
  size: number | null;
  responsibleMemberId: Id | null;
  responsibleName: string | null;
  /** Without 'vulnerable', which is restricted. */
  reasons: PriorityReason[];
}

const unknownBirth = { birth_date: null, birth_precision: null, sex: null };

/** The lines of these households, in the order of the ids; for every list that shows households. The caller has checked who may see them. */
export async function listedHouseholds(ctx: ReadContext, ids: readonly Id[]): Promise<ListedHousehold[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.tx
    .selectFrom('households as h')
    .innerJoin('hamlets as a', (join) =>
      join.onRef('a.id', '=', 'h.hamlet_id').on('a.commune_id', '=', ctx.communeId),
    )
    .leftJoin('team_members as m', (join) =>
      join.onRef('m.id', '=', 'h.responsible_member_id').on('m.commune_id', '=', ctx.communeId),
    )
    .select([
      'h.id',
      'h.code',
      'h.book_number',
      'h.head_id',
      'h.head_name',
      'h.hamlet_id',
      'h.group_name',
      'h.address',
    ])
    .select([
      'h.phone',
      'h.state',
      'h.state_on',
      'h.has_smartphone',
      'h.stated_size',
      'h.responsible_member_id',
    ])
    .select(['a.name as hamlet_name', 'm.full_name as responsible_name'])
    .where('h.commune_id', '=', ctx.communeId)
    .where('h.id', 'in', ids)
    .execute();
  const residents = await ctx.tx
    .selectFrom('residents')
    .select([
      'id',
      'household_id',
      'phone',
      'sex',
      'birth_date',
      'birth_precision',
      'has_smartphone',
      'state',
    ])
    .where('commune_id', '=', ctx.communeId)
    .where('household_id', 'in', ids)
    .where('merged_into', 'is', null)
    .execute();
  const people = Map.groupBy(residents, (resident) => resident.household_id);
  const byId = new Map(
    rows.map((row) => {
      const residents = people.get(row.id) ?? [];
      const open = residents.map((resident) => ({ ...resident, vulnerable: false }));
      const head = residents.find((resident) => resident.id === row.head_id);
      const listed: ListedHousehold = {
        id: row.id,
        code: row.code,
        bookNumber: row.book_number,
        headId: row.head_id,
        headName: row.head_name,
        headPolite: politeAddress(head ?? unknownBirth, ctx.today),
        headAge: head ? ageOf(head, ctx.today) : null,
        headAgeEstimated: head !== undefined && ageIsEstimated(head),
        hamletId: row.hamlet_id,
        hamletName: row.hamlet_name,
        groupName: row.group_name,
        address: row.address,
        phone: row.phone ?? head?.phone ?? null,
        state: row.state,
        stateOn: row.state_on,
        hasSmartphone: row.has_smartphone,
        size: householdSize(residents, row.stated_size),
        responsibleMemberId: row.responsible_member_id,
        responsibleName: row.responsible_name,
        reasons: householdReasonsOf(open, { has_smartphone: row.has_smartphone, poverty: 'none' }, ctx.today),
      };
      return [row.id, listed] as const;
    }),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** People who live there; a list that names the head only states how many there are. */
export function householdSize(residents: readonly { state: string }[], stated: number | null): number | null {
  const living = residents.filter((resident) => resident.state === 'living').length;
  return living > 1 || stated === null ? living : stated;
}
