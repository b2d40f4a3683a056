import { posix } from 'node:path';
import { Problem } from '#shared/problem.ts';
import { NumberFormats } from './number-formats.ts';
import { type Archive, openArchive } from './open-archive.server.ts';
import { excelText, SheetXml } from './sheet-xml.server.ts';
import { TextStore } from './text-store.server.ts';
import * as words from './words.ts';
import { maxCellLength, type Sheet } from './workbook.ts';
import { attribute, type XmlHandler, XmlScanner, xmlText } from './xml-scanner.ts';

/** Reads the sheets of an .xlsx in the order of their tabs. Links to other files are never followed; pictures and embedded files are never opened. */
export async function readXlsx(source: string | Buffer): Promise<Sheet[]> {
  const archive = await openArchive(source);
  try {
    return await readParts(archive);
  } finally {
    archive.close();
  }
}

async function readParts(archive: Archive): Promise<Sheet[]> {
  refuseOtherKinds(archive);
  const rootLinks = await readLinks(archive, '_rels/.rels', '');
  const workbookPath =
    rootLinks.find((link) => link.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  if (!archive.has(workbookPath)) throw new Problem('file.kind_not_supported', { message: words.archive });
  const folder = posix.dirname(workbookPath);
  const tabs = new Tabs();
  await scan(archive, workbookPath, tabs);
  const links = await readLinks(
    archive,
    posix.join(folder, '_rels', `${posix.basename(workbookPath)}.rels`),
    folder,
  );
  const store = new TextStore();
  const formats = new NumberFormats();
  const strings = new SharedStrings(store);
  for (const link of links) {
    if (link.type.endsWith('/styles')) await scan(archive, link.target, formats);
    if (link.type.endsWith('/sharedStrings')) await scan(archive, link.target, strings);
  }
  const sheets: Sheet[] = [];
  let rowsBefore = 0;
  for (const tab of tabs.sheets) {
    const link = links.find((one) => one.id === tab.id);
    if (!link?.type.endsWith('/worksheet')) continue;
    const { name, hidden } = tab;
    const xml = new SheetXml({
      name,
      hidden,
      strings: strings.texts,
      formats,
      from1904: tabs.from1904,
      store,
      rowsBefore,
    });
    await scan(archive, link.target, xml);
    if (!xml.complete) throw new Problem('file.unreadable', { message: words.damaged });
    rowsBefore += xml.sheet.rows.length;
    sheets.push(xml.sheet);
  }
  if (sheets.every((sheet) => sheet.rows.length === 0))
    throw new Problem('file.unreadable', { message: words.empty });
  return sheets;
}

function refuseOtherKinds(archive: Archive): void {
  if (archive.names.some((name) => /vbaProject\.bin$/i.test(name))) refuse(words.macros);
  if (archive.has('xl/workbook.bin')) refuse(words.binaryWorkbook);
  if (archive.has('mimetype') || archive.has('META-INF/manifest.xml')) refuse(words.openDocument);
  if (!archive.has('[Content_Types].xml') || archive.has('word/document.xml')) refuse(words.archive);
}

function refuse(message: string): never {
  throw new Problem('file.kind_not_supported', { message });
}

async function scan(archive: Archive, name: string, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler);
  for await (const piece of archive.read(name)) scanner.feed(piece);
  scanner.end();
}

interface Link {
  id: string;
  type: string;
  target: string;
}

async function readLinks(archive: Archive, name: string, folder: string): Promise<Link[]> {
  const links: Link[] = [];
  await scan(archive, name, {
    open(element, tag) {
      if (element !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return;
      const target = attribute(tag, 'Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      links.push({ id: attribute(tag, 'Id') ?? '', type: attribute(tag, 'Type') ?? '', target: path });
    },
    close() {},
    text() {},
  });
  return links;
}

/** The tabs of workbook.xml. */
class Tabs implements XmlHandler {
  readonly sheets: { name: string; id: string; hidden: boolean }[] = [];
  from1904 = false;

  open(name: string, tag: string): void {
    if (name === 'workbookPr') this.from1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const hidden = (attribute(tag, 'state') ?? 'visible') !== 'visible';
    this.sheets.push({ name: attribute(tag, 'name') ?? '', id: attribute(tag, 'id') ?? '', hidden });
  }

  close(): void {}

  text(): void {}
}

/** The texts of sharedStrings.xml: runs of one text joined, readings for East Asian scripts left out. */
class SharedStrings implements XmlHandler {
  readonly texts: string[] = [];
  readonly #store: TextStore;
  #text = '';
  #collecting = false;
  #phonetic = false;

  constructor(store: TextStore) {
    this.#store = store;
  }

  open(name: string): void {
    if (name === 'si') this.#text = '';
    else if (name === 't') this.#collecting = !this.#phonetic;
    else if (name === 'rPh') this.#phonetic = true;
  }

  close(name: string): void {
    if (name === 't') this.#collecting = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'si') this.texts.push(this.#store.keep(excelText(this.#text)));
  }

  text(text: string): void {
    if (!this.#collecting) return;
    this.#text += xmlText(text);
    if (this.#text.length > maxCellLength) {
      throw new Problem('file.too_large', {
        message: words.cellTooLong('sharedStrings', this.texts.length + 1, maxCellLength),
      });
    }
  }
}
