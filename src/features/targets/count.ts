import type { Id } from '#shared/ids.ts';
import type { TargetDefinition } from './definition.ts';
import { mainVerdict, type Answer } from './evaluate.ts';
import type { Horizon, HouseholdFacts } from './facts.ts';
import type { Figure } from './figures.ts';

/** The verdict of a target on one household, or on one of its people. */
export interface Mark {
  subjectId: Id;
  belongs: Answer;
  reached: Answer;
}

/** The marks of a target that asks households or residents, in one household. What the server keeps in target_marks. */
export function marksIn(target: TargetDefinition, household: HouseholdFacts, horizon: Horizon): Mark[] {
  if (target.subject === 'group') return [];
  if (target.subject === 'household') {
    const { belongs, reached } = mainVerdict(target, { household, resident: null, group: null }, horizon);
    return belongs === false ? [] : [{ subjectId: household.id, belongs, reached }];
  }
  return household.residents.flatMap((resident) => {
    const { belongs, reached } = mainVerdict(target, { household, resident, group: null }, horizon);
    return belongs === false ? [] : [{ subjectId: resident.id, belongs, reached }];
  });
}

/** The figure that marks add up to: what the server keeps in target_counters. */
export function figureOf(marks: Iterable<Mark>): Figure {
  const figure = { population: 0, reached: 0, unknown: 0, uncertain: 0 };
  for (const { belongs, reached } of marks) {
    if (belongs === null) figure.uncertain += 1;
    if (belongs !== true) continue;
    figure.population += 1;
    if (reached === true) figure.reached += 1;
    if (reached === null) figure.unknown += 1;
  }
  return figure;
}
