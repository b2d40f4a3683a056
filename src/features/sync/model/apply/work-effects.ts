import type { Id } from '#shared/ids.ts';
import { DigitalStatusInput, itemNames, type Answers } from '#features/visits/model/digital-status.ts';
import { recordsFromGuidance } from '#features/visits/model/guidance.ts';
import { usualSettings } from '#features/plans/model.ts';
import { HelperInput } from '#features/visits/model/helper.ts';
import { SkillCheckInput, skillItems } from '#features/visits/model/skill-check.ts';
import { tellingRecords, VisitInput } from '#features/visits/model/visit.ts';
import { OutreachInput } from '#features/outreach/model.ts';
import type { PhoneVisit } from '../home.ts';
import type { Operation } from '../operation.ts';
import { change, changePerson, dayDone, read, type Effect, type Homes, type Teller } from './effect.ts';

/** Work with households and their people: visits, what was learned, helpers, meetings. */
export const workEffects: Readonly<Record<string, Effect>> = {
  'visit.record': recordVisit,
  'visit.withdraw': withdrawVisit,
  'support.finish': finishSupport,
  'digital.record': recordDigital,
  'skill.check': checkSkills,
  'helper.assign': assignHelper,
  'helper.end': endHelper,
  'outreach.record': recordOutreach,
};

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

/** The visit that a request for help ended with, if there is one. */
function finishSupport(homes: Homes, operation: Operation, teller: Teller): Id[] {
  const { visit } = operation.input;
  if (typeof visit !== 'object' || visit === null) return [];
  return recordVisit(homes, { ...operation, input: Object.fromEntries(Object.entries(visit)) }, teller);
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
      everyDays: input.everyDays ?? usualSettings.helperEveryDays,
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
