/**
 * Keeps one copy of each text. A slice of a piece of XML keeps the whole piece alive, and a list says "Ấp Mẫu 1"
 * thousands of times; both cost more memory than the list itself.
 */
export class TextStore {
  readonly #known = new Map<string, string>();

  keep(text: string): string {
    if (text.length > 64) return copy(text);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const kept = copy(text);
    // A store that grows without end would be another leak: most lists repeat themselves within far fewer.
    if (this.#known.size < 200_000) this.#known.set(kept, kept);
    return kept;
  }
}

function copy(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
