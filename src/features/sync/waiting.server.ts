import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { countWaiting } from './queries/count-waiting.server.ts';
import { waiting as words } from './words.ts';

/** What the members' phones left for the actor: phones that may have lost something, and questions of identity. */
export async function phonesWaiting(ctx: ReadContext): Promise<Waiting[]> {
  const { reviews, phonesWithGaps } = await countWaiting(ctx);
  return [
    {
      key: 'lostSlips',
      href: '/dien-thoai?loc=mat',
      count: phonesWithGaps,
      text: words.lostSlips,
      detail: words.lostSlipsDetail,
      tone: 'hot',
      since: null,
    },
    {
      key: 'reviews',
      href: '/dien-thoai/can-xem',
      count: reviews,
      text: words.reviews,
      detail: words.reviewsDetail,
      tone: 'warm',
      since: null,
    },
  ];
}
