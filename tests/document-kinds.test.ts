/** Every kind of document by NĐ 30/2020/NĐ-CP, in Word and in PDF, and the same in both (issue 4, line 8). */
import { describe, expect, it } from 'vitest';
import { checkOfficialDocx } from '#platform/docx/check-official-docx.server.ts';
import { renderOfficialDocx } from '#platform/docx/official-docx.server.ts';
import { checkArchive } from '#platform/pdf/archive.test-support.ts';
import { checkOfficialPdf } from '#platform/pdf/check-official-pdf.test-support.ts';
import { renderOfficialPdf } from '#platform/pdf/official-pdf.server.ts';
import { bothPrinted } from '#platform/pdf/same-as-word.test-support.ts';
import { documentKinds } from './document-kinds.ts';

describe.each(Object.entries(documentKinds))('%s', (_, make) => {
  it('has no deviation in Word', async () => {
    expect(await checkOfficialDocx(await renderOfficialDocx(make()))).toEqual([]);
  });

  it('has no deviation in PDF, and is an archive file', async () => {
    const pdf = await renderOfficialPdf(make());
    expect(await checkOfficialPdf(pdf)).toEqual([]);
    expect(await checkArchive(pdf)).toEqual([]);
  });

  it('has the same words on the same pages, as LibreOffice prints the Word file', async () => {
    const { pdf, word } = await bothPrinted(make());
    expect(pdf).toEqual(word);
  });

  it('is the same bytes again', async () => {
    expect(await renderOfficialPdf(make())).toEqual(await renderOfficialPdf(make()));
    expect(await renderOfficialDocx(make())).toEqual(await renderOfficialDocx(make()));
  });
});
