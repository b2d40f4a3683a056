import type { Route } from '../route.ts';

/** Screens about the phone and its owner: receipts, what to look at, PIN, guidance cards. */
export const meRoutes: readonly Route[] = [
  { path: 'toi', tab: 'toi', load: () => import('./Me.svelte') },
  { path: 'toi/gui', tab: 'toi', load: () => import('./Sending.svelte') },
  { path: 'toi/can-xem', tab: 'toi', load: () => import('./Attention.svelte') },
  { path: 'toi/du-lieu', tab: 'toi', load: () => import('./OnPhone.svelte') },
  { path: 'toi/ma-pin', tab: 'toi', load: () => import('./ChangePin.svelte') },
  { path: 'toi/xoa', tab: 'toi', load: () => import('./Forget.svelte') },
  { path: 'toi/tap-huan', tab: 'toi', load: () => import('./Training.svelte') },
  { path: 'huong-dan', tab: 'toi', load: () => import('./GuidanceList.svelte') },
  { path: 'huong-dan/:ma', tab: 'toi', load: () => import('./Guidance.svelte') },
];
