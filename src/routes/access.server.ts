import type { Access } from './door.server.ts';

/** Every route's own declaration, read from the route's files themselves. */
const declared = import.meta.glob<Access>('./**/+{page,server}.server.ts', {
  eager: true,
  import: '_access',
});
const endpoints = import.meta.glob<Access>('./**/+server.ts', { eager: true, import: '_access' });

const rules = new Map(
  Object.entries({ ...declared, ...endpoints }).map(([file, access]) => [
    file.slice(1).replace(/\/\+[^/]+$/, '') || '/',
    access,
  ]),
);

/** The rule of a route; undefined when none is declared, and then nobody may open it. */
export function accessOf(routeId: string): Access | undefined {
  return rules.get(routeId);
}
