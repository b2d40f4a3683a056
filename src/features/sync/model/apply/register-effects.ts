import * as z from 'zod/mini';
import type { Id } from '#shared/ids.ts';
import {
  HouseholdCorrection,
  HouseholdInput,
  HouseholdStateChange,
  NameHead,
  ResidentCorrection,
  ResidentInput,
  ResidentStateChange,
} from '#features/registry/model.ts';
import { noAnswers } from '#features/visits/model/digital-status.ts';
import type { PhonePerson } from '../home.ts';
import type { Operation } from '../operation.ts';
import { change, changePerson, read, type Effect, type Homes } from './effect.ts';

/** What is written about households and people themselves. */
export const registerEffects: Readonly<Record<string, Effect>> = {
  'household.register': registerHousehold,
  'resident.register': registerResident,
  'household.correct': correctHousehold,
  'resident.correct': correctResident,
  'household.change_state': changeHouseholdState,
  'resident.change_state': changeResidentState,
  'household.name_head': nameHead,
};

function personOf(input: ResidentInput): PhonePerson {
  return {
    id: input.id ?? '',
    fullName: input.fullName,
    sex: input.sex,
    birthDate: input.birth?.date ?? null,
    birthPrecision: input.birth?.precision ?? null,
    residence: input.residence,
    relation: input.relation,
    relationText: input.relationText,
    phone: input.phone,
    hasSmartphone: input.hasSmartphone,
    vulnerable: null,
    state: 'living',
    digital: noAnswers,
    skills: null,
  };
}

/** Until the server gives a code. */
export const newHomeCode = '—';

function registerHousehold(homes: Homes, operation: Operation): Id[] {
  const input = read(HouseholdInput, operation);
  const id = input?.id;
  if (!input || !id || homes.has(id)) return [];
  const people = input.residents.map(personOf);
  const head = people.find((person) => person.relation === 'head') ?? people[0];
  homes.set(id, {
    id,
    hamletId: input.hamletId,
    code: newHomeCode,
    groupName: input.groupName,
    address: input.address,
    phone: input.phone,
    headId: head?.id ?? null,
    statedSize: input.statedSize,
    state: 'living',
    hasSmartphone: input.hasSmartphone,
    hasInternet: input.hasInternet,
    note: input.note,
    poverty: null,
    responsibleId: null,
    people: people.map((person) => (person === head ? { ...person, relation: 'head' } : person)),
    visits: [],
    gatherings: [],
    helper: null,
  });
  return [id];
}

const NewResident = z.object({ householdId: z.string(), resident: ResidentInput });

function registerResident(homes: Homes, operation: Operation): Id[] {
  const input = read(NewResident, operation);
  if (!input?.resident.id) return [];
  const person = personOf(input.resident);
  return change(homes, input.householdId, (home) =>
    home.people.some((one) => one.id === person.id) ? home : { ...home, people: [...home.people, person] },
  );
}

/** The fields that are sent. */
function sent<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const some = { ...fields };
  for (const key in some) if (some[key] === undefined) delete some[key];
  return some;
}

function correctHousehold(homes: Homes, operation: Operation): Id[] {
  const input = read(HouseholdCorrection, operation);
  if (!input) return [];
  const { groupName, address, phone, statedSize, hasSmartphone, hasInternet, note } = input;
  return change(homes, input.householdId, (home) => ({
    ...home,
    ...sent({ groupName, address, phone, statedSize, hasSmartphone, hasInternet, note }),
  }));
}

function correctResident(homes: Homes, operation: Operation): Id[] {
  const input = read(ResidentCorrection, operation);
  if (!input) return [];
  const { fullName, sex, residence, relation, relationText, phone, hasSmartphone, birth } = input;
  return changePerson(homes, input.residentId, (person) => ({
    ...person,
    ...sent({ fullName, sex, residence, relation, relationText, phone, hasSmartphone }),
    ...(birth !== undefined && {
      birthDate: birth?.date ?? null,
      birthPrecision: birth?.precision ?? null,
    }),
  }));
}

function changeHouseholdState(homes: Homes, operation: Operation): Id[] {
  const input = read(HouseholdStateChange, operation);
  return input ? change(homes, input.householdId, (home) => ({ ...home, state: input.state })) : [];
}

function changeResidentState(homes: Homes, operation: Operation): Id[] {
  const input = read(ResidentStateChange, operation);
  if (!input) return [];
  return changePerson(homes, input.residentId, (person) => ({ ...person, state: input.state }));
}

function nameHead(homes: Homes, operation: Operation): Id[] {
  const input = read(NameHead, operation);
  if (!input) return [];
  return change(homes, input.householdId, (home) => ({
    ...home,
    headId: input.residentId,
    people: home.people.map((person) =>
      person.id === input.residentId
        ? { ...person, relation: 'head', relationText: null }
        : person.relation === 'head'
          ? { ...person, relation: 'other', relationText: null }
          : person,
    ),
  }));
}
