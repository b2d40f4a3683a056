/** The little of XML that a Word file uses, as a tree. Written for the checker, which must not share code with the writer. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/gy;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Throws when the text is not well-formed. */
export function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  let end = 0;
  for (const match of text.replace(/^\ufeff/, '').matchAll(token)) {
    end = match.index + match[0].length;
    const parent = open.at(-1);
    if (parent === undefined) throw new Error('XML closes more than it opened');
    const [whole, closing, opening, attributes = '', empty] = match;
    if (closing !== undefined) {
      if (parent.name !== closing) throw new Error(`XML closes ${closing} inside ${parent.name}`);
      open.pop();
    } else if (opening !== undefined) {
      const element = { name: opening, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (empty === '') open.push(element);
    } else if (!whole.startsWith('<')) {
      parent.children.push(decoded(whole));
    }
  }
  const first = root.children.find((child) => typeof child !== 'string');
  if (end !== text.length || open.length !== 1 || first === undefined)
    throw new Error('XML is not well-formed');
  return first;
}

export function childrenOf(element: Element | undefined, name?: string): Element[] {
  return (element?.children ?? []).filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element at a path of names below, or undefined. */
export function at(element: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((inner, name) => childrenOf(inner, name)[0], element);
}

/** Every element of a name, at any depth, in order. */
export function allOf(element: Element, name: string): Element[] {
  return childrenOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...allOf(child, name),
  ]);
}

export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name = '', a, b]) => [name, decoded(a ?? b ?? '')]),
  );
}

function decoded(text: string): string {
  return text.replace(/&(#x?[\da-fA-F]+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return entities[name] ?? whole;
  });
}
