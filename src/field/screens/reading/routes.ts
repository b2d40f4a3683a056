import type { Route } from '../route.ts';

/** Screens on which one reads: whom to visit, the households, the targets. */
export const readingRoutes: readonly Route[] = [
  { path: '', tab: 'hom-nay', load: () => import('./Today.svelte') },
  { path: 'hom-nay', tab: 'hom-nay', load: () => import('./Today.svelte') },
  { path: 'ho-dan', tab: 'ho-dan', load: () => import('./Households.svelte') },
  { path: 'ho/:id', tab: 'ho-dan', load: () => import('./Household.svelte') },
  { path: 'chi-tieu', tab: 'chi-tieu', load: () => import('./Targets.svelte') },
  { path: 'chi-tieu/:ma', tab: 'chi-tieu', load: () => import('./Target.svelte') },
];
