import fc from 'fast-check';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readParts } from './check-official-docx/read-parts.server.ts';
import { allOf, at, childrenOf, parseXml, textOf } from './check-official-docx/xml.ts';
import { checkOfficialDocx } from './check-official-docx.server.ts';
import type { OfficialDocument } from './document-model.ts';
import { renderOfficialDocx } from './official-docx.server.ts';
import { communeLetter, hamletReport } from './sample-report.test-data.ts';

async function documentOf(document: OfficialDocument) {
  return parseXml((await readParts(await renderOfficialDocx(document))).get('word/document.xml') ?? '');
}

/** For every header of the report whether it carries the mark of sample data. */
async function marks(sampleData: boolean) {
  return [...(await readParts(await renderOfficialDocx({ ...hamletReport, sampleData })))]
    .filter(([path]) => path.startsWith('word/header'))
    .map(([, text]) => textOf(parseXml(text)).includes('DỮ LIỆU MẪU'));
}

/** The same document with one text put wherever people can put one. */
function filledWith(text: string): OfficialDocument {
  return {
    ...hamletReport,
    superior: [text],
    issuer: [text],
    issuerInText: text,
    number: text,
    symbol: text,
    place: text,
    subject: text,
    addressees: [text, text],
    basis: [text],
    body: [
      { kind: 'heading', level: 1, text },
      { kind: 'paragraph', text: [{ text, bold: true }, { text }] },
      { kind: 'bullet', text },
      {
        kind: 'table',
        caption: text,
        columns: [{ header: text, width: 1, align: 'left' }],
        rows: [{ section: text }, { cells: [text] }],
      },
    ],
    signature: { authority: [text], title: text, name: text },
    recipients: [text],
    annexes: [{ title: text, landscape: true, blocks: [{ kind: 'paragraph', text }] }],
  };
}

describe('the same document', () => {
  it('is the same file, byte for byte, at another time', async () => {
    const first = await renderOfficialDocx(hamletReport);
    await setTimeout(2100); // a zip counts time in steps of two seconds
    expect(Buffer.compare(await renderOfficialDocx(structuredClone(hamletReport)), first)).toBe(0);
  });

  it('is another file when one letter differs', async () => {
    const other = await renderOfficialDocx({ ...communeLetter, place: 'Nhơn Mỷ' });
    expect(Buffer.compare(await renderOfficialDocx(communeLetter), other)).not.toBe(0);
  });
});

describe('text from people', () => {
  const hostile = [
    '</w:t></w:r></w:p><w:p><w:r><w:t>Thêm',
    '<w:fldSimple w:instr="INCLUDETEXT c:/x"/>',
    '{ INCLUDEPICTURE "http://example.invalid/a.png" }',
    '&lt;b&gt; &amp;amp; "\'',
    ']]><!-- -->',
    '{{name}} ${name} %1$s',
    '=HYPERLINK("http://example.invalid")',
    'http://example.invalid/?a=1&b=2',
  ];

  it.each(hostile)('stays literal: %s', async (text) => {
    const plain = await documentOf(filledWith('Chữ'));
    const root = await documentOf(filledWith(text));
    const names = (element: typeof root) => allOf(element, 'w:r').length;
    expect(names(root)).toBe(names(plain));
    expect(allOf(root, 'w:t').map(textOf)).toContain(text);
    const deviations = await checkOfficialDocx(await renderOfficialDocx(filledWith(text)));
    expect(deviations.filter(({ rule }) => rule === 'links' || rule === 'fields')).toEqual([]);
  });

  it('loses what XML cannot hold and what nobody sees, and composes every letter', async () => {
    const given = 'A\u0000B\u0008C\u001fD\ufffeE\u202eF\u200bG \ud800H Ti\u00ea\u0301ng\nVi\u00ea\u0323t';
    const texts = allOf(
      await documentOf({ ...communeLetter, body: [{ kind: 'paragraph', text: given }] }),
      'w:t',
    ).map(textOf);
    expect(texts).toContain('ABCDEFG \ufffdH Tiếng Việt./.');
  });

  it('never breaks the file, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const parts = await readParts(await renderOfficialDocx(filledWith(text)));
        for (const [path, part] of parts) if (path.endsWith('.xml')) parseXml(part);
      }),
      { numRuns: 60 },
    );
  });
});

it('marks sample data on every page, and nothing else', async () => {
  const marked = await marks(true);
  expect(marked).toHaveLength(6);
  expect(marked.every(Boolean)).toBe(true);
  expect((await marks(false)).some(Boolean)).toBe(false);
});

it('names the document in its properties, and no person or machine', async () => {
  const core = parseXml(
    (await readParts(await renderOfficialDocx(communeLetter))).get('docProps/core.xml') ?? '',
  );
  expect(childrenOf(core).map((item) => [item.name, textOf(item)])).toEqual([
    ['dc:title', communeLetter.subject],
    ['dc:creator', 'Tổ Số'],
    ['dc:language', 'vi-VN'],
    ['cp:lastModifiedBy', 'Tổ Số'],
    ['dcterms:created', '2026-02-05T00:00:00Z'],
    ['dcterms:modified', '2026-02-05T00:00:00Z'],
  ]);
});

it('ends a section after a table with the lowest of paragraphs, so that no empty page follows', async () => {
  const root = await documentOf(hamletReport);
  const ends = allOf(root, 'w:pPr').filter((properties) => at(properties, 'w:sectPr') !== undefined);
  expect(ends.map((properties) => at(properties, 'w:spacing')?.attributes)).toEqual([
    { 'w:before': '0', 'w:after': '0', 'w:line': '20', 'w:lineRule': 'exact' },
    { 'w:before': '0', 'w:after': '0', 'w:line': '20', 'w:lineRule': 'exact' },
  ]);
});
