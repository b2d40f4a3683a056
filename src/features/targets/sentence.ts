import type { Condition, TargetDefinition } from './definition.ts';
import * as words from './words.ts';

/** Of which period the sentence speaks, and how the catalogue names the domains. */
export interface SentenceContext {
  from: string;
  to: string;
  domainNames?: Record<string, string>;
}

/** The definition in plain Vietnamese: who is asked about, when somebody counts as reached, what is wanted (R28, law 5). */
export function explainTarget(target: TargetDefinition, context: SentenceContext): string {
  const population = `${words.everyone[target.subject]} ${sayCondition(target.population, context)}`;
  const goal =
    target.goal.kind === 'rate'
      ? words.goalRate(target.goal.floor, target.goal.ambition)
      : words.goalCount(target.goal.atLeast, target.unit);
  const reached = words.reachedSentence(population, sayCondition(target.reached, context));
  return target.goal.kind === 'rate' ? `${reached} ${goal} ${words.unknownSentence}` : `${reached} ${goal}`;
}

/** One condition as the end of a sentence: "đang cư trú", "từ đủ 14 tuổi, và thường trú". */
export function sayCondition(given: Condition, context: SentenceContext): string {
  if ('all' in given) return given.all.map((part) => grouped(part, context)).join(words.and);
  if ('any' in given) return given.any.map((part) => grouped(part, context)).join(words.or);
  if ('not' in given) return words.notSo(sayCondition(given.not, context));
  if ('someResident' in given) return words.someResident(sayCondition(given.someResident, context));
  switch (given.fact) {
    case 'group_state':
      return given.in.map((state) => words.groupState[state]).join(words.or);
    case 'resident_state':
    case 'residence':
    case 'age':
    case 'vulnerable':
    case 'smartphone':
    case 'digital':
    case 'skilled':
      return words.residentTest(given);
    default:
      return words.householdTest(given, words.within(context.from, context.to), context.domainNames ?? {});
  }
}

// Nested all/any get brackets, so that the sentence has one reading only.
function grouped(part: Condition, context: SentenceContext): string {
  const text = sayCondition(part, context);
  return ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1)
    ? `(${text})`
    : text;
}
