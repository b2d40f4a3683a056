import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Standing } from './competence.ts';

/** What a phone knows of training: what its owner has learnt and where to go next, and the lists that the owner ticks. */
export interface PhoneTraining {
  /** Empty for who is no member of a team. */
  topics: PhoneTopic[];
  next: { id: Id; name: string; on: Day; at: string; where: string }[];
  /** National courses that VNeID shows as done. */
  confirmed: { course: string; on: Day }[];
  national: string;
  toTick: ClassOnPhone[];
}

export interface PhoneTopic {
  name: string;
  /** Codes of the catalogue: their guidance cards are on the phone. */
  platforms: string[];
  standing: Standing;
}

/** A class with the people whom the owner of the phone ticks. */
export interface ClassOnPhone {
  id: Id;
  name: string;
  on: Day;
  at: string;
  where: string;
  trainees: { memberId: Id; name: string; attended: boolean | null }[];
}

/** A mark as an operation of a phone tells it. */
interface ToldMark {
  memberId: Id;
  attended: boolean;
}

/** The attendance as the phone's owner has ticked it: what the server sent, with what waits to be sent laid over it. */
export function tickedNow(
  one: ClassOnPhone,
  operations: readonly { command: string; input: Record<string, unknown> }[],
): Map<Id, boolean | null> {
  const ticked = new Map(one.trainees.map(({ memberId, attended }) => [memberId, attended]));
  for (const { command, input } of operations) {
    if (command !== 'class.mark_attendance' || input['classId'] !== one.id) continue;
    for (const mark of marksOf(input['marks']))
      if (ticked.has(mark.memberId)) ticked.set(mark.memberId, mark.attended);
  }
  return ticked;
}

function marksOf(told: unknown): ToldMark[] {
  const list: readonly unknown[] = Array.isArray(told) ? told : [];
  return list.filter(isMark);
}

const isMark = (one: unknown): one is ToldMark =>
  typeof one === 'object' &&
  one !== null &&
  'memberId' in one &&
  typeof one.memberId === 'string' &&
  'attended' in one &&
  typeof one.attended === 'boolean';

/** Whether a class stands on the first screen: its day is today or in the last week, and somebody is not ticked yet. */
export function isToTick(
  one: ClassOnPhone,
  ticked: ReadonlyMap<Id, boolean | null>,
  today: Day,
  since: Day,
): boolean {
  return one.on <= today && one.on >= since && [...ticked.values()].includes(null);
}
