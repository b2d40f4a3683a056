import * as z from 'zod/mini';
import { id, optionalCount, optionalId } from '#shared/fields.ts';
import { chooseOne } from '#shared/words.ts';
import { safeLine, safeText } from '#features/visits/model/fields.ts';
import * as words from '../words.ts';

/** What became of calling a unit (R68). `called`: it has not answered. */
export const callStates = ['called', 'accepted', 'reported', 'declined', 'withdrawn'] as const;
export type CallState = (typeof callStates)[number];
/** What a unit may answer: we come, this is what we did, we cannot. */
export const answers = ['accepted', 'reported', 'declined'] as const;
export type Answer = (typeof answers)[number];

const steps: Record<CallState, readonly CallState[]> = {
  called: ['accepted', 'reported', 'declined', 'withdrawn'],
  accepted: ['accepted', 'reported', 'declined', 'withdrawn'],
  // What was done is mended, and never undone.
  reported: ['reported'],
  declined: ['accepted', 'reported', 'declined', 'withdrawn'],
  withdrawn: [],
};

export const callMayBecome = (from: CallState, to: CallState): boolean => steps[from].includes(to);

/** Units that a movement calls: names, and who answers for them where somebody signs in for the unit. */
export const CallInput = z.object({
  movementId: id,
  unitName: safeLine(140),
  accountId: z._default(optionalId, null),
});

/** What the unit says; how many take part and what came of it must stand in a report of it, and why in a refusal. */
export const CallAnswer = z
  .object({
    callId: id,
    to: z.enum(answers, chooseOne),
    people: z._default(optionalCount(1, 100_000), null),
    hamletIds: z._default(z.array(id).check(z.maxLength(100)), []),
    answer: z._default(safeText(1000), null),
    source: z._default(safeText(200), null),
  })
  .check(
    z.refine((one) => one.to !== 'reported' || one.people !== null, {
      message: words.peopleNeeded,
      path: ['people'],
    }),
    z.refine((one) => one.to === 'accepted' || one.answer !== null, {
      message: words.answerNeeded,
      path: ['answer'],
    }),
  );

export const CallWithdrawal = z.object({ callId: id });
