import type { Actor } from '#platform/commands/actor.ts';
import { canOpenReviews } from '#features/sync/policy.ts';
import { formatCount } from '#shared/numbers.ts';
import { tabs as words } from './words.ts';

/** The rooms about phones that the actor may open; `waiting` is the number of open questions. */
export function phoneTabs(actor: Actor, current: 'phones' | 'look' | 'file', waiting: number) {
  const mayLook = canOpenReviews(actor);
  return [
    { label: words.phones, href: '/dien-thoai', current: current === 'phones' },
    ...(mayLook
      ? [
          {
            label: words.look,
            href: '/dien-thoai/can-xem',
            current: current === 'look',
            ...(waiting > 0 && { count: formatCount(waiting) }),
          },
          { label: words.file, href: '/dien-thoai/ban-giao', current: current === 'file' },
        ]
      : []),
  ];
}
