import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { fewNames } from '#shared/few-names.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { daysLate } from './model/helper.ts';
import { helperBook } from './queries/helper-book.server.ts';
import { listHelpedBy, listHelpers, type Helper } from './queries/helpers.server.ts';
import { waiting as words } from './words.ts';

/**
 * What waits about helpers (R27): for a member the calls that are due, for who leads a hamlet those that its members are late
 * with, and the households in which nobody can and to which nobody comes.
 */
export async function helpersWaiting(ctx: ReadContext): Promise<Waiting[]> {
  const { actor } = ctx;
  const due = actor.memberId === null ? [] : await listHelpedBy(ctx, actor.memberId);
  const tiles = [tile(ctx, 'own', '/nguoi-giup?xem=den-hen', due, 0)];
  for (const hamletId of hamletsOf(actor, 'hamlet_team_leader', 'hamlet_head')) {
    const others = (await listHelpers(ctx, hamletId)).filter((one) => one.memberId !== actor.memberId);
    tiles.push(tile(ctx, 'late', `/nguoi-giup?xem=den-hen&ap=${hamletId}`, others, 1));
    const { counts, rows } = await helperBook(ctx, { hamletId, show: 'nobody' }, 5);
    tiles.push({
      key: `helpers nobody ${hamletId}`,
      href: `/nguoi-giup?xem=chua-ai&ap=${hamletId}`,
      count: counts.nobody,
      text: words.nobody,
      detail: fewNames(
        rows.map((one) => one.headName),
        'hộ',
      ),
      tone: 'calm',
      since: null,
    });
  }
  return tiles;
}

/** Households whose call is late by at least so many days; hot once a whole turn was missed. */
function tile(
  ctx: ReadContext,
  key: 'own' | 'late',
  href: string,
  helpers: readonly Helper[],
  from: number,
): Waiting {
  const due = helpers.filter((one) => (daysLate(one, ctx.today) ?? -1) >= from);
  const names = key === 'own' ? due.map((one) => one.headName) : due.map((one) => one.memberName);
  return {
    key: `helpers ${key}`,
    href,
    count: due.length,
    text: words[key],
    detail: fewNames([...new Set(names)], key === 'own' ? 'hộ' : 'người'),
    tone: due.some((one) => (daysLate(one, ctx.today) ?? 0) >= one.everyDays) ? 'hot' : 'warm',
    since: due[0]?.nextCallOn ?? null,
  };
}
