import type { Actor } from '#platform/commands/actor.ts';
import { may, mayInCommune } from './predicate.ts';
import { marker, restrictedMarker, type Spot } from './spot.ts';

/** What an answer tells that the actor may not know; empty when nothing. */
export function leaksIn(actor: Actor, answer: unknown, spots: readonly Spot[]): string[] {
  const text =
    JSON.stringify(answer, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ??
    '';
  const found: string[] = [];
  for (const spot of spots) {
    const { hamletId, key } = spot;
    const sees = spot.here && may(actor, 'register.read', { hamletId });
    if (!sees && text.includes(marker(key))) found.push(`people of ${key}`);
    const sensitive =
      sees && may(actor, 'register.restricted', { hamletId, responsibleMemberId: spot.memberId });
    if (!sensitive && text.includes(restrictedMarker(key))) found.push(`restricted fields of ${key}`);
  }
  // Whoever was paid stands on vouchers only.
  if (!mayInCommune(actor, 'budget.vouchers') && text.includes(marker('budget'))) found.push('a voucher');
  const knows = spots.some(
    (spot) =>
      spot.here &&
      may(actor, 'register.restricted', { hamletId: spot.hamletId, responsibleMemberId: spot.memberId }),
  );
  return knows ? found : [...found, ...restrictedIn(answer)];
}

/** Restricted fields that say something, wherever in an answer: policy class, flag, reason. */
function restrictedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(restrictedIn);
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]): string[] => {
    if (name.startsWith('poverty') && inner !== null) return [`${name}: ${JSON.stringify(inner)}`];
    if (name === 'vulnerable' && inner === true) return ['vulnerable'];
    if (name === 'reasons' && Array.isArray(inner) && inner.includes('vulnerable'))
      return ['reason vulnerable'];
    // A target's own definition names the rule for everybody, and nobody in particular.
    return name === 'definition' || name === 'stored' ? [] : restrictedIn(inner);
  });
}
