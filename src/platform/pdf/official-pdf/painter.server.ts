import { buffer } from 'node:stream/consumers';
import PDFDocument, { type StructureElement } from 'pdfkit';
import { paper } from '../../docx/official-layout/page.ts';
import { faceNames, newFont } from '../faces.server.ts';
import { drawShapes, letters } from './shapes.server.ts';
import type { LineMark, Mark, Tag, TextMark } from './strips.ts';

export interface About {
  title: string;
  author: string;
  moment: Date;
  /** Differs for every other content; goes into the file's identifier. */
  fingerprint: string;
}

/** Draws marks on the pages of one PDF/A-2b file, and tells readers' programmes what each of them is. */
export class Painter {
  private readonly pdf: PDFDocument;
  private readonly elements = new Map<Tag, StructureElement>();
  private readonly root: StructureElement;

  constructor({ title, author, moment, fingerprint }: About) {
    this.pdf = new PDFDocument({
      pdfVersion: '1.7',
      subset: 'PDF/A-2b',
      tagged: true,
      lang: 'vi-VN',
      displayTitle: true,
      autoFirstPage: false,
      // No face but ours is ever opened.
      font: null,
      info: {
        // The library writes the title into XML as it is.
        Title: title.replace(/[<>]/g, '').replace(/&/g, '+'),
        Author: author,
        Creator: author,
        Producer: author,
        CreationDate: moment,
        ModDate: moment,
        Fingerprint: fingerprint,
      },
    });
    for (const face of faceNames) this.pdf.registerFont(face, newFont(face));
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  page(landscape: boolean): void {
    const [width, height] = [paper.width / 20, paper.height / 20];
    this.pdf.addPage({ size: landscape ? [height, width] : [width, height], margin: 0 });
  }

  /** Marks at a place on the page (points from its top left corner). What has no tag is none of the text. */
  draw(marks: readonly Mark[], left: number, top: number): void {
    for (const group of neighbours(marks)) {
      const draw = () => {
        for (const mark of group.marks)
          if (mark.kind === 'text') this.text(mark, left, top);
          else if (mark.kind === 'line') this.line(mark, left, top);
          else drawShapes(this.pdf, mark.drawing.shapes, left + mark.x, top + mark.y);
      };
      if (group.tag === undefined) {
        this.pdf.markContent('Artifact', { type: 'Layout' });
        draw();
        this.pdf.endMarkedContent();
      } else this.elementOf(group.tag, placeOf(group.marks, left, top)).add(draw);
    }
  }

  async end(): Promise<Uint8Array> {
    this.root.end();
    this.pdf.end();
    return buffer(this.pdf);
  }

  private text({ text, face, size, x, y }: TextMark, left: number, top: number): void {
    if (text === '') return;
    // Both blanks are one glyph of the face, and what is copied out of the file shall be the plain one.
    this.pdf
      .font(face, size)
      .fillColor('black')
      .text(text.replace(/\u00a0/g, ' '), left + x, top + y, letters);
  }

  private line({ from, to, width }: LineMark, left: number, top: number): void {
    this.pdf
      .lineWidth(width)
      .strokeColor('black')
      .moveTo(left + from[0], top + from[1])
      .lineTo(left + to[0], top + to[1])
      .stroke();
  }

  private elementOf(tag: Tag, bbox?: Place): StructureElement {
    let element = this.elements.get(tag);
    if (element === undefined) {
      const { role, alt, scope } = tag;
      element = this.pdf.struct(role, {
        ...(alt !== undefined && { alt }),
        ...(scope && { scope }),
        ...(bbox && { bbox }),
      });
      (tag.parent === null ? this.root : this.elementOf(tag.parent)).add(element);
      this.elements.set(tag, element);
    }
    return element;
  }
}

type Place = [left: number, top: number, right: number, bottom: number];

/** Where a picture stands on the page; a reader's programme shows it to whoever asks for it. */
function placeOf([mark]: readonly Mark[], left: number, top: number): Place | undefined {
  if (mark?.kind !== 'picture') return undefined;
  const { drawing, x, y } = mark;
  return [left + x, top + y, left + x + drawing.width, top + y + drawing.height];
}

/** Marks of one element that follow each other are one stretch of marked content. */
function neighbours(marks: readonly Mark[]): { tag: Tag | undefined; marks: Mark[] }[] {
  const groups: { tag: Tag | undefined; marks: Mark[] }[] = [];
  for (const mark of marks) {
    const tag = mark.kind === 'line' ? undefined : mark.tag;
    const last = groups.at(-1);
    if (last !== undefined && last.tag === tag) last.marks.push(mark);
    else groups.push({ tag, marks: [mark] });
  }
  return groups;
}
