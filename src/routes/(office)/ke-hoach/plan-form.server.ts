import type { RequestEvent } from '@sveltejs/kit';
import type { Command } from '#platform/commands/command.server.ts';
import { cleanLine } from '#shared/fold.ts';
import type { FieldProblems } from '#shared/problem.ts';
import { act, text, type FormValues } from '#routes/door.server.ts';

const lists = ['legalBasis', 'recipients', 'signerAuthority'] as const;

/** Runs a command of a plan for the form: its lists are typed one a line, and what is wrong in a line is said at the field. */
export async function savePlan<Input, Loaded, Result>(
  event: RequestEvent,
  command: Command<Input, Loaded, Result>,
  values: FormValues,
) {
  const typed = Object.fromEntries(lists.map((name) => [name, linesOf(text(values, name))]));
  const outcome = await act(event, command, { ...values, ...typed });
  if (outcome.problem) {
    const { problem } = outcome.problem.data;
    const fields: FieldProblems = {};
    for (const [path, sentence] of Object.entries(problem.fields))
      fields[path.split('.')[0] ?? path] ??= sentence;
    Object.assign(problem, { fields, values });
  }
  return outcome;
}

const linesOf = (typed: string) => typed.split('\n').map(cleanLine).filter(Boolean);
