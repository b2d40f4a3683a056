import type * as z from 'zod/mini';
import { Problem, type FieldProblems } from '#shared/problem.ts';

/** Parses input by its schema; throws `input.invalid` with one sentence per field, undeclared fields never get in (A4). */
export function parseInput<Input>(schema: z.ZodMiniType<Input>, raw: unknown): Input {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const fields: FieldProblems = {};
  for (const issue of result.error.issues) fields[issue.path.map(String).join('.')] ??= issue.message;
  throw new Problem('input.invalid', { fields });
}
