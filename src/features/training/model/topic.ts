import * as z from 'zod/mini';
import { count, day, id, line, optionalCount, optionalId, optionalLine } from '#shared/fields.ts';
import { code, safeText } from '#features/visits/model/fields.ts';
import * as words from '../words.ts';

/** The national courses "Bình dân học vụ số", open to everybody with VNeID. */
export const nationalCourses = 'https://binhdanhocvuso.gov.vn';

/** What members are trained in (R49); `topicId` null is a new one. */
export const TopicInput = z.object({
  topicId: z._default(optionalId, null),
  name: line(120),
  summary: safeText(500),
  platforms: z._default(z.array(code), []).check(z.maxLength(20)),
  courseLink: z._default(
    z.pipe(optionalLine(300), z.nullable(z.string().check(z.regex(/^https:\/\/[^\s]+$/, words.linkShape)))),
    null,
  ),
  /** Months (tháng); nothing: it need not be repeated. */
  validMonths: z._default(optionalCount(1, 120), null),
  position: z._default(count(0, 9999), 100),
});
export type TopicInput = z.infer<typeof TopicInput>;

export const TopicRetirement = z.object({ topicId: id });

/** That VNeID shows a national course as done: whom, which, when. */
export const ConfirmationInput = z.object({
  id: z._default(optionalId, null),
  memberId: id,
  course: line(160),
  confirmedOn: day,
});

export const ConfirmationWithdrawal = z.object({ confirmationId: id });
