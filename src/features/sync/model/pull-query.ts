import { isId, type Id } from '#shared/ids.ts';
import type { PullQuery } from './lines.ts';

/** Reads the question of a pull from the address; what is not understood is as if it were not there, and the answer is whole. */
export function readPullQuery(query: unknown): PullQuery {
  const given: Record<string, unknown> =
    typeof query === 'object' && query !== null ? Object.fromEntries(Object.entries(query)) : {};
  const one = (value: unknown) => (typeof value === 'string' ? value : null);
  const scopes = Array.isArray(given['scope']) ? (given['scope'] as readonly unknown[]) : [given['scope']];
  const epoch = one(given['epoch']);
  return {
    epoch: epoch !== null && isId(epoch) ? epoch : null,
    book: one(given['book']),
    scopes: Object.fromEntries(
      scopes.flatMap((value): [Id, string][] => {
        const [id = '', cursor = ''] = (one(value) ?? '').split(':');
        return isId(id) ? [[id, cursor]] : [];
      }),
    ),
  };
}

/** Writes the question of a pull as the part of the address after '?'. */
export function writePullQuery(query: PullQuery): string {
  const search = new URLSearchParams();
  if (query.epoch !== null) search.set('epoch', query.epoch);
  if (query.book !== null) search.set('book', query.book);
  for (const [id, cursor] of Object.entries(query.scopes)) search.append('scope', `${id}:${cursor}`);
  return search.toString();
}
