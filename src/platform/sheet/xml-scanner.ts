import { Problem } from '#shared/problem.ts';
import * as words from './words.ts';
import { maxCellLength } from './workbook.ts';

export interface XmlHandler {
  /** `tag` is what stands between < and >, for `attribute`; `name` is without its prefix. A tag closed in itself is followed by `close`. */
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
}

// Longer than any text of 32,767 characters written as entities.
const longest = 400_000;

/**
 * Reads XML piece by piece and keeps nothing but the piece that is not finished. It knows as much of XML as the parts
 * of a workbook use; a DOCTYPE, which they never have and with which all entity attacks begin, is refused (B2).
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  feed(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let from = 0;
    for (;;) {
      const start = text.indexOf('<', from);
      if (start < 0) break;
      if (start > from) this.#handler.text(text.slice(from, start));
      const end = this.#markup(text, start);
      from = end < 0 ? start : end;
      if (end < 0) break;
    }
    this.#rest = text.slice(from);
    if (this.#rest.length <= longest) return;
    if (this.#rest.startsWith('<')) throw new Problem('file.unreadable', { message: words.damaged });
    throw new Problem('file.too_large', { message: words.textTooLong(maxCellLength) });
  }

  end(): void {
    if (this.#rest.trim() !== '') throw new Problem('file.unreadable', { message: words.damaged });
  }

  /** Handles the markup that begins at `start`; returns where it ends, or -1 while its end has not come. */
  #markup(text: string, start: number): number {
    const second = text.charCodeAt(start + 1);
    if (second === 0x21) return this.#declaration(text, start);
    if (second === 0x3f) return after(text, '?>', start);
    const end = tagEnd(text, start);
    if (end < 0) return -1;
    if (second === 0x2f) {
      this.#handler.close(localName(text, start + 2, end));
      return end + 1;
    }
    const closed = text.charCodeAt(end - 1) === 0x2f;
    const tag = text.slice(start + 1, closed ? end - 1 : end);
    const name = localName(tag, 0, tag.length);
    this.#handler.open(name, tag);
    if (closed) this.#handler.close(name);
    return end + 1;
  }

  #declaration(text: string, start: number): number {
    if (text.startsWith('<!--', start)) return after(text, '-->', start + 4);
    if (text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start);
      if (end < 0) return -1;
      this.#handler.text(text.slice(start + 9, end).replaceAll('&', '&amp;'));
      return end + 3;
    }
    if (text.length - start < 9) return -1;
    throw new Problem('file.unreadable', { message: words.forbiddenXml });
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

function tagEnd(text: string, start: number): number {
  let quote = 0;
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return index;
    else if (code === 0x22 || code === 0x27) quote = code;
  }
  return -1;
}

function localName(text: string, from: number, to: number): string {
  let begin = from;
  let index = from;
  for (; index < to; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x3a) begin = index + 1;
    else if (code <= 0x20) break;
  }
  return text.slice(begin, index);
}

/** The value of an attribute (with or without a prefix), entities resolved; undefined when the tag has none. */
export function attribute(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(name, 1); at > 0; at = tag.indexOf(name, at + 1)) {
    const before = tag.charCodeAt(at - 1);
    if (before > 0x20 && before !== 0x3a) continue;
    const value = at + name.length + 2;
    if (tag.charCodeAt(value - 2) === 0x3d && tag.charCodeAt(value - 1) === 0x22) {
      const end = tag.indexOf('"', value);
      return end < 0 ? undefined : xmlText(tag.slice(value, end));
    }
    const found = /^\s*=\s*(["'])/.exec(tag.slice(at + name.length, at + name.length + 8));
    if (!found) continue;
    const from = at + name.length + found[0].length;
    const to = tag.indexOf(found[1] ?? '"', from);
    return to < 0 ? undefined : xmlText(tag.slice(from, to));
  }
  return undefined;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its entities resolved. What no XML may hold (NUL, half a surrogate pair, an entity of its own) makes the file unreadable. */
export function xmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,12});?/g, (_, entity: string) => {
    const code = entity.startsWith('#x')
      ? Number.parseInt(entity.slice(2), 16)
      : entity.startsWith('#')
        ? Number.parseInt(entity.slice(1), 10)
        : undefined;
    const resolved =
      code === undefined ? named[entity] : isXmlCharacter(code) ? String.fromCodePoint(code) : undefined;
    if (resolved === undefined) throw new Problem('file.unreadable', { message: words.damaged });
    return resolved;
  });
}

function isXmlCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
