/**
 * What makes a PDF an archive file (PDF/A-2b, ISO 19005-2), as far as it can be read without a validator: marks and
 * metadata that agree, a colour profile inside, every face inside with its letters' meaning, nothing that is locked,
 * runs or lies outside. veraPDF is not among the programs that the tests can install.
 */
import { inflateSync } from 'node:zlib';
import { Findings, type Deviation } from '../docx/check-official-docx/deviation.ts';
import { program } from '../docx/office-programs.test-support.ts';
import { withPdfFile } from './check-official-pdf/read-pdf.test-support.ts';

export async function checkArchive(pdf: Uint8Array): Promise<Deviation[]> {
  const findings = new Findings();
  const raw = Buffer.from(pdf).toString('latin1');
  checkMarks(raw, findings);
  checkMetadata(raw, findings);
  checkProfile(raw, Buffer.from(pdf), findings);
  await checkFaces(pdf, findings);
  return findings.deviations;
}

function checkMarks(raw: string, findings: Findings): void {
  const has = (rule: string, pattern: RegExp) =>
    findings.expect(pattern.test(raw), rule, String(pattern), 'not there');
  has('header', /^%PDF-1\.7\n%[\x80-\xff]{4}/);
  has('identifier', /\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
  has('tagged', /\/MarkInfo \d+ 0 R/);
  has('structure', /\/StructTreeRoot \d+ 0 R/);
  has('language', /\/Lang \(vi-VN\)/);
  has('end', /%%EOF\n$/);
  // Encryption, scripts, actions on opening, other files, transparency, outside content.
  // Words of the text are no names: those of the metadata, and strings.
  const names = raw
    .replace(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/, '')
    .replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()');
  const banned =
    /\/(Encrypt|JavaScript|JS|OpenAction|AA|Launch|EmbeddedFiles?|SMask|CA|ca|URI|GoToR|Sound|Movie|LZWDecode)[\s/<[(]/;
  findings.expect(!banned.test(names), 'banned', 'none of these', banned.exec(names)?.[0] ?? '');
}

function checkMetadata(raw: string, findings: Findings): void {
  const xmp = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(raw)?.[0] ?? '';
  const of = (pattern: RegExp) => pattern.exec(xmp)?.[1] ?? '';
  findings.expect(of(/<pdfaid:part>(\d)</) === '2', 'pdfaid.part', '2', of(/<pdfaid:part>(\d)</));
  findings.expect(of(/<pdfaid:conformance>(\w)</) === 'B', 'pdfaid.conformance', 'B', 'another');
  const created = of(/<xmp:CreateDate>([^<]*)</).replace(/[-:TZ]/g, '');
  findings.expect(
    created !== '' && raw.includes(`(D:${created}Z)`),
    'metadata.day',
    'the same day in both places',
    created,
  );
  // ISO 19005-2, 6.6.2.1: the stream of metadata is not compressed.
  const stream = /<<([^<>]*\/Subtype \/XML[^<>]*)>>\s*stream/.exec(raw)?.[1] ?? '';
  findings.expect(stream !== '' && !stream.includes('/Filter'), 'metadata.plain', 'without a filter', stream);
}

/** The output intent's profile is inside and is what ICC.1 calls a profile of a screen for red, green and blue. */
function checkProfile(raw: string, pdf: Buffer, findings: Findings): void {
  const number = /\/S \/GTS_PDFA1[\s\S]*?\/DestOutputProfile (\d+) 0 R/.exec(raw)?.[1];
  const at = number === undefined ? -1 : raw.indexOf(`\n${number} 0 obj`);
  findings.expect(at >= 0, 'profile', 'an output intent with its profile', number ?? 'none');
  if (at < 0) return;
  const start = raw.indexOf('stream\n', at) + 'stream\n'.length;
  const body = pdf.subarray(start, raw.indexOf('\nendstream', start));
  const isPacked = raw.slice(at, start).includes('/FlateDecode');
  const profile = (isPacked ? inflateSync(body) : body).toString('latin1');
  findings.expect(profile.slice(36, 40) === 'acsp', 'profile.kind', 'an ICC profile', profile.slice(36, 40));
  findings.expect(profile.slice(16, 20) === 'RGB ', 'profile.colours', 'RGB', profile.slice(16, 20));
}

async function checkFaces(pdf: Uint8Array, findings: Findings): Promise<void> {
  await withPdfFile(pdf, async (path) => {
    const lines = String(await program('pdffonts', [path]))
      .trim()
      .split('\n')
      .slice(2);
    findings.expect(lines.length > 0, 'faces', 'at least one', lines);
    for (const line of lines) {
      // … emb sub uni object ID
      const [embedded, , unicode] = line.trim().split(/\s+/).slice(-5);
      findings.expect(embedded === 'yes', 'faces.inside', 'embedded', line);
      findings.expect(unicode === 'yes', 'faces.letters', 'with the letters of its glyphs', line);
    }
  });
}
