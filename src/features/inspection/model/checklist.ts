import type { FigureCode } from './known-figures.ts';

/** A question of the checklist. Its code stays when its words change. */
export interface Question {
  code: string;
  text: string;
  /** What the product knows of it. */
  figure: FigureCode | null;
}

export interface Checklist {
  id: string;
  version: number;
  questions: Question[];
}

export const mostQuestions = 40;

/** The next code of a question of the commune's own: 'own_3' after 'own_2'; never one that any version had. */
export function nextCodes(taken: Iterable<string>, count: number): string[] {
  const numbers = [...taken].map((code) => Number(/^own_(\d+)$/.exec(code)?.[1] ?? 0));
  const last = Math.max(0, ...numbers);
  return Array.from({ length: count }, (_, nth) => `own_${last + nth + 1}`);
}
