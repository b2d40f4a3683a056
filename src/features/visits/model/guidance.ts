import * as z from 'zod/mini';
import { optionalId } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import * as shared from '#shared/words.ts';
import {
  itemNames,
  noAnswers,
  sayNothing,
  type Answers,
  type DigitalAnswer,
  type DigitalItem,
} from './digital-status.ts';
import { code } from './fields.ts';

export const guidanceOutcomes = [
  'installed',
  'activated',
  'practised',
  'declined',
  'absent',
  'no_device',
] as const;
export type GuidanceOutcome = (typeof guidanceOutcomes)[number];

/** What was shown or taught: to whom (null: nobody in particular), which platform, and what came of it. */
export const Guidance = z.object({
  residentId: z._default(optionalId, null),
  platform: code,
  outcome: z.enum(guidanceOutcomes, shared.chooseOne),
});
export type Guidance = z.infer<typeof Guidance>;

/**
 * What the outcome of a guidance proves about the item that its platform tracks. Only what was done before the member's
 * eyes on the person's own account counts: an installed VNeID is 'installed', an activated one 'activated'; an app of an
 * essential domain is there once it is installed; an account exists once it is activated, not because an app was
 * installed. Practising may happen on a helper's phone, so it proves nothing, and one payment under guidance is no habit:
 * e-payment is only ever declared. Declined, absent, no device: the person may have it all the same.
 */
const proofs: { [Item in DigitalItem]: Partial<Record<GuidanceOutcome, DigitalAnswer<Item>>> } = {
  vneid: { installed: 'installed', activated: 'activated' },
  dvc_account: { activated: 'yes' },
  bank_account: { activated: 'yes' },
  e_payment: {},
  health_app: { installed: 'yes', activated: 'yes' },
  education_app: { installed: 'yes', activated: 'yes' },
  social_app: { installed: 'yes', activated: 'yes' },
};

/** What one outcome proves, or null. */
export function provenBy(tracks: DigitalItem | null, outcome: GuidanceOutcome): Partial<Answers> | null {
  const answer = tracks === null ? undefined : proofs[tracks][outcome];
  return tracks === null || answer === undefined ? null : { [tracks]: answer };
}

/** What a visit's guidances prove, person by person; the further-reaching outcome wins. What `stated` already answers is left to it. */
export function recordsFromGuidance(
  guidances: readonly { residentId: Id | null; platform: string; outcome: GuidanceOutcome }[],
  tracksOf: ReadonlyMap<string, DigitalItem | null>,
  stated: readonly ({ residentId: Id } & Partial<Answers>)[] = [],
): { residentId: Id; answers: Answers }[] {
  const proven = new Map<Id, Answers>();
  // Activated after installed, so that it overwrites it.
  for (const outcome of ['installed', 'activated'] as const) {
    for (const guidance of guidances) {
      if (guidance.residentId === null || guidance.outcome !== outcome) continue;
      const told = provenBy(tracksOf.get(guidance.platform) ?? null, outcome);
      if (told)
        proven.set(guidance.residentId, { ...(proven.get(guidance.residentId) ?? noAnswers), ...told });
    }
  }
  return [...proven].flatMap(([residentId, answers]) => {
    const own = stated.filter((record) => record.residentId === residentId);
    const rest = { ...answers };
    for (const item of itemNames)
      if (own.some((record) => (record[item] ?? null) !== null)) rest[item] = null;
    return sayNothing(rest) ? [] : [{ residentId, answers: rest }];
  });
}
