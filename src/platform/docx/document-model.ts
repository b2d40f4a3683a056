/**
 * An official Vietnamese document as people think of it, before any Word file: the boxes of Nghị định 30/2020/NĐ-CP
 * (Phụ lục I) and the content between them. Who issues, who signs and who receives is data of the template, because a
 * hamlet, a department and a commune differ in nothing else.
 *
 * Texts are written without the punctuation and numbering that the decree prescribes (";" and "." of lists, "I.", "1.",
 * "a)", "./."): the renderer adds them, so that they are never wrong and never doubled.
 */
import type { Day } from '#shared/calendar.ts';

/** A stretch of text in one weight. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
}

/** One paragraph's text: plain, or in runs where some words are bold or italic. */
export type Inline = string | readonly Run[];

/** "I.", "1." or "a)": numbered by the document itself. The text comes without its number; level 1 prints in capitals. */
export interface Heading {
  kind: 'heading';
  level: 1 | 2 | 3;
  text: string;
}

export interface Paragraph {
  kind: 'paragraph';
  text: Inline;
}

/** "- …;": neighbours form one list, whose last line ends with a full stop. A sentence that has its own mark keeps it. */
export interface Bullet {
  kind: 'bullet';
  text: Inline;
}

export interface Column {
  header: string;
  /** Share of the page's text width, relative to the other columns. */
  width: number;
  /** Numbers stand right, short codes and units in the centre, words left. */
  align: 'left' | 'center' | 'right';
  /** Neighbouring columns of one group get a common heading above their own: the table then has two header rows. */
  group?: string;
}

/** A row of figures, a row of sums (bold), or a line over the whole width that opens a part of the table ("A. Tổ chức"). */
export type Row = { cells: readonly string[]; total?: boolean } | { section: string };

/** A table whose header is repeated on every page and whose rows never break over two pages. */
export interface Table {
  kind: 'table';
  caption?: string;
  columns: readonly Column[];
  rows: readonly Row[];
}

/** One part of a chart, with a scale of its own: the same labels, another thing that is measured. */
export interface ChartPanel {
  title: string;
  /** Where the plan's line stands at each label; null where the plan wants nothing. */
  plan: readonly (number | null)[];
  /** One for each label; null is not known, and is never drawn as 0. */
  values: readonly (number | null)[];
}

/**
 * Figures drawn: bars for each label against the plan's line, or a line over months. Shades and patterns only, with the
 * value at every bar and point, so that a copy in black and white says the same.
 */
export interface Chart {
  kind: 'chart';
  form: 'bars' | 'line';
  caption: string;
  /** What it shows in a sentence, for whoever does not see it. */
  alt: string;
  /** "%" prints one decimal, everything else whole numbers. */
  unit: string;
  labels: readonly string[];
  panels: readonly ChartPanel[];
}

export type Block = Heading | Paragraph | Bullet | Table | Chart;

/** Box 7: who signs, and by whose authority. */
export interface Signature {
  /** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH": one line each, above the title. */
  authority?: readonly string[];
  /** "PHÓ CHỦ TỊCH", "TRƯỞNG ẤP". */
  title: string;
  /** Full name without academic title; null leaves the room empty. */
  name: string | null;
}

/** A part on its own pages, with its own page numbers, that the body must refer to. */
export interface Annex {
  title: string;
  landscape: boolean;
  blocks: readonly Block[];
}

export interface OfficialDocument {
  /** Box 2, upper lines: the body above the issuer ("UBND XÃ NHƠN MỸ"). Absent where the decree wants none. */
  superior?: readonly string[];
  /** Box 2, bold lines: who issues ("ỦY BAN NHÂN DÂN", "XÃ NHƠN MỸ"). */
  issuer: readonly string[];
  /** The issuer inside a sentence ("Ủy ban nhân dân xã Nhơn Mỹ"), for the line under an annex's title. */
  issuerInText?: string;
  /** Box 3: the number that văn thư gave; null prints the room for it. Never invented. */
  number: string | null;
  /** Box 3: "BC-UBND"; with a null number as well, the whole line is left out (a hamlet may have none). */
  symbol: string | null;
  /** Box 4: "Nhơn Mỹ". */
  place: string;
  /** Box 4: the day of issue in Vietnam; null prints the room for day and month. */
  date: Day | null;
  /** The year printed while `date` is null. */
  year: number;
  /** Box 5a: "BÁO CÁO", "TỜ TRÌNH"; null for a công văn. */
  kind: string | null;
  /** Box 5a: what it is about (trích yếu). */
  subject: string;
  /** Box 5b, công văn only: what follows "V/v". */
  regarding?: string;
  /** Box 9a: "Kính gửi", for what is sent upward and for công văn. */
  addressees?: readonly string[];
  /** Box 6: the legal basis, one "Căn cứ …" each. */
  basis?: readonly string[];
  body: readonly Block[];
  signature: Signature;
  /**
   * Minutes only (Phụ lục III, mẫu 1.9): who wrote them signs on the left, level with `signature`; the recipients stand
   * below, and there is no box 4, because the text itself tells when it began and ended.
   */
  secretary?: Signature;
  /** Box 9b: "Như trên", …, last "Lưu: VT, VHXH". */
  recipients: readonly string[];
  annexes?: readonly Annex[];
  /** Text of 13 or 14 points; the other sizes move with it. 14 unless told. */
  bodySize?: 13 | 14;
  /** Prints a small mark on every page, so that nobody takes a demonstration for a document. */
  sampleData?: boolean;
}

const listMark = /^\s*[-–—•+*]\s+/;

/** What somebody typed into a text field, as blocks: a line is a paragraph, a line that begins with "-", "+" or "•" a bullet. */
export function blocksOfText(text: string): (Paragraph | Bullet)[] {
  return text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      listMark.test(line)
        ? { kind: 'bullet', text: line.replace(listMark, '').trim() }
        : { kind: 'paragraph', text: line.trim() },
    );
}
