import * as z from 'zod/mini';
import { cleanLine } from '#shared/fold.ts';
import { day, id, line, optionalDay, optionalId, optionalLine, optionalPhone } from '#shared/fields.ts';
import { chooseOne, needed, tooLong } from '#shared/words.ts';
import { communeTypes, hamletKinds, tooManyHamlets } from './words.ts';

export const hamletKindCodes = ['ap', 'thon', 'ban', 'buon', 'khom', 'khu_pho', 'to_dan_pho'] as const;
export const positionCodes = ['leader', 'deputy', 'member'] as const;
export const organisationCodes = [
  'hamlet_board',
  'youth_union',
  'women_union',
  'farmers_union',
  'veterans_union',
  'fatherland_front',
  'school',
  'police',
  'office',
  'resident',
] as const;
export type HamletKind = (typeof hamletKindCodes)[number];
export type MemberPosition = (typeof positionCodes)[number];
export type Organisation = (typeof organisationCodes)[number];

/** A hamlet as the commune enters it; names are never invented by us (domain/06 §5.2). */
export const HamletInput = z.object({
  name: line(80),
  kind: z._default(z.enum(hamletKindCodes), 'ap'),
  validFrom: day,
});

/** A hamlet's name from a day on, by which paper. */
export const HamletNaming = z.object({
  hamletId: id,
  name: line(80),
  validFrom: day,
  decision: optionalLine(120),
  /** What its team is called from then; null: as before. */
  teamName: z._default(optionalLine(120), null),
});

/** The commune's name and kind from a day on, by which paper. */
export const CommuneNaming = z.object({
  name: line(80),
  type: z.enum(['xa', 'phuong', 'dac_khu'], chooseOne),
  validFrom: day,
  decision: line(120),
});

/** Hamlets that become one from a day on (W22): those that merge, and which of them goes on, or the name of a new one. */
export const MergerInput = z.object({
  hamletIds: z.array(id, chooseOne).check(z.minLength(1, needed), z.maxLength(50)),
  /** One of them, or null: a new one. */
  intoHamletId: optionalId,
  newName: optionalLine(80),
  validFrom: day,
  decisionNumber: line(60),
  decisionOn: day,
  /** The ended hamlets' members join the team of the one that goes on, or stay a team beside it. */
  teams: z.enum(['join', 'beside'], chooseOne),
  /** The account that is head of the hamlet from then, and the member that leads its team; null: who is it already. */
  headId: optionalId,
  leaderId: optionalId,
});
export type MergerInput = z.infer<typeof MergerInput>;

/** R14, R15: a team is founded for one hamlet, or for the commune when hamletId is null. */
export const TeamInput = z.object({
  hamletId: optionalId,
  name: line(120),
  decisionNumber: optionalLine(60),
  decisionOn: optionalDay,
  startedOn: day,
});

const sex = z.pipe(
  z.pipe(
    z.nullish(z.string()),
    z.transform((text) => text || null),
  ),
  z.nullable(z.enum(['male', 'female'], chooseOne)),
);

/** R15, R60, R67: a member with term, organisation and position. The least that is needed (Law 91/2025 art. 25). */
export const MemberInput = z.object({
  teamId: id,
  fullName: line(80),
  sex,
  phone: optionalPhone,
  organisation: z.enum(organisationCodes, chooseOne),
  position: z.enum(positionCodes, chooseOne),
  startedOn: day,
});

export const MemberChange = z.object({
  memberId: id,
  fullName: line(80),
  phone: optionalPhone,
  organisation: z.enum(organisationCodes, chooseOne),
  position: z.enum(positionCodes, chooseOne),
});

export const MemberEnd = z.object({ memberId: id, endedOn: day, reason: optionalLine(200) });

/** Names of hamlets typed one a line ("Ấp Mẫu 1"); blank lines and doubles fall away, order is kept. */
export function hamletNamesOf(text: string): string[] {
  return [...new Set(text.split('\n').map(cleanLine).filter(Boolean))];
}

/** The same as a field of a form: 1 to 200 names of at most 80 characters. */
export const HamletNames = z.pipe(
  z.pipe(z.string(needed), z.transform(hamletNamesOf)),
  z
    .array(z.string().check(z.maxLength(80, tooLong(80))))
    .check(z.minLength(1, needed), z.maxLength(200, tooManyHamlets)),
);

/** The kind that a hamlet's name begins with; 'ap' when it says none. */
export function hamletKindOf(name: string): HamletKind {
  const start = cleanLine(name).toLowerCase();
  return hamletKindCodes.find((code) => start.startsWith(`${hamletKinds[code].toLowerCase()} `)) ?? 'ap';
}

/** "xã Nhơn Mỹ": the common noun small (NĐ 30/2020 annex II). */
export function communeTitle(unit: { type: keyof typeof communeTypes; name: string }): string {
  return `${communeTypes[unit.type]} ${unit.name}`;
}
