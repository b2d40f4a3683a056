import * as z from 'zod/mini';
import { line } from '#shared/fields.ts';
import { Login, NewPassword } from '#features/accounts/model.ts';
import { hamletNamesOf } from '#features/org/model.ts';
import * as words from './words.ts';

/** What a commune tells at its first start (issue 1 line 4): which commune it is, its hamlets, its first officer. */
export const SetUpInput = z.object({
  setupCode: z.string(),
  communeCode: z.string().check(z.regex(/^\d{5}$/, words.communeUnknown)),
  hamlets: z.pipe(
    z.pipe(z.string(), z.transform(hamletNamesOf)),
    z.array(line(80)).check(z.minLength(1, words.hamletsNeeded), z.maxLength(200, words.tooManyHamlets)),
  ),
  officerName: line(80),
  officerLogin: Login,
  officerPassword: NewPassword,
});
export type SetUpInput = z.output<typeof SetUpInput>;
