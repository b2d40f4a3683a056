import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const routesFolder = join(import.meta.dirname, '..', '..', 'src', 'routes');

/**
 * Every page of the site as its folder says, "/so-ho/[id]/sua" like: whoever adds a page adds it here too. An empty
 * +page.svelte is the address of a form, which only leads on, and no page.
 */
export function pagesOfSite(): string[] {
  return routesWith('+page.svelte');
}

/** Addresses that answer with a file instead of a page. */
const files = routesWith('+server.ts');

function routesWith(file: string, folder = routesFolder, route = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      const below = entry.name.startsWith('(') ? route : `${route}/${entry.name}`;
      return routesWith(file, join(folder, entry.name), below);
    }
    if (entry.name !== file) return [];
    return readFileSync(join(folder, entry.name), 'utf8').trim() === '' ? [] : [route || '/'];
  });
}

/** The page that answers a path, as SvelteKit chooses: a written segment before a parameter, from the left; null for a file. */
export function pageOfPath(pages: readonly string[], path: string): string | null {
  const rank = (route: string) => route.replace(/\[[^\]]+\]/g, '￿');
  const fits = (route: string) => new RegExp(`^${route.replace(/\[[^\]]+\]/g, '[^/]+')}$`).test(path);
  const [best] = [...pages, ...files].filter(fits).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return best !== undefined && pages.includes(best) ? best : null;
}

/** Where the links of a page lead on this site: paths with their query, each once, in the order of the page. */
export function linksOf(html: string): string[] {
  const found = [...html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  return [...new Set(found)];
}

export interface Walk {
  /** For each page reached, its first address. */
  reached: Map<string, string>;
  /** Links that this person was shown and that did not answer 200: "/x: 404, from /y". */
  broken: string[];
}

/** How many addresses of one page are opened: a second household may lead where the first does not. */
const samples = 3;

/** Follows the real links of the site from `start`, as one person, to a few addresses of every page. */
export async function walkSite(
  origin: string,
  cookie: string,
  pages: readonly string[],
  start: string,
): Promise<Walk> {
  const walk: Walk = { reached: new Map(), broken: [] };
  const opened = new Map<string, number>();
  const seen = new Set<string>();
  const queue = [{ address: start, from: '' }];
  for (let step = queue.shift(); step; step = queue.shift()) {
    const { address, from } = step;
    const url = new URL(address, origin + from);
    const target = url.pathname + url.search;
    if (url.origin !== origin || seen.has(target)) continue;
    seen.add(target);
    const page = pageOfPath(pages, url.pathname);
    const place = page ?? url.pathname.replace(/[0-9a-f-]{36}/g, '[id]');
    const times = opened.get(place) ?? 0;
    if (times >= samples) continue;
    opened.set(place, times + 1);
    const answer = await fetch(url, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
    const body = await answer.text();
    if (answer.status !== 200) {
      walk.broken.push(`${target}: ${answer.status}, from ${from || 'the start'}`);
      continue;
    }
    if (page === null) continue;
    if (!walk.reached.has(page)) walk.reached.set(page, target);
    for (const link of linksOf(body)) queue.push({ address: link, from: target });
  }
  return walk;
}
