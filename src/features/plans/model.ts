import * as z from 'zod/mini';
import {
  count,
  day,
  id,
  line,
  optionalDay,
  optionalId,
  optionalLine,
  optionalText,
  yes,
} from '#shared/fields.ts';
import { fold } from '#shared/fold.ts';
import { chooseOne } from '#shared/words.ts';
import * as words from './words.ts';

/** How long a report may speak of. */
export const periodKinds = ['month', 'quarter', 'half', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/**
 * Where a month begins and ends for reports (domain/04 §3.3): by the calendar, or from the 15th of the month before to the 14th,
 * as provinces do that follow NĐ 09/2019.
 */
export const closings = ['calendar', 'fourteenth'] as const;
export type Closing = (typeof closings)[number];

/** Settings of a plan that rules ask for. */
export interface PlanSettings {
  /** The day of the month after the period by whose end (24:00 in Vietnam) the hamlets' reports are due (R71: 10). */
  reportDueDay: number;
  reportClosing: Closing;
  /** A due day that is no working day is put off to the next one. */
  reportPutOff: boolean;
  /** The periods that hamlets report on; months always. */
  reportPeriods: PeriodKind[];
  /** How often (days) a helper calls on a household, unless something else was agreed with it (R27, W7). */
  helperEveryDays: number;
}

/** What a plan that says nothing of it means: calendar months, due on the 10th whatever day that is. */
export const usualSettings: PlanSettings = {
  reportDueDay: 10,
  reportClosing: 'calendar',
  reportPutOff: false,
  reportPeriods: ['month'],
  helperEveryDays: 14,
};

/** Who signs: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH" and the name (R75). */
export interface Signer {
  authority: string[];
  title: string;
  name: string | null;
}

const lines = z.array(line(500)).check(z.maxLength(40));

/** A commune's plan of a year (R1–R3): number and date may be blank until issued. */
export const PlanInput = z.object({
  year: count(2022, 2100),
  number: optionalLine(40),
  issuedOn: optionalDay,
  title: line(300),
  startsOn: day,
  endsOn: day,
  legalBasis: lines,
  recipients: lines,
  signerAuthority: z.array(line(100)).check(z.maxLength(3)),
  signerTitle: line(100),
  signerName: optionalLine(80),
  reportDueDay: count(1, 28),
  reportClosing: z._default(z.enum(closings, chooseOne), usualSettings.reportClosing),
  reportPutOff: z._default(yes, false),
  reportPeriods: z._default(
    z.pipe(
      z.array(z.enum(periodKinds, chooseOne)),
      z.transform((kinds) => periodKinds.filter((kind) => kind === 'month' || kinds.includes(kind))),
    ),
    usualSettings.reportPeriods,
  ),
  helperEveryDays: z._default(count(1, 180), usualSettings.helperEveryDays),
});
export type PlanInput = z.infer<typeof PlanInput>;

export const PlanChange = z.object({ planId: id, ...PlanInput.shape });

export const catalogueKinds = [
  'platform',
  'outreach_form',
  'topic',
  'essential_domain',
  'priority_reason',
] as const;
export type CatalogueKind = (typeof catalogueKinds)[number];
export const pillarCodes = ['digital_government', 'digital_economy', 'digital_society'] as const;
export const essentialDomains = ['health', 'education', 'social_policy'] as const;
export const trackedItems = [
  'vneid',
  'dvc_account',
  'bank_account',
  'e_payment',
  'health_app',
  'education_app',
  'social_app',
] as const;

/** What is known of a platform besides its name (R22, R33, R105). */
export interface PlatformDetails {
  pillar: (typeof pillarCodes)[number];
  /** The essential needs that it serves (T3). */
  domains: string[];
  purpose: string;
  link: string | null;
  /** When somebody last looked whether link and steps are right. */
  checkedOn: string | null;
  /** The item of the digital status that guidance on it tells about; null: none. */
  tracks: (typeof trackedItems)[number] | null;
  /** People of the commune may open a shop on it (R34); entries of before are without the word and are none. */
  marketplace?: boolean;
}

/** What is known of a form of outreach: a mass form names no household and never counts by itself (T2). */
export interface OutreachFormDetails {
  mass: boolean;
}

const code = z.string().check(z.regex(/^[a-z][a-z0-9_]{1,39}$/, words.codeShape));

/** A code for a new entry from its name, not among the taken ones (retired ones keep theirs: history is told by code). */
export function suggestCode(name: string, taken: ReadonlySet<string>): string {
  const plain = fold(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+/, '')
    .slice(0, 34)
    .replace(/_+$/, '');
  const stem = plain.length < 2 ? `muc_${plain}`.replace(/_$/, '') : plain;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? stem : `${stem}_${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** An entry of the catalogue as the office keeps it; `entryId` null is a new one. */
export const CatalogueInput = z.object({
  entryId: optionalId,
  kind: z.enum(catalogueKinds),
  code,
  name: line(120),
  position: count(0, 9999),
  pillar: z._default(z.nullable(z.enum(pillarCodes, chooseOne)), null),
  domains: z._default(z.array(z.string().check(z.maxLength(40))), []),
  purpose: optionalText(500),
  link: z.pipe(
    optionalLine(300),
    z.nullable(z.string().check(z.regex(/^https:\/\/[^\s]+$/, words.linkShape))),
  ),
  checkedOn: optionalDay,
  tracks: z._default(z.nullable(z.enum(trackedItems)), null),
  mass: z._default(yes, false),
  marketplace: z._default(yes, false),
});
export type CatalogueInput = z.infer<typeof CatalogueInput>;
