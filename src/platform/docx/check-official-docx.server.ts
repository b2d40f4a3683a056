import { checkAnnexes } from './check-official-docx/annex-rules.ts';
import { checkBody } from './check-official-docx/body-rules.ts';
import { Findings } from './check-official-docx/deviation.ts';
import type { Deviation } from './check-official-docx/deviation.ts';
import { checkHeader } from './check-official-docx/header-rules.ts';
import { checkPages } from './check-official-docx/page-rules.ts';
import { readParts } from './check-official-docx/read-parts.server.ts';
import { readSections } from './check-official-docx/read-document.ts';
import { allOf, childrenOf, parseXml, textOf } from './check-official-docx/xml.ts';

/**
 * Where a Word file differs from Nghị định 30/2020/NĐ-CP, Phụ lục I. Written from the decree and from what Word makes
 * of a file, not from our renderer: it knows none of our styles and finds the boxes by their places and words.
 * Nothing found is an empty list. Throws when the file is not a Word file. The length of lines is compared with the
 * width of bold Times New Roman text.
 */
export async function checkOfficialDocx(docx: Uint8Array): Promise<Deviation[]> {
  return checkParts(await readParts(docx));
}

/** The same for a package that is already unzipped: path → text. */
export function checkParts(parts: ReadonlyMap<string, string>): Deviation[] {
  const findings = new Findings();
  const [main, ...annexes] = readSections(parts);
  if (main === undefined) throw new Error('The file has no section');
  checkPages([main, ...annexes], findings);
  checkBody(main, checkHeader(main, findings), annexes.length, findings);
  checkAnnexes(annexes, findings);
  checkLinks(parts, findings);
  return findings.deviations;
}

/** Nothing points outside the file, and no field does more than count pages (B5). */
function checkLinks(parts: ReadonlyMap<string, string>, findings: Findings): void {
  for (const [path, text] of parts) {
    if (!path.endsWith('.rels') && !path.endsWith('.xml')) continue;
    const root = parseXml(text);
    for (const relation of path.endsWith('.rels') ? childrenOf(root) : []) {
      findings.expect(
        relation.attributes['TargetMode'] !== 'External',
        'links',
        'nothing outside',
        relation.attributes,
      );
    }
    for (const field of [...allOf(root, 'w:instrText'), ...allOf(root, 'w:fldSimple')]) {
      findings.expect(textOf(field).trim() === 'PAGE', 'fields', 'PAGE', textOf(field));
    }
  }
}
