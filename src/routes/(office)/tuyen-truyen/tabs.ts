import { tabs as words } from './words.ts';

/** The parts of the room. */
export function tabsOf(current: 'sessions' | 'campaigns' | 'contents') {
  return [
    { label: words.sessions, href: '/tuyen-truyen', current: current === 'sessions' },
    { label: words.campaigns, href: '/tuyen-truyen/dot', current: current === 'campaigns' },
    { label: words.contents, href: '/tuyen-truyen/noi-dung', current: current === 'contents' },
  ];
}
