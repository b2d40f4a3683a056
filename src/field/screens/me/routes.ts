import type { Route } from '../route.ts';

/** Screens about the phone and its owner: receipts, what to look at, PIN, guidance cards. */
export const meRoutes: readonly Route[] = [];
