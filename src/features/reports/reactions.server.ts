import type { Reaction } from '#platform/commands/events.server.ts';
import { Problem } from '#shared/problem.ts';
import { formNames, formWords as words } from './form-words.ts';
import { fillersOf, textSections } from './model/template.ts';
import { formsStanding } from './queries/form-drafts.server.ts';

/** A unit that a form gives a part is not ended: the form must give it to somebody else first. Throws `state.conflict`. */
export const refuseUnitInForm: Reaction = async (ctx, events) => {
  for (const { kind, definition } of await formsStanding(ctx)) {
    const filled = [...textSections(definition), ...definition.parts].flatMap(fillersOf);
    const asked = events.find(({ subjectId }) => filled.includes(subjectId));
    if (asked)
      throw new Problem('state.conflict', {
        message: words.unitStillAsked(String(asked.data['name']), formNames[kind]),
      });
  }
};
