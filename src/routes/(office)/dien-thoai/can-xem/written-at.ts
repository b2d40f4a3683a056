import { at, unknown } from './words.ts';

/** A moment of an answer (ISO 8601) as people read it. */
export function writtenAt(moment: string | null): string {
  return moment === null ? unknown : at(new Date(moment));
}
