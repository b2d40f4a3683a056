/** What we use of pdfkit 0.20; it ships no types, and those of others are three versions behind. */
declare module 'pdfkit' {
  import type { Font } from 'fontkit';
  import type { Readable } from 'node:stream';

  export interface StructureElement {
    add(child: StructureElement | (() => void)): this;
    end(): void;
  }

  export interface DocumentOptions {
    pdfVersion: '1.7';
    subset: 'PDF/A-2b';
    tagged: boolean;
    lang: string;
    displayTitle: boolean;
    autoFirstPage: boolean;
    /** Null: no face is opened before one is asked for. */
    font: string | null;
    info: Record<string, string | Date>;
  }

  export interface TextOptions {
    lineBreak: false;
    baseline: 'alphabetic';
    features: Record<string, boolean>;
  }

  export default class PDFDocument extends Readable {
    constructor(options: DocumentOptions);
    registerFont(name: string, font: Font): this;
    addPage(options: { size: [width: number, height: number]; margin: number }): this;
    font(name: string, size: number): this;
    text(text: string, x: number, y: number, options: TextOptions): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    lineWidth(width: number): this;
    dash(length: number, options: { space: number }): this;
    undash(): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    closePath(): this;
    stroke(): this;
    fill(color: string): this;
    struct(
      role: string,
      options?: { alt?: string; scope?: string; bbox?: [number, number, number, number] },
    ): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact', options: { type: string }): this;
    endMarkedContent(): this;
    end(): void;
  }
}
