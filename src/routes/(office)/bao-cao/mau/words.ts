import { inSentence } from '#shared/in-sentence.ts';
import { formatDay, formatMoment, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { ReportKind, SumColumn } from '#features/reports/model/template.ts';

/** The words of the pages on which the office keeps the forms of reports. */
export { draftNames, figureNames } from '#features/reports/form-words.ts';

export const title = 'Mẫu báo cáo';
export const lead =
  'Báo cáo có những phần nào, con số nào. Sửa thì thành bản mới từ một ngày; báo cáo đã mở giữ mẫu cũ.';
export const names: Record<ReportKind, string> = {
  hamlet: 'Báo cáo của ấp',
  office: 'Báo cáo của Phòng gửi UBND xã',
  commune: 'Báo cáo của UBND xã gửi tỉnh',
};
export const list = {
  version: (version: number, from: Day) => `Bản ${formatCount(version)}, dùng từ ngày ${formatDay(from)}`,
  coming: (version: number, from: Day) => `Bản ${formatCount(version)} sẽ dùng từ ngày ${formatDay(from)}`,
  editing: 'Đang có bản sửa',
  size: (sections: number, rows: number, columns: number) =>
    [
      `${formatCount(sections)} phần lời`,
      rows > 0 ? `${formatCount(rows)} dòng số liệu` : '',
      columns > 0 ? `${formatCount(columns)} cột tổng hợp` : '',
    ]
      .filter(Boolean)
      .join(', '),
  open: 'Xem và sửa',
};

export const form = {
  edit: 'Sửa mẫu',
  inForce: 'Mẫu đang dùng',
  draft: 'Bản sửa, chưa áp dụng',
  draftBy: (name: string, at: Date) => `${name} sửa lần cuối ${formatMoment(at)}. Các ấp chưa thấy bản này.`,
  preview: 'Xem trước',
  sections: 'Các phần lời',
  parts: 'Các nhóm số liệu',
  partsHelp: 'Mỗi dòng là một con số của ấp. Dòng chưa có con số in ra dấu “—”.',
  partsOffice: 'Số liệu do các đơn vị khác cung cấp; số của ấp cộng theo các cột dưới đây.',
  columns: 'Cột của bảng tổng hợp',
  columnsHelp: 'Mỗi ấp một hàng. Mỗi cột lấy một con số của báo cáo ấp.',
  addSection: 'Thêm phần',
  addInner: (title: string) => `Thêm phần trong “${title}”`,
  addPart: 'Thêm nhóm',
  addRow: (code: string) => `Thêm dòng vào nhóm ${code}`,
  addColumn: 'Thêm cột',
  change: (what: string) => `Sửa ${what}`,
  changeShort: 'Sửa',
  up: (what: string) => `Chuyển lên: ${what}`,
  down: (what: string) => `Chuyển xuống: ${what}`,
  upShort: 'Chuyển lên',
  downShort: 'Chuyển xuống',
  drafted: (name: string) => `Máy soạn: ${name.toLowerCase()}`,
  written: 'Người viết',
  notCollected: 'Chưa có số liệu',
  emptyPart: 'Chưa có dòng nào.',
  noParts: 'Mẫu này không có nhóm số liệu riêng.',
  noColumns: 'Chưa có cột nào.',
  versions: 'Các bản',
  original: 'So với mẫu gốc',
  originalLead:
    'Mẫu gốc đi cùng phần mềm có thêm những chỗ dưới đây. Lấy thêm thì các chỗ đã sửa vẫn giữ nguyên.',
  take: 'Lấy thêm vào bản sửa',
  missing: { sections: 'Phần', parts: 'Nhóm', rows: 'Dòng', columns: 'Cột' },
};

export const force = {
  title: 'Áp dụng bản sửa',
  lead: 'Báo cáo của các kỳ kết thúc từ ngày này trở đi dùng mẫu mới. Báo cáo đã mở, đã gửi giữ mẫu cũ.',
  from: 'Dùng từ ngày',
  opened: (count: number, period: string) =>
    `${formatCount(count)} ấp đã mở báo cáo ${period} theo mẫu cũ và sẽ gửi theo mẫu đó.`,
  save: 'Áp dụng mẫu mới',
  drop: 'Bỏ bản sửa',
  dropLead: 'Mọi chỗ đã sửa trong bản này mất đi. Mẫu đang dùng giữ nguyên.',
  dropSure: 'Bỏ hẳn bản sửa',
};

export const units = {
  title: 'Đơn vị, đoàn thể',
  filledBy: 'Ai viết phần này',
  givenBy: 'Ai cung cấp số liệu',
  fillersHelp:
    'Không chọn ai thì Phòng Văn hóa – Xã hội làm. Chọn nhiều đơn vị (ví dụ các trường) thì phần của từng đơn vị đứng nối nhau, có ghi tên.',
  givenTo: (names: readonly string[]) => (names.length === 0 ? '' : `Giao cho ${names.join(', ')}`),
};

export const section = {
  title: (name: string | null, parent: string | null) =>
    name !== null ? `Sửa phần “${name}”` : parent === null ? 'Thêm phần lời' : `Thêm phần trong “${parent}”`,
  oneDocument: {
    office:
      'Phần này in trong báo cáo của Phòng. Muốn in cả trong báo cáo của UBND gửi tỉnh thì thêm phần cùng tên ở mẫu đó.',
    commune:
      'Phần này in trong báo cáo của UBND gửi tỉnh. Muốn in cả trong báo cáo của Phòng thì thêm phần cùng tên ở mẫu đó.',
  },
  name: 'Tên phần',
  nameHelp: 'Có thể ghi {ky} để máy điền tháng, quý hoặc năm. Ví dụ: Nhiệm vụ {ky} tới.',
  prompt: 'Lời gợi ý cho người viết',
  promptHelp: 'Hiện phía trên ô viết. Ví dụ: Việc gì chưa làm được, vì sao.',
  draft: 'Lời có sẵn trong ô viết',
  draftHelp: 'Máy soạn từ số liệu, người viết sửa lại được. Chọn “Người viết” thì ô để trống.',
  byPeople: 'Người viết, để trống',
  remove: 'Bỏ phần này',
  removeLead: 'Báo cáo mở sau khi áp dụng sẽ không có phần này. Báo cáo cũ giữ nguyên.',
};

export const part = {
  title: (name: string | null) => (name === null ? 'Thêm nhóm số liệu' : `Sửa nhóm “${name}”`),
  name: 'Tên nhóm',
  lead: 'Máy đặt chữ cái tiếp theo. Thêm nhóm rồi thêm các dòng.',
  remove: 'Bỏ nhóm này',
  removeLead: 'Bỏ cả nhóm cùng các dòng trong nhóm.',
};

export const row = {
  title: (code: string | null, part: string) =>
    code === null ? `Thêm dòng vào nhóm ${part}` : `Sửa dòng ${code}`,
  code: 'Mã',
  codeHelp: (part: string) => `Ví dụ ${part}9. Dòng nằm trong ${part}9 thì ghi ${part}9.nu.`,
  name: 'Nội dung',
  figure: 'Lấy con số nào',
  figureHelp: 'Máy tự đếm từ nhật ký. Chưa có con số nào hợp thì chọn “Chưa có số liệu”.',
  notCollected: 'Chưa có số liệu',
  figureOption: (name: string, unit: string) => `${name} (${unit})`,
  unit: 'Đơn vị tính',
  unitHelp: 'Phải trùng với đơn vị của con số: hộ, người và lượt không trộn lẫn.',
  shows: 'Các cột có số',
  columns: { period: 'Trong kỳ', cumulative: 'Lũy kế', rate: 'Tỷ lệ' },
  goal: 'So với chỉ tiêu của kế hoạch',
  goals: { yes: 'Có', no: 'Không' },
  remove: 'Bỏ dòng này',
  removeLead: 'Báo cáo mở sau khi áp dụng sẽ không có dòng này. Báo cáo cũ giữ nguyên.',
};

export const column = {
  title: (name: string | null) => (name === null ? 'Thêm cột tổng hợp' : `Sửa cột “${name}”`),
  source: 'Lấy số nào của báo cáo ấp',
  values: {
    period: 'trong kỳ',
    cumulative: 'lũy kế',
    population: 'tổng số',
    rate: 'tỷ lệ',
  } satisfies Record<SumColumn['value'], string>,
  option: (code: string, name: string, value: string) => `${code}. ${name}: ${value}`,
  from: (code: string, value: SumColumn['value']) => `Mục ${code}, ${column.values[value]}`,
  header: 'Tên cột',
  group: 'Nằm dưới tên chung',
  groupHelp: 'Các cột cạnh nhau cùng tên chung đứng dưới một ô.',
  named: (header: string, group: string | null) =>
    group === null ? header : `${group}: ${inSentence(header)}`,
  remove: 'Bỏ cột này',
  removeLead: 'Bảng tổng hợp theo mẫu mới không có cột này.',
};

export const document = {
  title: (kind: ReportKind) =>
    kind === 'hamlet' ? 'Đầu trang, lời mở, chữ ký, nơi nhận' : 'Trích yếu, kính gửi, lời mở và lời kết',
  elsewhere: 'Cơ quan ban hành, người ký và nơi nhận lấy theo mẫu chung của xã, có ngày hiệu lực riêng:',
  elsewhereLink: 'Mẫu ký, nơi nhận',
  lead: 'Chỗ trong ngoặc nhọn được máy điền khi lập báo cáo.',
  places: {
    hamlet: '{hamlet}: ấp Mẫu 1. ',
    board: '{board}: Ban ấp Mẫu 1. ',
    kind: '{kind}: ấp. ',
    commune: '{commune}: xã Nhơn Mỹ. ',
    place: '{place}: Nhơn Mỹ. ',
    team: '{team}: Tổ công nghệ số cộng đồng. ',
    month: '{month}: tháng 10 năm 2026. ',
    next: '{next}: tháng 11 năm 2026. ',
  } as Record<string, string>,
  name: 'Tên mẫu',
  superior: 'Cơ quan cấp trên, ở góc trái',
  issuer: 'Cơ quan ban hành, ở góc trái',
  issuerInText: 'Tên cơ quan trong câu',
  symbol: 'Ký hiệu',
  symbolHelp: 'Ví dụ BC-VHXH. Số do văn thư cấp, máy không tự đặt.',
  subject: 'Trích yếu, sau chữ Báo cáo',
  addressees: 'Kính gửi',
  opening: 'Lời mở',
  closing: 'Lời kết',
  annexTitle: 'Tên phụ lục',
  authority: 'Quyền hạn ký',
  authorityHelp: 'Ví dụ TM. Ủy ban nhân dân. Mỗi dòng một ý.',
  signerTitle: 'Chức vụ người ký',
  recipients: 'Nơi nhận',
  lines: 'Mỗi dòng một ý.',
};

export const preview = {
  title: (name: string) => `Xem trước: ${name.toLowerCase()}`,
  draft: 'Theo bản sửa, với số liệu mới nhất. Chưa ai nhận được báo cáo này.',
  inForce: 'Theo mẫu đang dùng, với số liệu mới nhất.',
  word: 'Tải bản Word xem trước',
  hamlet: 'Ấp để xem thử',
  show: 'Xem',
  table: 'Bảng tổng hợp',
  empty: 'Để trống cho người viết.',
};

export const save = 'Lưu';
export const remove = 'Bỏ';
export const done: Record<string, string> = {
  sua: 'Đã mở bản sửa. Các ấp vẫn dùng mẫu cũ cho đến khi áp dụng.',
  luu: 'Đã lưu vào bản sửa.',
  chuyen: 'Đã chuyển.',
  'bo-muc': 'Đã bỏ khỏi bản sửa.',
  lay: 'Đã lấy thêm từ mẫu gốc vào bản sửa.',
  'ap-dung': 'Đã áp dụng. Báo cáo mở từ kỳ này dùng mẫu mới.',
  'bo-ban-sua': 'Đã bỏ bản sửa.',
};
