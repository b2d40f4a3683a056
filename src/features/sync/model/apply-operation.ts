import type { Id } from '#shared/ids.ts';
import type { Effect, Homes, Teller } from './apply/effect.ts';
import { registerEffects } from './apply/register-effects.ts';
import { workEffects } from './apply/work-effects.ts';
import type { Operation } from './operation.ts';

const effects: Readonly<Record<string, Effect>> = { ...workEffects, ...registerEffects };

/**
 * What an operation changes on the phone that made it, before the server has it: the same as the server will write when nobody
 * else interferes (a test compares the two). Laid over what the server sent, as often as one likes; touches copies only.
 * Gives the households that changed.
 */
export function applyOperation(homes: Homes, operation: Operation, teller: Teller): Id[] {
  return effects[operation.command]?.(homes, operation, teller) ?? [];
}
