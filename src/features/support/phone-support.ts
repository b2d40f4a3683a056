import { dayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import {
  canFollow,
  isWaiting,
  SupportAssignment,
  SupportEnd,
  SupportInput,
  SupportRating,
  SupportResult,
  SupportSchedule,
  type Satisfaction,
  type SupportPlace,
  type SupportState,
  type Urgency,
} from './model.ts';

/** A request as a phone holds it: what its owner was given or asked for, and for who leads the hamlet all of it. */
export interface PhoneRequest {
  id: Id;
  hamletId: Id;
  personName: string;
  phone: string | null;
  /** Null: not in the register. */
  householdId: Id | null;
  residentId: Id | null;
  platform: string | null;
  topic: string | null;
  place: SupportPlace;
  groupId: Id | null;
  urgency: Urgency;
  state: SupportState;
  stateOn: Day;
  raisedOn: Day;
  /** Null for what the server has not taken yet: its days are the server's. */
  dueOn: Day | null;
  memberId: Id | null;
  scheduledOn: Day | null;
  scheduledAt: string | null;
  satisfaction: Satisfaction | null;
  note: string | null;
  isOwn: boolean;
}

/** Where help is given besides homes, with the hours at which somebody is there. */
export interface PhonePoint {
  id: Id;
  hamletId: Id;
  place: string;
  openingHours: string | null;
}

export interface PhoneSupport {
  requests: PhoneRequest[];
  points: PhonePoint[];
}

/** What the phone's owner told and the server's list does not show yet. */
interface Told {
  command: string;
  input: Record<string, unknown>;
  at: string;
}

type Known = Map<Id, PhoneRequest>;

/**
 * The requests of a phone with what its owner said since laid over them: what was asked without a network stands in the list at
 * once, what was finished is done. A step that the drawing does not have is left to the server's answer.
 */
export function withTold(list: readonly PhoneRequest[], operations: readonly Told[]): PhoneRequest[] {
  const known: Known = new Map(list.map((one) => [one.id, one]));
  for (const { command, input, at } of operations) effects[command]?.(known, input, dayOf(new Date(at)));
  return [...known.values()];
}

const effects: Readonly<Record<string, (known: Known, raw: Record<string, unknown>, on: Day) => void>> = {
  'support.ask': ask,
  'support.assign': (known, raw, on) => {
    const { data } = SupportAssignment.safeParse(raw);
    const one = data && known.get(data.requestId);
    if (!data || !one || !isWaiting(one.state)) return;
    const state = one.state === 'new' ? ('assigned' as const) : one.state;
    known.set(one.id, { ...one, memberId: data.memberId, state, stateOn: on });
  },
  'support.schedule': (known, raw, on) => {
    const { data } = SupportSchedule.safeParse(raw);
    const one = data && known.get(data.requestId);
    if (!data || !one || !(one.state === 'scheduled' || canFollow(one.state, 'scheduled'))) return;
    const { scheduledOn, scheduledAt } = data;
    known.set(one.id, { ...one, state: 'scheduled', stateOn: on, scheduledOn, scheduledAt });
  },
  'support.finish': (known, raw, on) => {
    const { data } = SupportResult.safeParse(raw);
    const one = data && known.get(data.requestId);
    if (!data || !one || !hasBegun(one.state)) return;
    known.set(one.id, { ...one, state: 'done', stateOn: on, satisfaction: data.satisfaction });
  },
  'support.end': (known, raw, on) => {
    const { data } = SupportEnd.safeParse(raw);
    const one = data && known.get(data.requestId);
    if (data && one && canFollow(one.state, data.to))
      known.set(one.id, { ...one, state: data.to, stateOn: on });
  },
  'support.rate': (known, raw) => {
    const { data } = SupportRating.safeParse(raw);
    const one = data && known.get(data.requestId);
    if (data && one && one.state === 'done') known.set(one.id, { ...one, satisfaction: data.satisfaction });
  },
};

function ask(known: Known, raw: Record<string, unknown>, on: Day): void {
  const { data } = SupportInput.safeParse(raw);
  if (!data || data.id === null || known.has(data.id)) return;
  const { id, channel: _channel, personName, ...input } = data;
  known.set(id, {
    ...input,
    id,
    personName: personName ?? '',
    state: 'new',
    stateOn: on,
    raisedOn: on,
    dueOn: null,
    memberId: null,
    scheduledOn: null,
    scheduledAt: null,
    satisfaction: null,
    isOwn: true,
  });
}

/** Somebody goes: with an appointment, or at once without one. */
export const hasBegun = (state: SupportState) => state === 'assigned' || state === 'scheduled';

/** Those that the member goes to, the most pressing first: by the day that was agreed on, then by the last day in time. */
export function toHelp(requests: readonly PhoneRequest[], memberId: Id | null): PhoneRequest[] {
  const day = (one: PhoneRequest) => one.scheduledOn ?? one.dueOn ?? '9999-12-31';
  return requests
    .filter((one) => memberId !== null && one.memberId === memberId && isWaiting(one.state))
    .toSorted((left, right) => compare(day(left), day(right)) || compare(left.id, right.id));
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
