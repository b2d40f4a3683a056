/** The sentence that confirms what was just done: the page's own text for `?xong=<code>`; undefined when there is none. */
export function doneText(texts: Readonly<Record<string, string>>, url: URL): string | undefined {
  const code = url.searchParams.get('xong') ?? '';
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
}
