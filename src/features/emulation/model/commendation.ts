import * as z from 'zod/mini';
import { id } from '#shared/fields.ts';
import { chooseOne } from '#shared/words.ts';
import { safeLine, safeText } from '#features/visits/model/fields.ts';
import * as words from '../words.ts';
import { measures } from './movement.ts';

export const commendedKinds = ['hamlet', 'member', 'unit'] as const;
export type CommendedKind = (typeof commendedKinds)[number];

/** Proposed by who keeps the movement, confirmed or not by a leader; nobody confirms what they proposed. */
export const commendationStates = ['proposed', 'confirmed', 'declined', 'withdrawn'] as const;
export type CommendationState = (typeof commendationStates)[number];

const steps: Record<CommendationState, readonly CommendationState[]> = {
  proposed: ['confirmed', 'declined', 'withdrawn'],
  confirmed: [],
  declined: [],
  withdrawn: [],
};

export const commendationMayBecome = (from: CommendationState, to: CommendationState): boolean =>
  steps[from].includes(to);

/** Whom to commend, by which figure of the ranking (a unit has none), and why. */
export const CommendationInput = z.object({
  movementId: id,
  /** "hamlet:…", "member:…" or "unit:…" with the id. */
  subject: z.pipe(
    z.pipe(
      z.string(chooseOne),
      z.transform((text) => {
        const [kind, subjectId] = text.split(':');
        return { kind, id: subjectId };
      }),
    ),
    z.object({ kind: z.enum(commendedKinds, chooseOne), id }),
  ),
  measure: z._default(z.nullable(z.enum(measures)), null),
  reason: safeLine(500),
});

export const CommendationDecision = z
  .object({
    commendationId: id,
    to: z.enum(['confirmed', 'declined'], chooseOne),
    note: z._default(safeText(500), null),
  })
  .check(
    z.refine((one) => one.to !== 'declined' || one.note !== null, {
      message: words.declineReason,
      path: ['note'],
    }),
  );

export const CommendationWithdrawal = z.object({ commendationId: id });
