import * as z from 'zod/mini';
import type { Day } from '#shared/calendar.ts';
import { line } from '#shared/fields.ts';
import type { DocumentKind } from './kinds.ts';
import { someDay, someLine, someLines, someText, someTime } from './fields.ts';

/** The sections of a plan, as the commune's plan has them: heading, then the parts that hold text. */
export const planSections = [
  { code: 'aims', parts: ['purpose', 'demands'] },
  { code: 'work', parts: ['goals', 'activities', 'training', 'management'] },
  {
    code: 'organisation',
    parts: ['culture_social', 'economic', 'youth_union', 'mass_organizations', 'units', 'hamlet_heads'],
  },
] as const;
export type PlanPart = (typeof planSections)[number]['parts'][number];
export const planParts: readonly PlanPart[] = planSections.flatMap(({ parts }) => [...parts]);

const partText = someText(8000);

/** Somebody to commend, as the movement's result said it when a leader confirmed: by value, never typed. */
const Commended = z.object({
  name: line(200),
  kind: line(60),
  /** Of a member; null: a hamlet itself, a unit, the commune's team. */
  hamlet: z.nullable(line(120)),
  figure: line(300),
  reason: line(500),
});
export type Commended = z.infer<typeof Commended>;

/** What people type into a document, by kind. A draft may lack anything; approval asks for the rest. */
export const contents = {
  plan: z.object({
    subject: someLine(),
    basis: someLines(40, 500),
    opening: someText(1000),
    sections: z.prefault(
      z.object({
        purpose: partText,
        demands: partText,
        goals: partText,
        activities: partText,
        training: partText,
        management: partText,
        culture_social: partText,
        economic: partText,
        youth_union: partText,
        mass_organizations: partText,
        units: partText,
        hamlet_heads: partText,
      } satisfies Record<PlanPart, typeof partText>),
      {},
    ),
    closing: someText(1000),
    recipients: someLines(40),
  }),
  reminder: z.object({
    subject: someLine(),
    addressees: someLines(60),
    text: someText(),
    recipients: someLines(40),
  }),
  group_list: z.object({ subject: someLine(), text: someText(), recipients: someLines(40) }),
  commendation_list: z.object({
    subject: someLine(),
    text: someText(),
    commended: z._default(z.array(Commended).check(z.maxLength(300)), []),
    recipients: someLines(40),
  }),
  invitation: z.object({
    subject: someLine(),
    invited: someLines(300),
    event: someText(1000),
    chair: someLine(120),
    heldOn: someDay,
    heldAt: someTime,
    place: someLine(),
    note: someText(2000),
    recipients: someLines(40),
  }),
  minutes: z.object({
    subject: someLine(),
    startedOn: someDay,
    startedAt: someTime,
    place: someLine(),
    present: someLines(200),
    chairName: someLine(80),
    chairTitle: someLine(120),
    secretaryName: someLine(80),
    secretaryTitle: someLine(120),
    course: someText(20_000),
    conclusions: someText(),
    endedOn: someDay,
    endedAt: someTime,
    recipients: someLines(40),
  }),
} as const;

export type Contents = { [Kind in DocumentKind]: z.infer<(typeof contents)[Kind]> };

/** One registered group in the list, by value. */
export interface GroupRow {
  hamlet: string;
  name: string;
  place: string;
  openingHours: string | null;
  registeredOn: Day;
  state: string;
  /** Who looks after it, by name; a list that was approved before names were part of it has none. */
  onDuty?: string[];
}

/** A document's whole content: what was typed, and for the list of groups what is registered (live until it is approved). */
export type DocumentContent = {
  [Kind in DocumentKind]: { kind: Kind } & Contents[Kind] &
    (Kind extends 'group_list' ? { rows: GroupRow[] } : unknown);
}[DocumentKind];

/** What must be there before anybody approves; a document may have no note and no recipients of its own. */
const needed: { [Kind in DocumentKind]: readonly (keyof Contents[Kind])[] } = {
  plan: ['subject', 'opening', 'closing'],
  reminder: ['subject', 'addressees', 'text'],
  group_list: ['subject', 'text'],
  commendation_list: ['subject', 'text', 'commended'],
  invitation: ['subject', 'invited', 'event', 'heldOn', 'heldAt', 'place'],
  minutes: [
    'subject',
    'startedOn',
    'startedAt',
    'place',
    'present',
    'chairName',
    'secretaryName',
    'course',
    'endedOn',
    'endedAt',
  ],
};

/** The names of the fields that are still empty and must not be, in the order of the form. */
export function missingIn(content: DocumentContent): string[] {
  const isEmpty = (value: unknown) =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const missing = needed[content.kind].filter((field) => isEmpty(Reflect.get(content, field))).map(String);
  if (content.kind === 'plan')
    for (const part of planParts) if (content.sections[part] === '') missing.push(`sections.${part}`);
  if (content.kind === 'group_list' && content.rows.length === 0) missing.push('rows');
  return missing;
}
