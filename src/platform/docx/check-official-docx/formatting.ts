/**
 * What a reader of the Word file sees: every paragraph with the formatting that results from the document's defaults,
 * its style with all styles below it, its numbering and its own. Lengths in twips, letters in points.
 */
import { allOf, at, childrenOf, parseXml, textOf } from './xml.ts';
import type { Element } from './xml.ts';

export interface SeenRun {
  text: string;
  bold: boolean;
  italic: boolean;
  size: number;
  faces: (string | undefined)[];
  color: string;
}

export interface Seen {
  text: string;
  runs: SeenRun[];
  /** Word's own number before the text: its format and pattern. */
  label: { format: string; pattern: string } | null;
  outline: number | null;
  align: string;
  left: number;
  right: number;
  firstLine: number;
  before: number;
  after: number;
  line: number;
  lineRule: string;
  lineBelow: boolean;
  /** What a picture in it shows, told to whoever does not see it; null where there is no picture. */
  picture: { alt: string; width: number } | null;
  fields: string[];
}

export interface SeenCell {
  width: number;
  paragraphs: Seen[];
}

export interface SeenTable {
  bordered: boolean;
  rows: { header: boolean; whole: boolean; cells: SeenCell[] }[];
}

export class Formatting {
  private readonly styles: Map<string, Element>;
  private readonly defaults: Element;
  private readonly numbering: Element | undefined;

  constructor(parts: ReadonlyMap<string, string>) {
    this.defaults = parseXml(parts.get('word/styles.xml') ?? '<none/>');
    this.styles = new Map(
      childrenOf(this.defaults, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]),
    );
    const numbering = parts.get('word/numbering.xml');
    this.numbering = numbering === undefined ? undefined : parseXml(numbering);
  }

  paragraph(element: Element): Seen {
    const own = at(element, 'w:pPr');
    const chain = this.chain(at(own, 'w:pStyle')?.attributes['w:val'] ?? 'Normal');
    const level = this.level([...chain.map((style) => at(style, 'w:pPr')), own]);
    const sources = [
      at(this.defaults, 'w:docDefaults', 'w:pPrDefault', 'w:pPr'),
      at(level, 'w:pPr'),
      ...chain.map((style) => at(style, 'w:pPr')),
      own,
    ];
    const value = (name: string, key: string) =>
      sources.map((source) => at(source, name)?.attributes[key]).findLast((found) => found !== undefined);
    const number = (name: string, key: string) => Number(value(name, key) ?? 0);
    const outline = value('w:outlineLvl', 'w:val');
    const border = lastBorder(sources);
    const runs = allOf(element, 'w:r').map((run) => this.run(run, chain));
    return {
      text: runs.map((run) => run.text).join(''),
      runs: runs.filter((run) => run.text.trim() !== ''),
      label:
        level === undefined
          ? null
          : {
              format: at(level, 'w:numFmt')?.attributes['w:val'] ?? '',
              pattern: at(level, 'w:lvlText')?.attributes['w:val'] ?? '',
            },
      outline: outline === undefined ? null : Number(outline),
      align: value('w:jc', 'w:val') ?? 'left',
      left: number('w:ind', 'w:left'),
      right: number('w:ind', 'w:right'),
      firstLine: number('w:ind', 'w:firstLine'),
      before: number('w:spacing', 'w:before'),
      after: number('w:spacing', 'w:after'),
      line: Number(value('w:spacing', 'w:line') ?? 240),
      lineRule: value('w:spacing', 'w:lineRule') ?? 'auto',
      lineBelow: border === 'single',
      picture: pictureOf(element),
      fields: allOf(element, 'w:instrText').map((field) => textOf(field).trim()),
    };
  }

  table(element: Element): SeenTable {
    const border = at(element, 'w:tblPr', 'w:tblBorders', 'w:insideH')?.attributes['w:val'];
    return {
      bordered: border === 'single',
      rows: childrenOf(element, 'w:tr').map((row) => ({
        header: isOn(at(row, 'w:trPr', 'w:tblHeader')),
        whole: isOn(at(row, 'w:trPr', 'w:cantSplit')),
        cells: childrenOf(row, 'w:tc').map((cell) => ({
          width: Number(at(cell, 'w:tcPr', 'w:tcW')?.attributes['w:w'] ?? 0),
          paragraphs: childrenOf(cell, 'w:p').map((paragraph) => this.paragraph(paragraph)),
        })),
      })),
    };
  }

  private run(element: Element, chain: Element[]): SeenRun {
    const sources = [
      at(this.defaults, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'),
      ...chain.map((style) => at(style, 'w:rPr')),
      at(element, 'w:rPr'),
    ];
    const last = (name: string) =>
      sources.map((source) => at(source, name)).findLast((found) => found !== undefined);
    const fonts = (key: string) =>
      sources
        .map((source) => at(source, 'w:rFonts')?.attributes[key])
        .findLast((found) => found !== undefined);
    const text = childrenOf(element, 'w:t').map(textOf).join('');
    return {
      text: isOn(last('w:caps')) ? text.toLocaleUpperCase('vi') : text,
      bold: isOn(last('w:b')),
      italic: isOn(last('w:i')),
      size: Number(last('w:sz')?.attributes['w:val'] ?? 0) / 2,
      faces: ['w:ascii', 'w:hAnsi', 'w:cs', 'w:eastAsia'].map(fonts),
      color: last('w:color')?.attributes['w:val'] ?? 'auto',
    };
  }

  /** A style with all that it is based on, the deepest first. */
  private chain(id: string): Element[] {
    const style = this.styles.get(id);
    if (style === undefined) return [];
    const base = at(style, 'w:basedOn')?.attributes['w:val'];
    return [...(base === undefined || base === id ? [] : this.chain(base)), style];
  }

  private level(sources: (Element | undefined)[]): Element | undefined {
    const found = sources
      .map((source) => at(source, 'w:numPr'))
      .findLast((numbering) => numbering !== undefined);
    const id = at(found, 'w:numId')?.attributes['w:val'];
    const depth = at(found, 'w:ilvl')?.attributes['w:val'] ?? '0';
    const list = childrenOf(this.numbering, 'w:num').find((item) => item.attributes['w:numId'] === id);
    const abstract = at(list, 'w:abstractNumId')?.attributes['w:val'];
    const definition = childrenOf(this.numbering, 'w:abstractNum').find(
      (item) => abstract !== undefined && item.attributes['w:abstractNumId'] === abstract,
    );
    return childrenOf(definition, 'w:lvl').find((item) => item.attributes['w:ilvl'] === depth);
  }
}

function lastBorder(sources: (Element | undefined)[]): string | undefined {
  return sources
    .map((source) => at(source, 'w:pBdr', 'w:bottom')?.attributes['w:val'])
    .findLast((found) => found !== undefined);
}

function isOn(element: Element | undefined): boolean {
  return element !== undefined && !['0', 'false', 'none', 'off'].includes(element.attributes['w:val'] ?? '1');
}

function pictureOf(element: Element): Seen['picture'] {
  const [picture] = allOf(element, 'wp:inline');
  if (picture === undefined) return null;
  return {
    alt: at(picture, 'wp:docPr')?.attributes['descr'] ?? '',
    // Word measures pictures in 635ths of a twip.
    width: Number(at(picture, 'wp:extent')?.attributes['cx']) / 635,
  };
}
