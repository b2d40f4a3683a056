import type { Route } from '../route.ts';

/** Screens on which one reads: whom to visit, the households, the targets. */
export const readingRoutes: readonly Route[] = [
  { path: '', tab: 'hom-nay', load: () => import('./Today.svelte') },
  { path: 'hom-nay', tab: 'hom-nay', load: () => import('./Today.svelte') },
];
