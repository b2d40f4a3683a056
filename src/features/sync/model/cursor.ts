import { isId, type Id } from '#shared/ids.ts';

/**
 * How far a phone has come with one hamlet. Phones keep it and give it back as it is; only the server reads it.
 * `filled`: a list was begun and its households have come up to this place in the order; null: it is complete.
 */
export interface Cursor {
  epoch: Id;
  view: string;
  revision: number;
  filled: FillKey | null;
}

/** A place in the order in which a hamlet's households are sent: who has most reasons first, then by id. */
export interface FillKey {
  reasons: number;
  id: Id;
}

/** Before the first household. */
export const nothingFilled: FillKey = { reasons: 99, id: '00000000-0000-7000-8000-000000000000' };

/** True when a household comes later in the order than the place. */
export function comesAfter(home: FillKey, place: FillKey): boolean {
  return home.reasons !== place.reasons ? home.reasons < place.reasons : home.id > place.id;
}

export function writeCursor(cursor: Cursor): string {
  const filled = cursor.filled === null ? '' : `${cursor.filled.reasons}_${cursor.filled.id}`;
  return [cursor.epoch, cursor.view, cursor.revision, filled].join('.');
}

/**
 * The revision alone: what operations tell as the state of things that their author saw. 0 for a text that is no cursor, and
 * while a list is still being filled: households that have not come anew may be shown as they were long ago.
 */
export function revisionOf(text: string): number {
  const cursor = readCursor(text);
  return cursor === null || cursor.filled !== null ? 0 : cursor.revision;
}

/** Null for a text that is no cursor: then the phone gets the whole list. */
export function readCursor(text: string): Cursor | null {
  const [epoch = '', view = '', revision = '', filled = ''] = text.split('.');
  if (!isId(epoch) || !/^\d{1,15}$/.test(revision)) return null;
  const [reasons = '', id = ''] = filled.split('_');
  if (filled !== '' && !(isId(id) && /^\d{1,2}$/.test(reasons))) return null;
  return {
    epoch,
    view,
    revision: Number(revision),
    filled: filled === '' ? null : { reasons: Number(reasons), id },
  };
}
