import { isId } from '#shared/ids.ts';
import { classStates, type ClassState } from '#features/training/model/training-class.ts';

/** The conditions of the list as the address has them; what is none is left out. */
export function classFilter(asked: URLSearchParams) {
  const id = (name: string) => {
    const text = asked.get(name) ?? '';
    return isId(text) ? text : null;
  };
  const state = asked.get('loc');
  return {
    state: classStates.find((one) => one === state) ?? null,
    hamletId: id('ap'),
    topicId: id('chuyen-de'),
  };
}

/** The address of the same list with another state. */
export function filterHref(
  base: string,
  { hamletId, topicId }: { hamletId: string | null; topicId: string | null },
  state: ClassState | null,
): string {
  const query = new URLSearchParams();
  if (state !== null) query.set('loc', state);
  if (hamletId !== null) query.set('ap', hamletId);
  if (topicId !== null) query.set('chuyen-de', topicId);
  const text = query.toString();
  return text === '' ? base : `${base}?${text}`;
}
