import type { RequestEvent } from '@sveltejs/kit';
import { keepCatalogueEntry } from '#features/plans/commands.server.ts';
import { catalogueKinds, type CatalogueKind } from '#features/plans/model.ts';
import type { CatalogueEntry } from '#features/plans/queries.server.ts';
import { act, type FormValues } from '#routes/door.server.ts';

/** The kind that a URL or a form names; platforms when it names none. */
export function kindOf(name: string | null): CatalogueKind {
  return catalogueKinds.find((kind) => kind === name) ?? 'platform';
}

/** Saves what the form sent. What was not chosen is left out; for a platform the pillar must be. */
export async function saveEntry(
  event: RequestEvent,
  values: FormValues,
  entry: { entryId?: string; kind: CatalogueKind; code: string },
) {
  const { tracks, pillar, domains, ...rest } = values;
  const outcome = await act(event, keepCatalogueEntry, {
    ...rest,
    ...(entry.kind === 'platform' && { pillar: pillar ?? '', domains: domains ?? [] }),
    ...(tracks && { tracks }),
    ...entry,
  });
  if (outcome.problem) {
    outcome.problem.data.problem.values = values;
  }
  return outcome;
}

/** An entry as its form would send it. */
export function valuesOf(entry: CatalogueEntry): FormValues {
  const { details } = entry;
  const said = (name: string) => (typeof details[name] === 'string' ? details[name] : '');
  return {
    name: entry.name,
    position: String(entry.position),
    pillar: said('pillar'),
    domains: Array.isArray(details.domains) ? details.domains.map(String) : [],
    purpose: said('purpose'),
    link: said('link'),
    checkedOn: said('checkedOn'),
    tracks: said('tracks'),
    mass: details.mass === true ? 'yes' : 'no',
    marketplace: details.marketplace === true ? 'yes' : 'no',
  };
}

/** Where the list of a kind stands. */
export const listHref = (kind: CatalogueKind, done: string) => `/danh-muc?loai=${kind}&xong=${done}`;
