import { Formatting } from './formatting.ts';
import type { Seen, SeenTable } from './formatting.ts';
import { allOf, at, childrenOf, parseXml } from './xml.ts';
import type { Element } from './xml.ts';

export type Item = { paragraph: Seen; table?: never } | { table: SeenTable; paragraph?: never };

export interface SeenSection {
  page: Record<string, string>;
  margins: Record<string, string>;
  /** Width of the text in twips. */
  width: number;
  titlePage: boolean;
  firstNumber: string | undefined;
  header: Seen[];
  firstHeader: Seen[];
  items: Item[];
}

/** The sections of a Word file (body, then annexes) as a reader sees them. */
export function readSections(parts: ReadonlyMap<string, string>): SeenSection[] {
  const formatting = new Formatting(parts);
  const body = at(parseXml(parts.get('word/document.xml') ?? '<none/>'), 'w:body');
  const sections: SeenSection[] = [];
  let items: Item[] = [];
  for (const element of childrenOf(body)) {
    const end = element.name === 'w:sectPr' ? element : at(element, 'w:pPr', 'w:sectPr');
    if (element.name === 'w:p') items.push({ paragraph: formatting.paragraph(element) });
    if (element.name === 'w:tbl') items.push({ table: formatting.table(element) });
    if (end === undefined) continue;
    sections.push(sectionOf(end, items, parts, formatting));
    items = [];
  }
  return sections;
}

function sectionOf(
  end: Element,
  items: Item[],
  parts: ReadonlyMap<string, string>,
  formatting: Formatting,
): SeenSection {
  const page = at(end, 'w:pgSz')?.attributes ?? {};
  const margins = at(end, 'w:pgMar')?.attributes ?? {};
  const header = (type: string) => {
    const reference = childrenOf(end, 'w:headerReference').find((item) => item.attributes['w:type'] === type);
    const part = partOf(parts, reference?.attributes['r:id']);
    return part === undefined ? [] : allOf(part, 'w:p').map((element) => formatting.paragraph(element));
  };
  return {
    page,
    margins,
    width: Number(page['w:w']) - Number(margins['w:left']) - Number(margins['w:right']),
    titlePage: at(end, 'w:titlePg') !== undefined,
    firstNumber: at(end, 'w:pgNumType')?.attributes['w:start'],
    header: header('default'),
    firstHeader: header('first'),
    items,
  };
}

function partOf(parts: ReadonlyMap<string, string>, id: string | undefined): Element | undefined {
  const relations = parseXml(parts.get('word/_rels/document.xml.rels') ?? '<none/>');
  const target = childrenOf(relations).find((relation) => relation.attributes['Id'] === id)?.attributes[
    'Target'
  ];
  const text = target === undefined ? undefined : parts.get(`word/${target}`);
  return text === undefined ? undefined : parseXml(text);
}
