import type { Id } from '#shared/ids.ts';
import { belongingEffects } from './apply/belonging-effects.ts';
import type { Effect, Homes, Teller } from './apply/effect.ts';
import { registerEffects } from './apply/register-effects.ts';
import { workEffects } from './apply/work-effects.ts';
import type { Operation } from './operation.ts';

const effects: Readonly<Record<string, Effect>> = { ...workEffects, ...registerEffects, ...belongingEffects };

/**
 * What an operation changes on the phone that made it, before the server has it: the same as the server will write when nobody
 * else interferes (a test compares the two). Laid over what the server sent, as often as one likes; touches copies only.
 * Gives the households that changed.
 */
export function applyOperation(homes: Homes, operation: Operation, teller: Teller): Id[] {
  return effects[operation.command]?.(homes, operation, teller) ?? [];
}

/** What it does to one household hangs on what stands in another: laid over both at once, or not at all. */
export const reachesAcross = (operation: Operation) => operation.command === 'resident.move';
