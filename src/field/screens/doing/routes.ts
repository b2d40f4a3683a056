import type { Route } from '../route.ts';

/** Screens on which one writes something down. */
export const doingRoutes: readonly Route[] = [];
