/** Charts in documents (issue 4, line 9): the same drawing in both files, sharp, told in words, readable without colours. */
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '../pdf/archive.test-support.ts';
import { checkOfficialPdf } from '../pdf/check-official-pdf.test-support.ts';
import { withPdfFile } from '../pdf/check-official-pdf/read-pdf.test-support.ts';
import { renderOfficialPdf } from '../pdf/official-pdf.server.ts';
import { bothPrinted } from '../pdf/same-as-word.test-support.ts';
import { widthOf } from '../pdf/faces.server.ts';
import { drawnPng } from '../picture/drawn-png.server.ts';
import { checkOfficialDocx, checkParts } from './check-official-docx.server.ts';
import { readParts } from './check-official-docx/read-parts.server.ts';
import type { OfficialDocument } from './document-model.ts';
import { program } from './office-programs.test-support.ts';
import { drawChart } from './official-layout/chart/draw-chart.ts';
import { area, stroke, type Point, type Shape } from './official-layout/chart/drawing.ts';
import { valueText } from './official-layout/chart/scale.ts';
import { renderOfficialDocx } from './official-docx.server.ts';
import { charts, hamletReport } from './sample-report.test-data.ts';

const document: OfficialDocument = {
  ...hamletReport,
  body: [...hamletReport.body.slice(0, 3), ...charts, ...hamletReport.body.slice(3)],
  annexes: [{ title: 'Biểu đồ', landscape: true, blocks: charts }],
};

describe('a document with charts', () => {
  it('has no deviation in Word and in PDF, and the same words on the same pages', async () => {
    expect(await checkOfficialDocx(await renderOfficialDocx(document))).toEqual([]);
    const pdf = await renderOfficialPdf(document);
    expect(await checkOfficialPdf(pdf)).toEqual([]);
    expect(await checkArchive(pdf)).toEqual([]);
    const printed = await bothPrinted(document);
    expect(printed.pdf).toEqual(printed.word);
  });

  it('is the same bytes again, whatever was written between', async () => {
    const docx = await renderOfficialDocx(document);
    const pdf = await renderOfficialPdf(document);
    await renderOfficialDocx({ ...document, body: charts });
    expect(Buffer.compare(await renderOfficialDocx(document), docx)).toBe(0);
    expect(Buffer.compare(await renderOfficialPdf(document), pdf)).toBe(0);
  });

  it('tells what the charts show to whoever does not see them', async () => {
    const tree = await withPdfFile(
      await renderOfficialPdf({ ...document, body: charts, annexes: [] }),
      async (path) => String(await program('pdfinfo', ['-struct', path])),
    );
    expect(tree.match(/^ *Figure/gm)).toHaveLength(2);
    const body = (await readParts(await renderOfficialDocx(document))).get('word/document.xml') ?? '';
    for (const { alt } of charts) expect(body.replace(/\u00a0/g, ' ')).toContain(`descr="${alt}"`);
  });

  it.each([
    ['picture.alt', /descr="[^"]*"/, 'descr=""'],
    ['picture.width', /<wp:extent cx="\d+"/, '<wp:extent cx="9000000"'],
    ['picture.title', 'Biểu đồ 1. Tỷ lệ của từng ấp so với kế hoạch', ''],
  ])('a planted deviation is found: %s', async (rule, from, to) => {
    const parts = await readParts(await renderOfficialDocx(document));
    const body = parts.get('word/document.xml') ?? '';
    const broken = body.replace(from, to);
    expect(broken).not.toBe(body);
    expect(checkParts(new Map([...parts, ['word/document.xml', broken]])).map((one) => one.rule)).toContain(
      rule,
    );
  });
});

describe('the drawing', () => {
  const drawn = charts.map((chart) => drawChart(chart, 468, 400));
  const texts = (index: number) =>
    (drawn[index]?.shapes ?? []).flatMap((shape) => (shape.kind === 'label' ? [shape.text] : []));

  it('prints every value as Vietnam writes it, cut and never rounded up; what is not known is no 0', () => {
    expect(texts(0)).toEqual(expect.arrayContaining(['93,6', '41,2', '—', 'Kế hoạch 66,6\u00a0%']));
    expect(texts(0)).not.toContain('0,0');
    expect(texts(1)).toEqual(expect.arrayContaining(['12,5', '18,0', '—', '44,4', 'Kế hoạch 40\u00a0%']));
  });

  it('says what its signs mean, in shades alone', () => {
    for (const index of [0, 1])
      expect(texts(index)).toEqual(
        expect.arrayContaining(['Đạt kế hoạch', 'Chưa đạt kế hoạch', 'Đường kế hoạch', 'chưa có số liệu']),
      );
  });

  /** The corners of what a shape covers; letters as wide as the face has them. */
  function reach(shape: Shape): readonly Point[] {
    if (shape.kind === 'area') return shape.points;
    if (shape.kind === 'stroke') return [shape.from, shape.to];
    const width = widthOf(shape.text, shape.bold ? 'bold' : 'regular', shape.size);
    const left = { left: 0, center: width / 2, right: width }[shape.align];
    const [x, y] = shape.at;
    return [
      [x - left, y - shape.size * 0.7],
      [x - left + width, y],
    ];
  }

  it.each([
    [468, 700],
    [714, 427],
  ])(
    'stays within a room of %d × %d points, with 1, 24 and 60 hamlets, with a year of months',
    (room, high) => {
      const [bars, line] = charts;
      if (bars === undefined || line === undefined) throw new Error('no charts');
      const hamlets = (count: number) => Array.from({ length: count }, (_, index) => `Ấp Mẫu ${index + 1}`);
      const months = Array.from({ length: 12 }, (_, index) => `T${index + 1}`);
      const shown = [
        ...[1, 24, 60].map((count) => ({ ...bars, labels: hamlets(count) })),
        { ...line, labels: months },
      ];
      for (const chart of shown) {
        const panels = [100, 0.5, 70].map((plan) => ({
          title: 'Hộ được hướng dẫn cài đặt ứng dụng thiết yếu',
          plan: chart.labels.map((_, index) => (index === 1 ? null : plan)),
          values: chart.labels.map((_, index) => (index === 2 ? null : (index * 37) % 101)),
        }));
        const { width, height, shapes } = drawChart({ ...chart, panels }, room, high);
        expect(width).toBe(room);
        expect(height).toBeLessThanOrEqual(chart.labels.length <= 24 ? high : Infinity);
        for (const [x, y] of shapes.flatMap(reach)) {
          expect(x).toBeGreaterThanOrEqual(-1);
          expect(x).toBeLessThanOrEqual(width + 1);
          expect(y).toBeGreaterThanOrEqual(-1);
          expect(y).toBeLessThanOrEqual(height + 1);
        }
      }
    },
  );

  it('lays no value over the plan’s line, and no plan over another’s', () => {
    const values = Array.from({ length: 60 }, (_, index) => index * 1.7);
    const plan = values.map(() => 50);
    const [bars] = charts;
    if (bars === undefined) throw new Error('no chart');
    const panel = { title: 'Hộ', plan, values };
    const { shapes } = drawChart({ ...bars, labels: values.map(String), panels: [panel] }, 714, 700);
    const line = shapes.find((shape) => shape.kind === 'stroke' && shape.width === 1.1 && shape.shade === 0);
    const at = line === undefined ? Number.NaN : (reach(line)[0]?.[0] ?? Number.NaN);
    const own = shapes.filter(
      (shape) => shape.kind === 'label' && values.some((value) => valueText(value, '%') === shape.text),
    );
    expect(own).toHaveLength(60);
    for (const [[left = 0] = [], [right = 0] = []] of own.map(reach))
      expect(left > at || right < at).toBe(true);
    const edges = charts.map((chart) => ({
      ...chart,
      panels: [100, 0.1].map((one) => ({ ...panel, plan: plan.map(() => one) })),
    }));
    const [wide] = edges;
    if (wide === undefined) throw new Error('no chart');
    const said = drawChart({ ...wide, labels: values.map(String) }, 468, 700).shapes.filter(
      (shape) => shape.kind === 'label' && shape.text.startsWith('Kế hoạch '),
    );
    const [first, second] = said.map(reach);
    expect(first?.[1]?.[0]).toBeLessThan(second?.[0]?.[0] ?? 0);
  });
});

describe('the picture', () => {
  /** The grey dots of a PNG whose rows tell the difference from the row above. */
  function dotsOf(png: Uint8Array): { width: number; at: (x: number, y: number) => number } {
    const file = Buffer.from(png);
    const width = file.readUInt32BE(16);
    const height = file.readUInt32BE(20);
    const start = file.indexOf('IDAT') + 4;
    const rows = inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8)));
    const dots = new Uint8Array(width * height);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1)
        dots[y * width + x] =
          (rows[y * (width + 1) + 1 + x] ?? 0) + (y === 0 ? 0 : (dots[(y - 1) * width + x] ?? 0));
    return { width, at: (x, y) => dots[y * width + x] ?? -1 };
  }

  it('has 300 dots to an inch, full shapes black to their edges, half covered dots half dark', () => {
    const png = drawnPng({
      width: 72,
      height: 72,
      alt: '',
      shapes: [
        area([
          [12, 12],
          [24.12, 12],
          [24.12, 24],
          [12, 24],
        ]),
        stroke([0, 48], [72, 48], 2.4),
      ],
    });
    const { width, at } = dotsOf(png);
    expect(width).toBe(300);
    expect(Buffer.from(png).readUInt32BE(Buffer.from(png).indexOf('pHYs') + 4)).toBe(11811);
    expect([at(49, 60), at(50, 60), at(99, 60), at(101, 60)]).toEqual([255, 0, 0, 255]);
    // 24.12 points are 100.5 dots.
    expect(at(100, 60)).toBeGreaterThan(120);
    expect(at(100, 60)).toBeLessThan(136);
    expect([at(150, 194), at(150, 196), at(150, 203), at(150, 206)]).toEqual([255, 0, 0, 255]);
  });
});
