import * as z from 'zod/mini';
import { line, optionalText } from '#shared/fields.ts';
import { secretIn } from '#shared/secrets.ts';
import * as shared from '#shared/words.ts';
import * as words from '../words.ts';

/** A code of the commune's catalogue. */
export const code = z.string(shared.chooseOne).check(z.regex(/^[a-z][a-z0-9_]{1,39}$/, shared.chooseOne));

/** Free text or nothing; text that gives away a password, a one-time code or the number of a paper is refused (R106). */
export const safeText = (max = 2000) => optionalText(max).check(z.superRefine(withoutSecret));

/** One line of text, under the same rule. */
export const safeLine = (max = 200) => line(max).check(z.superRefine(withoutSecret));

function withoutSecret(
  text: unknown,
  context: { addIssue: (issue: { code: 'custom'; message: string; input: string }) => void },
): void {
  const secret = typeof text === 'string' ? secretIn(text) : null;
  if (secret !== null) context.addIssue({ code: 'custom', message: words.secretFound[secret], input: '' });
}
