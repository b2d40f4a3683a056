import * as z from 'zod/mini';
import { isId, type Id } from '#shared/ids.ts';
import * as words from '../words.ts';

/** Who does a task: a member of a team, a team (its leader and head answer for it), somebody with an account of the commune, or a unit (whoever acts for it). */
export const assigneeKinds = ['member', 'team', 'account', 'unit'] as const;
export type AssigneeKind = (typeof assigneeKinds)[number];

export interface Assignee {
  kind: AssigneeKind;
  id: Id;
}

/** "member:0190…", as a form sends it. */
export const assigneeKey = ({ kind, id }: Assignee): string => `${kind}:${id}`;

function readAssignee(text: string): Assignee | null {
  const [kind, id = ''] = text.split(':');
  const known = assigneeKinds.find((one) => one === kind);
  return known && isId(id) ? { kind: known, id } : null;
}

const AssigneeField = z.pipe(
  z.string(words.chooseDoer).check(z.refine((text) => readAssignee(text) !== null, words.chooseDoer)),
  z.transform((text): Assignee => readAssignee(text) ?? { kind: 'member', id: '' }),
);

/** At least one doer, each once; a form with one field sends a text, with several a list. */
export const Assignees = z.pipe(
  z.pipe(
    z.union([z.string(), z.array(z.string())], words.chooseDoer),
    z.transform((given) => [...new Set(Array.isArray(given) ? given : [given])]),
  ),
  z.array(AssigneeField).check(z.minLength(1, words.chooseDoer), z.maxLength(60, words.tooManyDoers)),
);
