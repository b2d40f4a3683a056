import * as z from 'zod/mini';
import { dayOf, type Day } from '#shared/calendar.ts';
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
import {
  itemNames,
  noAnswers,
  DigitalStatusInput,
  type Answers,
  type DigitalItem,
} from '#features/visits/model/digital-status.ts';
import { recordsFromGuidance } from '#features/visits/model/guidance.ts';
import { HelperInput } from '#features/visits/model/helper.ts';
import { SkillCheckInput, skillItems } from '#features/visits/model/skill-check.ts';
import { tellingRecords, VisitInput } from '#features/visits/model/visit.ts';
import { OutreachInput } from '#features/outreach/model.ts';
import type { PhoneHome, PhonePerson, PhoneVisit } from './home.ts';
import type { Operation } from './operation.ts';

/** Whose phone it is, and what it knows of platforms. */
export interface Teller {
  accountId: Id;
  memberId: Id | null;
  tracks: ReadonlyMap<string, DigitalItem | null>;
}

/** The households of a phone as its owner sees them. */
export type Homes = Map<Id, PhoneHome>;

/**
 * What an operation changes on the phone that made it, before the server has it: the same as the server will write when nobody
 * else interferes (a test compares the two). Laid over what the server sent, as often as one likes; touches copies only.
 * Gives the households that changed.
 */
export function applyOperation(homes: Homes, operation: Operation, teller: Teller): Id[] {
  const effect = effects[operation.command];
  return effect ? effect(homes, operation, teller) : [];
}

type Effect = (homes: Homes, operation: Operation, teller: Teller) => Id[];

const effects: Readonly<Record<string, Effect>> = {
  'visit.record': recordVisit,
  'visit.withdraw': withdrawVisit,
  'digital.record': recordDigital,
  'skill.check': checkSkills,
  'helper.assign': assignHelper,
  'helper.end': endHelper,
  'outreach.record': recordOutreach,
  'household.register': registerHousehold,
  'resident.register': registerResident,
  'household.correct': correctHousehold,
  'resident.correct': correctResident,
  'household.change_state': changeHouseholdState,
  'resident.change_state': changeResidentState,
  'household.name_head': nameHead,
};

/** The input as the command's own schema reads it; null when it would be refused. */
function read<Input>(schema: z.ZodMiniType<Input>, operation: Operation): Input | null {
  const result = schema.safeParse(operation.input);
  return result.success ? result.data : null;
}

const dayDone = (operation: Operation): Day => dayOf(new Date(operation.at));

function change(homes: Homes, id: Id | null | undefined, by: (home: PhoneHome) => PhoneHome): Id[] {
  const home = id ? homes.get(id) : undefined;
  if (!home) return [];
  homes.set(home.id, by(home));
  return [home.id];
}

function changePerson(homes: Homes, residentId: Id, by: (person: PhonePerson) => PhonePerson): Id[] {
  for (const home of homes.values())
    if (home.people.some((person) => person.id === residentId))
      return change(homes, home.id, (found) => ({
        ...found,
        people: found.people.map((person) => (person.id === residentId ? by(person) : person)),
      }));
  return [];
}

const newestFirst = (left: PhoneVisit, right: PhoneVisit) =>
  left.on === right.on ? (left.id < right.id ? 1 : -1) : left.on < right.on ? 1 : -1;

function recordVisit(homes: Homes, operation: Operation, teller: Teller): Id[] {
  const input = read(VisitInput, operation);
  const id = input?.id;
  if (!input || !id) return [];
  const visit: PhoneVisit = {
    id,
    on: input.visitedOn ?? dayDone(operation),
    byId: teller.accountId,
    memberId: teller.memberId,
    form: input.form,
    met: input.met,
    metIds: [...new Set(input.metResidents)],
    need: input.need,
    topics: [...new Set(input.topics)],
    guidances: input.guidances.map(({ residentId, platform, outcome }) => ({
      residentId,
      platform,
      outcome,
    })),
    nextStep: input.nextStep,
    nextOn: input.nextOn,
    note: input.note,
    minutes: input.minutes,
  };
  const told = tellingRecords(input);
  const learned = [
    ...told,
    ...recordsFromGuidance(input.guidances, teller.tracks, told).map(({ residentId, answers }) => ({
      residentId,
      ...answers,
    })),
  ];
  return change(homes, input.householdId, (home) =>
    home.visits.some((one) => one.id === id)
      ? home
      : {
          ...home,
          visits: [visit, ...home.visits].sort(newestFirst),
          people: home.people.map((person) => ({
            ...person,
            digital: learned
              .filter((record) => record.residentId === person.id)
              .reduce((known, record) => answered(known, record), person.digital),
          })),
        },
  );
}

function answered(known: Answers, told: Partial<Answers>): Answers {
  const given = itemNames.filter((item) => (told[item] ?? null) !== null);
  return { ...known, ...Object.fromEntries(given.map((item) => [item, told[item]])) };
}

function withdrawVisit(homes: Homes, operation: Operation): Id[] {
  const visitId = operation.input['visitId'];
  for (const home of homes.values())
    if (home.visits.some((visit) => visit.id === visitId))
      return change(homes, home.id, (found) => ({
        ...found,
        visits: found.visits.filter((visit) => visit.id !== visitId),
      }));
  return [];
}

function recordDigital(homes: Homes, operation: Operation): Id[] {
  const input = read(DigitalStatusInput, operation);
  if (!input) return [];
  return changePerson(homes, input.residentId, (person) => ({
    ...person,
    digital: answered(person.digital, input),
  }));
}

function checkSkills(homes: Homes, operation: Operation): Id[] {
  const input = read(SkillCheckInput, operation);
  if (!input) return [];
  const checkedOn = input.checkedOn ?? dayDone(operation);
  return changePerson(homes, input.residentId, (person) => {
    if (person.skills && person.skills.checkedOn > checkedOn) return person;
    const answers = Object.fromEntries(skillItems.map((item) => [item, input[item]]));
    return { ...person, skills: { ...emptySkills, ...answers, checkedOn } };
  });
}

const emptySkills = {
  online_services: null,
  online_shopping: null,
  online_payment: null,
  self_protection: null,
  other_platform: null,
  vneid_account: null,
  dvc_account: null,
};

function assignHelper(homes: Homes, operation: Operation): Id[] {
  const input = read(HelperInput, operation);
  const id = input?.id;
  if (!input || !id) return [];
  return change(homes, input.householdId, (home) => ({
    ...home,
    helper: home.helper ?? {
      id,
      memberId: input.memberId,
      everyDays: input.everyDays,
      startedOn: input.startedOn ?? dayDone(operation),
    },
  }));
}

function endHelper(homes: Homes, operation: Operation): Id[] {
  const assignmentId = operation.input['assignmentId'];
  return [...homes.values()]
    .filter((home) => home.helper?.id === assignmentId)
    .flatMap((home) => change(homes, home.id, (found) => ({ ...found, helper: null })));
}

function recordOutreach(homes: Homes, operation: Operation): Id[] {
  const input = read(OutreachInput, operation);
  const sessionId = input?.id;
  if (!input || !sessionId || input.reach !== 'listed') return [];
  const gathering = { sessionId, on: input.heldOn ?? dayDone(operation), form: input.form };
  return [...new Set(input.householdIds)].flatMap((id) =>
    change(homes, id, (home) =>
      home.gatherings.some((one) => one.sessionId === sessionId)
        ? home
        : { ...home, gatherings: [gathering, ...home.gatherings] },
    ),
  );
}

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
