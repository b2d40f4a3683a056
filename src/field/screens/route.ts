import type { Component } from 'svelte';

/** The four places of the bar at the foot. */
export type Tab = 'hom-nay' | 'ho-dan' | 'chi-tieu' | 'toi';

/** A screen and where it is found: 'ho/:id/gap' gives the screen the property `id`. */
export interface Route {
  path: string;
  tab: Tab;
  /** Loaded when it is first shown; the worker has it on the phone. */
  // Each screen has properties of its own: the name parts of its path.
  // oxlint-disable-next-line typescript/no-explicit-any
  load: () => Promise<{ default: Component<any> }>;
}

/** The first route of an address, with what its name parts stand for. */
export function findRoute(
  routes: readonly Route[],
  parts: readonly string[],
): { route: Route; given: Record<string, string> } | null {
  for (const route of routes) {
    const wanted = route.path.split('/').filter(Boolean);
    if (wanted.length !== parts.length) continue;
    const given: Record<string, string> = {};
    const fits = wanted.every((name, index) => {
      const part = parts[index] ?? '';
      if (!name.startsWith(':')) return name === part;
      given[name.slice(1)] = part;
      return true;
    });
    if (fits) return { route, given };
  }
  return null;
}
