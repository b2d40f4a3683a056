import * as z from 'zod/mini';
import { id, optionalId } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import { optionalScore, testResults, type TestResult } from './training-class.ts';

// A form sends 'yes', 'no' or nothing at all; a phone sends true or false.
const answer = z.pipe(
  z.nullish(z.union([z.boolean(), z.enum(['yes', 'no', ''], shared.chooseOne)])),
  z.transform((value) =>
    value === undefined || value === '' || value === null ? null : value === true || value === 'yes',
  ),
);

/** Who was there, of as many trainees as one knows of; without an answer nothing is written. */
export const AttendanceInput = z.object({
  classId: id,
  marks: z.array(z.object({ memberId: id, attended: answer })).check(z.minLength(1), z.maxLength(500)),
});
export type AttendanceInput = z.infer<typeof AttendanceInput>;

/** Test results of a class, each of a topic, or (null) of every topic of the class alike; neither a result nor a score: not taken. */
export const ResultsInput = z.object({
  classId: id,
  results: z
    .array(
      z.object({
        memberId: id,
        topicId: z._default(optionalId, null),
        result: z.pipe(
          z.pipe(
            z.nullish(z.string()),
            z.transform((text) => text || null),
          ),
          z.nullable(z.enum(testResults, shared.chooseOne)),
        ),
        score: z._default(optionalScore, null),
      }),
    )
    .check(z.minLength(1), z.maxLength(2000)),
});
export type ResultsInput = z.infer<typeof ResultsInput>;

/** The result that a score means; null when the choice says something else than the score. */
export function resultOf(
  told: { result: TestResult | null; score: number | null },
  passScore: number,
): { result: TestResult | null } | null {
  if (told.score === null) return { result: told.result };
  const byScore: TestResult = told.score >= passScore ? 'passed' : 'not_passed';
  return told.result !== null && told.result !== byScore ? null : { result: byScore };
}

/** The trainees of a class, as a whole list. */
export const TraineesInput = z.object({
  classId: id,
  memberIds: z._default(z.array(id), []).check(z.maxLength(500)),
});
