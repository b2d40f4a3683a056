import type * as z from 'zod/mini';
import type { FieldProblems } from '#shared/problem.ts';

/** What a form gives: an input that its command will take, or a sentence for each field that is not right yet. */
export type Checked<Input> = { input: Input } | { problems: FieldProblems };

/** Reads an input by the command's own schema, as the server will. */
export function check<Input>(schema: z.ZodMiniType<Input>, raw: unknown): Checked<Input> {
  const read = schema.safeParse(raw);
  if (read.success) return { input: read.data };
  const problems: FieldProblems = {};
  for (const issue of read.error.issues) problems[issue.path.join('.')] ??= issue.message;
  return { problems };
}
