import * as z from 'zod/mini';
import type { Day } from '#shared/calendar.ts';
import { id, line, optionalDay, optionalId, optionalLine } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import { safeText } from '#features/visits/model/fields.ts';

/**
 * "Tổ tự quản công nghệ" (R16–R19, T1): a place in a hamlet, best its office, where people are guided and helped. The head
 * registers it, the Culture–Social office checks, recognises and opens it; only active ones count for T1.
 */
export const groupStates = ['registered', 'checked', 'recognised', 'active', 'suspended', 'closed'] as const;
export type GroupState = (typeof groupStates)[number];

/** domain/03 §7.7: registered → checked → recognised → active → suspended or closed. A suspended one may open again; any may be closed, for good. */
const steps: Record<GroupState, readonly GroupState[]> = {
  registered: ['checked', 'closed'],
  checked: ['recognised', 'closed'],
  recognised: ['active', 'closed'],
  active: ['suspended', 'closed'],
  suspended: ['active', 'closed'],
  closed: [],
};

/** The states that may follow. */
export function nextStates(from: GroupState): readonly GroupState[] {
  return steps[from];
}

export function canFollow(from: GroupState, to: GroupState): boolean {
  return steps[from].includes(to);
}

/** The form of outreach (catalogue) of a visit to a point. */
export const atPoint = 'support_point';

export const placeKinds = ['hamlet_office', 'culture_house', 'school', 'home', 'shop', 'other'] as const;

const fields = {
  name: line(120),
  place: line(200),
  placeKind: z.enum(placeKinds, shared.chooseOne),
  openingHours: z._default(optionalLine(120), null),
  /** What people can do there, and with what (W12). */
  services: z._default(optionalLine(300), null),
  equipment: z._default(optionalLine(300), null),
  note: safeText(1000),
};

export const GroupInput = z.object({
  /** Made by whoever registers, so that sending twice registers once. */
  id: z._default(optionalId, null),
  hamletId: id,
  registeredOn: z._default(optionalDay, null),
  ...fields,
});
export type GroupInput = z.infer<typeof GroupInput>;

export const GroupCorrection = z.object({ groupId: id, ...fields });
export type GroupCorrection = z.infer<typeof GroupCorrection>;

export const GroupStep = z.object({
  groupId: id,
  to: z.enum(groupStates, shared.chooseOne),
  on: z._default(optionalDay, null),
  note: safeText(500),
});
export type GroupStep = z.infer<typeof GroupStep>;

export const memberRoles = ['lead', 'member'] as const;
export type GroupRole = (typeof memberRoles)[number];

/** Somebody of the hamlet who looks after the group: a name and when they are there; no number, no address. */
export const GroupMemberInput = z.object({
  id: z._default(optionalId, null),
  groupId: id,
  fullName: line(120),
  role: z._default(z.enum(memberRoles, shared.chooseOne), 'member'),
  duty: z._default(optionalLine(200), null),
});
export type GroupMemberInput = z.infer<typeof GroupMemberInput>;

export const GroupMemberEnd = z.object({ groupId: id, memberId: id });
export type GroupMemberEnd = z.infer<typeof GroupMemberEnd>;

export const grades = ['good', 'fair', 'weak'] as const;
export type Grade = (typeof grades)[number];

/** What the office found at the place (W12); it does not change the state by itself. */
export const GroupAssessment = z.object({
  id: z._default(optionalId, null),
  groupId: id,
  grade: z.enum(grades, shared.chooseOne),
  on: z._default(optionalDay, null),
  note: safeText(1000),
});
export type GroupAssessment = z.infer<typeof GroupAssessment>;

/** The last day on which hamlets register: the plan says "trong tháng 05" of its year (III.6). Later ones are taken, and shown as late. */
export function registrationEnds(planYear: number): Day {
  return `${planYear}-05-31`;
}

export function isLate(registeredOn: Day, planYear: number): boolean {
  return registeredOn > registrationEnds(planYear);
}
