import type { Actor } from '#platform/commands/actor.ts';
import { isId, type Id } from '#shared/ids.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { canSeeAllVisits } from '#features/visits/policy.ts';
import type { HelperShow } from '#features/visits/queries/helper-book.server.ts';

const shows = {
  'den-hen': 'due',
  'chua-ai': 'nobody',
  'chua-ro': 'unknown',
  'da-cu': 'helped',
  'tu-lam': 'able',
} as const satisfies Record<string, HelperShow>;
export type ShowName = keyof typeof shows;
/** In the order of the chips. */
export const showNames: readonly ShowName[] = ['den-hen', 'chua-ai', 'chua-ro', 'da-cu', 'tu-lam'];
export const showOf = (name: ShowName): HelperShow => shows[name];

/** What the address of the book asks for; who works in hamlets sees one of them at a time. */
export function filterOf(url: URL, actor: Actor) {
  const asked = url.searchParams.get('ap');
  const own = hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head');
  const wanted = asked !== null && isId(asked) ? asked : null;
  const hamletId: Id | null = canSeeAllVisits(actor) ? wanted : (wanted ?? own[0] ?? null);
  const name = showNames.find((one) => one === url.searchParams.get('xem')) ?? null;
  const after = url.searchParams.get('sau');
  return {
    hamletId,
    own,
    name,
    show: name === null ? null : shows[name],
    after: after !== null && isId(after) ? after : null,
  };
}
