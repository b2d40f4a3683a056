import type { ReadContext } from '#platform/commands/command.server.ts';
import { countWaiting } from '#features/sync/queries/count-waiting.server.ts';
import type { NeedTile } from './office.server.ts';
import { need as words } from './words.ts';

/** What the members' phones left for the actor: questions of identity, and phones that may have lost something. */
export async function phoneNeeds(ctx: ReadContext): Promise<NeedTile[]> {
  const { reviews, phonesWithGaps } = await countWaiting(ctx);
  const tiles: NeedTile[] = [
    {
      key: 'lostSlips',
      href: '/dien-thoai?loc=mat',
      count: phonesWithGaps,
      text: words.lostSlips,
      detail: words.lostSlipsDetail,
      tone: 'hot',
    },
    {
      key: 'reviews',
      href: '/dien-thoai/can-xem',
      count: reviews,
      text: words.reviews,
      detail: words.reviewsDetail,
      tone: 'warm',
    },
  ];
  return tiles.filter((tile) => tile.count > 0);
}
