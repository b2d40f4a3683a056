/** The checker must be able to fail: every rule is broken once in a document that is otherwise right. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkParts } from './check-official-docx.server.ts';
import { readParts } from './check-official-docx/read-parts.server.ts';
import type { OfficialDocument } from './document-model.ts';
import { renderOfficialDocx } from './official-docx.server.ts';
import { communeLetter, communeMinutes, hamletReport } from './sample-report.test-data.ts';

const body = 'word/document.xml';
const styles = 'word/styles.xml';

let report: Map<string, string>;
let letter: Map<string, string>;
let minutes: Map<string, string>;

beforeAll(async () => {
  report = await readParts(await renderOfficialDocx(hamletReport));
  letter = await readParts(await renderOfficialDocx(communeLetter));
  minutes = await readParts(await renderOfficialDocx(communeMinutes));
});

/** Breaks the first match in a part; throws when there was nothing to break. */
function broken(
  parts: Map<string, string>,
  path: string,
  from: RegExp | string,
  to: string,
): Map<string, string> {
  const before = parts.get(path) ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`Nothing to break in ${path}: ${from}`);
  return new Map([...parts, [path, after]]);
}

/** A style's own definition, up to the given piece of it. */
const inStyle = (id: string, piece: string) => new RegExp(`(w:styleId="${id}"(?:(?!</w:style>).)*?)${piece}`);

const size = (id: string, to: number): [string, RegExp, string] => [
  styles,
  inStyle(id, '<w:sz w:val="\\d+"/>'),
  `$1<w:sz w:val="${to * 2}"/>`,
];
const without = (id: string, tag: string): [string, RegExp, string] => [
  styles,
  inStyle(id, `<${tag}/>`),
  '$1',
];
const aligned = (id: string, to: string): [string, RegExp, string] => [
  styles,
  inStyle(id, '<w:jc w:val="\\w+"/>'),
  `$1<w:jc w:val="${to}"/>`,
];
const indentOf = (id: string) => new RegExp(`(<w:pStyle w:val="${id}"/><w:ind w:left=")\\d+`);

const plants: [rule: string, path: string, from: RegExp | string, to: string][] = [
  ['page.size', body, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'],
  ['page.margin.top', body, 'w:top="1134" w:right', 'w:top="1000" w:right'],
  ['page.margin.bottom', body, 'w:bottom="1134"', 'w:bottom="1500"'],
  ['page.margin.left', body, 'w:left="1701"', 'w:left="1440"'],
  ['page.margin.right', body, 'w:right="851"', 'w:right="1440"'],
  ['page-number', body, '<w:headerReference w:type="default"', '<w:headerReference w:type="even"'],
  ['page-number.place', ...aligned('pageNumber', 'right')],
  ['page-number.first', body, '<w:titlePg/>', ''],
  ['page-number.start', body, /<w:pgNumType w:start="1"\/>/, ''],
  ['page-number.margin', body, 'w:header="510"', 'w:header="1300"'],
  [
    'letters.face',
    body,
    '<w:t xml:space="preserve">Kính gửi',
    '<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>Kính gửi',
  ],
  ['letters.face', styles, 'w:eastAsia="Times New Roman"', 'w:eastAsia="SimSun"'],
  ['letters.color', styles, '<w:color w:val="000000"/>', '<w:color w:val="1F4E79"/>'],
  ['nation.text', body, 'CỘNG HÒA XÃ HỘI', 'CỘNG HOÀ XÃ HỘI'],
  ['nation.size', ...size('nation', 14)],
  ['nation.bold', ...without('nation', 'w:b')],
  ['motto.text', body, 'Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do – Hạnh phúc'],
  ['motto.align', ...aligned('motto', 'left')],
  ['motto.line', body, /(phúc<\/w:t>.*?<w:pStyle w:val="rule"\/><w:ind w:left=")\d+/, '$1400'],
  ['motto.line', styles, inStyle('rule', '<w:bottom w:val="single"'), '$1<w:bottom w:val="none"'],
  ['sizes.together', ...size('nation', 12)],
  ['superior.italic', body, '<w:t xml:space="preserve">UBND', '<w:rPr><w:i/></w:rPr><w:t>UBND'],
  ['superior.capitals', body, 'UBND XÃ NHƠN MỸ', 'UBND xã Nhơn Mỹ'],
  ['issuer', ...without('issuer', 'w:b')],
  ['issuer.capitals', body, 'ẤP MẪU 3', 'Ấp Mẫu 3'],
  ['issuer.size', ...size('issuer', 14)],
  ['issuer.line', body, indentOf('rule'), '$1100'],
  ['number.text', body, '/BC-AM3', '/BC - AM3'],
  ['number.size', ...size('number', 12)],
  ['date.text', body, 'năm 2026</w:t>', 'năm 26</w:t>'],
  ['date.italic', ...without('placeAndDate', 'w:i')],
  ['kind.bold', ...without('kind', 'w:b')],
  ['kind.capitals', body, 'BÁO CÁO', 'Báo cáo'],
  ['subject.size', ...size('subject', 16)],
  [
    'subject.line',
    body,
    /(năm 2026<\/w:t><\/w:r><\/w:p><w:p><w:pPr><w:pStyle w:val="rule"\/><w:ind w:left=")\d+/,
    '$110',
  ],
  ['addressees.marks', body, 'xã Nhơn Mỹ;', 'xã Nhơn Mỹ,'],
  ['basis.italic', ...without('basis', 'w:i')],
  ['basis.marks', body, 'địa phương;', 'địa phương.'],
  ['text.size', ...size('body', 12)],
  ['text.align', ...aligned('body', 'left')],
  ['text.indent', styles, inStyle('body', 'w:firstLine="720"'), '$1w:firstLine="300"'],
  ['text.between', styles, inStyle('body', 'w:after="120"'), '$1w:after="60"'],
  ['text.line', styles, inStyle('body', 'w:line="264"'), '$1w:line="480"'],
  ['heading.number', 'word/numbering.xml', 'w:val="upperRoman"', 'w:val="decimal"'],
  ['heading.bold', ...without('Heading2', 'w:b')],
  ['end-mark', body, 'kèm theo)./.', 'kèm theo).'],
  ['table.header', body, /<w:tblHeader\/>/g, ''],
  ['table.rows', body, /(Toàn xã.*)?<w:cantSplit\/>(?=(?:(?!<w:tr>).)*Lượt tuyên truyền tại nhà)/, '$1'],
  ['table.numbers', body, /<w:jc w:val="right"\/>/, '<w:jc w:val="left"/>'],
  ['recipients.text', body, 'Nơi nhận:', 'Nơi gửi:'],
  ['recipients.size', ...size('recipients', 13)],
  ['recipients.list.size', ...size('recipientLine', 12)],
  ['recipients.marks', body, '- Như trên;', '- Như trên'],
  ['recipients.last', body, '- Lưu: Ban ấp.', '- Ban ấp.'],
  ['signature.bold', ...without('authority', 'w:b')],
  ['signature.capitals', body, 'TRƯỞNG ẤP', 'Trưởng ấp'],
  ['signature.name', body, 'Trần Văn Tư', 'ThS. Trần Văn Tư'],
  ['foot', body, /(<w:p>(?:(?!<w:p>).)*<w:sectPr>)/, '<w:p><w:r><w:t>Thừa</w:t></w:r></w:p>$1'],
  ['annex.label', body, 'Phụ lục II<', 'Phụ lục 2<'],
  ['annex.label.size', ...size('annexLabel', 13)],
  ['annex.title.capitals', body, 'CÁCH TÍNH CÁC CHỈ TIÊU', 'Cách tính các chỉ tiêu'],
  ['annex.attached', body, '(Kèm theo Báo cáo', '(Kèm Báo cáo'],
  ['annex.reference', body, 'chi tiết tại các Phụ lục I và II kèm theo', 'chi tiết kèm theo'],
  [
    'links',
    'word/_rels/document.xml.rels',
    '</Relationships>',
    '<Relationship Id="x" Target="http://example.invalid/a.png" TargetMode="External"/></Relationships>',
  ],
  ['fields', body, '</w:t></w:r>', '</w:t></w:r><w:r><w:instrText>INCLUDETEXT "a"</w:instrText></w:r>'],
];

describe('a right document', () => {
  it.each<[string, Partial<OfficialDocument>]>([
    ['as it is', {}],
    ['in 13 points', { bodySize: 13 }],
    ['registered', { number: '5', date: '2026-12-08', symbol: 'BC-UBND' }],
    [
      'without annexes, basis, addressees, upper body',
      { annexes: [], basis: [], addressees: [], superior: [] },
    ],
    ['with one annex', { annexes: (hamletReport.annexes ?? []).slice(0, 1) }],
    ['with one addressee', { addressees: ['Ủy ban nhân dân xã Nhơn Mỹ'] }],
    ['without number and symbol', { symbol: null }],
    ['with a short subject', { subject: 'Tháng 11' }],
  ])('has no deviation: %s', async (_, change) => {
    const parts = await readParts(await renderOfficialDocx({ ...hamletReport, ...change }));
    expect(checkParts(parts)).toEqual([]);
  });

  it('has no deviation: công văn', () => {
    expect(checkParts(letter)).toEqual([]);
  });

  it('has no deviation: biên bản', () => {
    expect(checkParts(minutes)).toEqual([]);
  });
});

describe('a planted deviation is found', () => {
  it.each(plants)('%s', (rule, path, from, to) => {
    const rules = checkParts(broken(report, path, from, to)).map((deviation) => deviation.rule);
    expect(rules).toContain(rule);
  });

  it('regarding.text, in a công văn', () => {
    const rules = checkParts(broken(letter, body, 'V/v ', 'Về việc ')).map((deviation) => deviation.rule);
    expect(rules).toEqual(['regarding.text']);
  });

  it.each([
    ['secretary', 'THƯ KÝ', 'NGƯỜI GHI'],
    ['signature.capitals', 'CHỦ TỌA', 'Chủ tọa'],
    ['signature.name', 'Đặng Thị Hạnh', 'ThS. Đặng Thị Hạnh'],
    ['recipients.last', '- Lưu: VT, Hồ sơ.', '- Hồ sơ.'],
    ['nation.text', 'CỘNG HÒA', 'CỘNG HOÀ'],
  ])('%s, in minutes', (rule, from, to) => {
    const rules = checkParts(broken(minutes, body, from, to)).map((deviation) => deviation.rule);
    expect(rules).toEqual([rule]);
  });

  it('date.text: minutes with a place and date above, another document without', async () => {
    const rulesOf = async (document: OfficialDocument) =>
      checkParts(await readParts(await renderOfficialDocx(document))).map((deviation) => deviation.rule);
    const { secretary, ...alone } = communeMinutes;
    expect(await rulesOf(alone)).toContain('date.text');
    expect(await rulesOf({ ...hamletReport, ...(secretary && { secretary }) })).toContain('date.text');
  });
});

it('refuses what is no Word file', async () => {
  await expect(readParts(new TextEncoder().encode('not a zip'))).rejects.toThrow();
});
