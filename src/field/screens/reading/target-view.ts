import type { Id } from '#shared/ids.ts';
import type { HamletFigures } from '#features/sync/model/book.ts';
import { planLineOn, type Figure } from '#features/targets/figures.ts';
import { showTarget, type ShownTarget } from '#features/targets/shown-target.ts';
import type { TargetDefinition } from '#features/targets/definition.ts';
import type { Register } from '../../register/register.ts';

/** A target of a hamlet as the phone shows it. */
export interface PhoneTarget {
  definition: TargetDefinition;
  figure: Figure;
  shown: ShownTarget;
  /** The figure asks what this phone may not know: it is the server's, of this moment. Null: counted here, now. */
  countedAt: Date | null;
}

/** The plan's targets that a hamlet has; a plain number ("ít nhất 5 mô hình") is wanted of the commune. */
export function targetsOf(register: Register, scope: Id, told: HamletFigures | undefined): PhoneTarget[] {
  const { book, today } = register;
  const plan = book?.plan;
  if (!book || !plan) return [];
  return book.targets
    .filter((definition) => definition.goal.kind === 'rate')
    .map((definition) => {
      const given = told?.targets[definition.code];
      const figure = given ?? register.figure(definition, scope);
      const line = planLineOn(definition.goal, definition.planLine, plan, today);
      return {
        definition,
        figure,
        shown: showTarget(definition, figure, line, null, today),
        countedAt: given && told ? new Date(told.at) : null,
      };
    });
}
