import type { FaceName } from '../faces.server.ts';

/** A stretch of a line in one face; a blank behind it belongs to it where `blank` says how wide. */
export interface Word {
  parts: { text: string; face: FaceName; width: number }[];
  /** Without the blank behind it. */
  width: number;
  /** Width of the blanks behind it; 0 where a line may break without one ("KH-UBND"). */
  blank: number;
}

export interface Line {
  words: Word[];
  /** Without the blanks at its end. */
  width: number;
}

/** Text in one face. */
export interface Stretch {
  text: string;
  face: FaceName;
}

type Measure = (text: string, face: FaceName) => number;

/**
 * Breaks a text into lines as a word processor does: at blanks and behind hyphens between letters; a word that is wider
 * than a line is cut. `first` and `rest` are the widths of the first and of the other lines.
 */
export function linesOf(
  stretches: readonly Stretch[],
  first: number,
  rest: number,
  measure: Measure,
): Line[] {
  const lines: Line[] = [];
  let line: Line = { words: [], width: 0 };
  let open = 0;
  for (const word of wordsOf(stretches, measure)) {
    for (const piece of cut(word, Math.min(first, rest), measure)) {
      const available = lines.length === 0 ? first : rest;
      if (line.words.length > 0 && open + piece.width > available + 0.01) {
        lines.push(line);
        line = { words: [], width: 0 };
        open = 0;
      }
      line.words.push(piece);
      line.width = open + piece.width;
      open = line.width + piece.blank;
    }
  }
  return [...lines, line];
}

function wordsOf(stretches: readonly Stretch[], measure: Measure): Word[] {
  const words: Word[] = [];
  let word: Word = { parts: [], width: 0, blank: 0 };
  let mayBreak = false;
  const close = () => {
    if (word.parts.length > 0 || word.blank > 0) words.push(word);
    word = { parts: [], width: 0, blank: 0 };
    mayBreak = false;
  };
  for (const { text, face } of stretches) {
    // A hyphen or dash between letters ends a word, so that a line may break behind it.
    for (const token of text.match(/ +|[^ ]*?[\p{L}\d][-–—](?=\p{L}{2})|[^ ]+/gu) ?? []) {
      if (token.startsWith(' ')) {
        word.blank += measure(token, face);
        continue;
      }
      if (word.blank > 0 || mayBreak) close();
      const width = measure(token, face);
      word.parts.push({ text: token, face, width });
      word.width += width;
      mayBreak = /[\p{L}\d][-–—]$/u.test(token);
    }
  }
  close();
  return words;
}

function cut(word: Word, available: number, measure: Measure): Word[] {
  if (word.width <= available) return [word];
  const pieces: Word[] = [];
  let piece: Word = { parts: [], width: 0, blank: 0 };
  for (const { text, face } of word.parts) {
    for (const letter of text) {
      const width = measure(letter, face);
      if (piece.width + width > available && piece.parts.length > 0) {
        pieces.push(piece);
        piece = { parts: [], width: 0, blank: 0 };
      }
      const last = piece.parts.at(-1);
      if (last?.face === face) {
        last.text += letter;
        last.width += width;
      } else piece.parts.push({ text: letter, face, width });
      piece.width += width;
    }
  }
  return [...pieces, { ...piece, blank: word.blank }];
}
