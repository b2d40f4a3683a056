import type { Command } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import {
  disableAccount,
  enableAccount,
  grantRole,
  revokeRole,
} from '#features/accounts/commands/keep.server.ts';
import { endMember } from '#features/org/commands/teams.server.ts';
import { correctHousehold } from '#features/registry/commands/correct-household.server.ts';
import { correctResident } from '#features/registry/commands/correct-resident.server.ts';
import { mergeHouseholds } from '#features/registry/commands/merge-households.server.ts';
import { mergeResidents, unmergeResidents } from '#features/registry/commands/merge-residents.server.ts';
import { moveHousehold } from '#features/registry/commands/move-household.server.ts';
import { moveResident } from '#features/registry/commands/move-resident.server.ts';
import { nameResponsible } from '#features/registry/commands/name-responsible.server.ts';
import { setPolicyClass } from '#features/registry/commands/set-policy-class.server.ts';
import { splitHousehold } from '#features/registry/commands/split-household.server.ts';
import { unmergeHouseholds } from '#features/registry/commands/unmerge-households.server.ts';
import { revokeDevice } from '#features/sync/commands/revoke-device.server.ts';
import { withdrawVisit } from '#features/visits/commands/withdraw-visit.server.ts';
import { inCommune } from '../visit-world.ts';
import { pick, type Carried, type Model } from './model.ts';

/** Something that the office does, by the product's own commands. `carried` is whose account or phone it may be about. */
type Deed = (model: Model, carried: Carried, one: number, other: number) => Promise<void>;

/** What the office may not do at this moment is refused with a Problem, as it would be on its page. */
async function act<Input, Loaded, Result>(
  { world }: Model,
  command: Command<Input, Loaded, Result>,
  input: Record<string, unknown>,
  by: 'hanh' | 'quan' = 'hanh',
): Promise<void> {
  try {
    await world.run(command, world.cast[by], input);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

interface Person {
  id: Id;
  household_id: Id;
}

const householdsIn = ({ world }: Model, merged: boolean) =>
  inCommune(world, (tx) =>
    tx
      .selectFrom('households')
      .select(['id', 'hamlet_id', 'head_id', 'phone'])
      .where('merged_into', merged ? 'is not' : 'is', null)
      .orderBy('id')
      .execute(),
  );
const peopleIn = ({ world }: Model, merged: boolean): Promise<Person[]> =>
  inCommune(world, (tx) =>
    tx
      .selectFrom('residents')
      .select(['id', 'household_id'])
      .where('merged_into', merged ? 'is not' : 'is', null)
      .orderBy('id')
      .execute(),
  );
const hamletsOf = ({ world }: Model) => [world.hamlets.mau1, world.hamlets.mau2, world.hamlets.mau3];

const move: Deed = async (model, _carried, one, other) => {
  const home = pick(await householdsIn(model, false), one);
  await act(model, moveHousehold, {
    householdId: home?.id,
    hamletId: pick(hamletsOf(model), other),
    on: dayOf(model.world.now),
  });
};

const split: Deed = async (model, _carried, one, other) => {
  const home = pick(await householdsIn(model, false), one);
  const people = (await peopleIn(model, false)).filter((person) => person.household_id === home?.id);
  const leaving = pick(people, other);
  await act(model, splitHousehold, {
    householdId: home?.id,
    residentIds: [leaving?.id],
    headId: leaving?.id,
    remainingHeadId: people.find((person) => person !== leaving)?.id ?? null,
    hamletId: other % 2 === 0 ? null : pick(hamletsOf(model), other >> 1),
  });
};

const merge: Deed = async (model, _carried, one, other) => {
  const homes = await householdsIn(model, false);
  const from = pick(homes, one);
  const into = pick(homes, one + 1 + other);
  const people = await peopleIn(model, false);
  const double = people.find((person) => person.household_id === from?.id);
  const person = people.find((person_) => person_.household_id === into?.id);
  await act(model, mergeHouseholds, {
    fromId: from?.id,
    intoId: into?.id,
    samePeople: other % 2 === 0 && double && person ? [{ fromId: double.id, intoId: person.id }] : [],
  });
};

const unmerge: Deed = async (model, _carried, one) =>
  act(model, unmergeHouseholds, { householdId: pick(await householdsIn(model, true), one)?.id });

const mergePeople: Deed = async (model, _carried, one, other) => {
  const people = await peopleIn(model, false);
  await act(model, mergeResidents, { fromId: pick(people, one)?.id, intoId: pick(people, other)?.id });
};

const unmergePeople: Deed = async (model, _carried, one) =>
  act(model, unmergeResidents, { residentId: pick(await peopleIn(model, true), one)?.id });

const movePerson: Deed = async (model, _carried, one, other) =>
  act(model, moveResident, {
    residentId: pick(await peopleIn(model, false), one)?.id,
    toHouseholdId: pick(await householdsIn(model, false), other)?.id,
    relation: 'child',
    on: dayOf(model.world.now),
  });

const officeContact: Deed = async (model, _carried, one, other) =>
  act(model, correctHousehold, {
    householdId: pick(await householdsIn(model, false), one)?.id,
    ...(other % 2 === 0 ? { phone: `08${String(10_000_000 + other)}` } : { note: `Xã ghi ${other}` }),
  });

const officeName: Deed = async (model, _carried, one, other) =>
  act(model, correctResident, {
    residentId: pick(await peopleIn(model, false), one)?.id,
    ...(other % 2 === 0 ? { fullName: `Nguyễn Văn Sửa ${other}` } : { birth: `0${1 + (other % 9)}/05/1961` }),
  });

const officeWithdraw: Deed = async (model, _carried, one) => {
  const visits = await inCommune(model.world, (tx) =>
    tx.selectFrom('visits').select('id').orderBy('id').execute(),
  );
  await act(model, withdrawVisit, { visitId: pick(visits, one)?.id, reason: 'Ghi trùng' });
};

const responsible: Deed = async (model, carried, one) =>
  act(model, nameResponsible, {
    householdIds: [pick(await householdsIn(model, false), one)?.id],
    memberId: model.world.cast[carried.who].memberId,
  });

const policy: Deed = async (model, _carried, one, other) => {
  const home = pick(await householdsIn(model, false), one);
  const people = (await peopleIn(model, false)).filter((person) => person.household_id === home?.id);
  await act(model, setPolicyClass, {
    householdId: home?.id,
    poverty: other % 2 === 0 ? 'poor' : 'none',
    vulnerableIds: people.slice(0, other % 2).map((person) => person.id),
  });
};

const endOfMember: Deed = async (model, carried) =>
  act(model, endMember, {
    memberId: model.world.cast[carried.who].memberId,
    endedOn: dayOf(model.world.now),
    reason: 'Chuyển việc',
  });

const roleOf = (model: Model, one: number, other: number) => ({
  role: pick(['member', 'member', 'hamlet_head', 'hamlet_team_leader'] as const, other),
  hamletId: pick(hamletsOf(model), one),
});
const revoke: Deed = async (model, carried, one) => {
  const rows = await inCommune(model.world, (tx) =>
    tx
      .selectFrom('account_roles')
      .select(['role', 'hamlet_id'])
      .where('account_id', '=', model.world.cast[carried.who].accountId)
      .where('revoked_on', 'is', null)
      .orderBy('id')
      .execute(),
  );
  const held = pick(rows, one);
  const { accountId } = model.world.cast[carried.who];
  await act(model, revokeRole, { accountId, role: held?.role, hamletId: held?.hamlet_id }, 'quan');
};
const grant: Deed = async (model, carried, one, other) => {
  const { accountId } = model.world.cast[carried.who];
  const given = roleOf(model, one, other);
  await act(model, grantRole, { accountId, ...given }, 'quan');
  model.granted.push({ accountId, hamletId: given.hamletId, at: model.world.now });
};
const account = (model: Model, carried: Carried) => ({ accountId: model.world.cast[carried.who].accountId });

/** What the office does meanwhile. */
export const inOffice = {
  move,
  split,
  merge,
  unmerge,
  merge_people: mergePeople,
  unmerge_people: unmergePeople,
  move_person: movePerson,
  office_contact: officeContact,
  office_name: officeName,
  office_withdraw: officeWithdraw,
  responsible,
  policy,
  end_member: endOfMember,
  revoke_role: revoke,
  grant_role: grant,
  disable: async (model, carried) => {
    await act(model, disableAccount, account(model, carried), 'quan');
    model.shut.add(account(model, carried).accountId);
  },
  enable: (model, carried) => act(model, enableAccount, account(model, carried), 'quan'),
  revoke_phone: (model, carried) => act(model, revokeDevice, { deviceId: carried.phone.deviceId }),
} as const satisfies Record<string, Deed>;
