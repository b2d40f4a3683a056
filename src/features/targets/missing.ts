import type { Condition, TargetDefinition } from './definition.ts';
import { answerAbout, type About, type Answer } from './evaluate.ts';
import type { Horizon } from './facts.ts';
import { anyPriority } from './priority.ts';
import { sayCondition } from './sentence.ts';
import * as words from './words.ts';

/**
 * What one subject still lacks to be reached, in Vietnamese: each unmet part of the definition, marked "chưa rõ" where the
 * answer is not known. Empty when it is reached. Pure: the same on the phone.
 */
export function whatIsMissing(target: TargetDefinition, about: About, horizon: Horizon): string[] {
  return missing(target.reached, about, horizon);
}

function missing(given: Condition, about: About, horizon: Horizon): string[] {
  const answer: Answer = answerAbout(given, about, horizon);
  if (answer === true) return [];
  if ('all' in given) return given.all.flatMap((part) => missing(part, about, horizon));
  if ('any' in given) {
    const ways = given.any.map((part) => missing(part, about, horizon).join(words.and));
    return [ways.join(words.orElse)];
  }
  if ('fact' in given && given.fact === 'priority')
    return missing(anyPriority(given.reasons), about, horizon);
  const said = 'someResident' in given ? shortSome(given.someResident, horizon) : shortTest(given, horizon);
  return [answer === null ? words.notKnown(said) : words.notYet(said)];
}

function shortTest(given: Condition, horizon: Horizon): string {
  const short = 'fact' in given ? words.lacking(given) : null;
  return short ?? sayCondition(given, { from: horizon.from, to: horizon.planEnd });
}

// That they are alive goes without saying.
function shortSome(given: Condition, horizon: Horizon): string {
  const parts = ('all' in given ? given.all : [given]).filter(
    (part) => !('fact' in part) || part.fact !== 'resident_state',
  );
  return words.someResident(parts.map((part) => shortTest(part, horizon)).join(words.and));
}
