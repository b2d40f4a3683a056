/** A hamlet's monthly report as an officer would send it, all people and figures invented. Used by tests only. */
import type { Chart, Column, OfficialDocument, Row } from './document-model.ts';

/** Every letter of the Vietnamese alphabet in every tone, small and capital: 134 with marks or đ, beside plain a–z. */
export const vietnameseLetters = [
  'àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị',
  'òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ',
  'ÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ Đ ÈÉẺẼẸ ÊỀẾỂỄỆ ÌÍỈĨỊ',
  'ÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ÙÚỦŨỤ ƯỪỨỬỮỰ ỲÝỶỸỴ',
];

const indicatorColumns: Column[] = [
  { header: 'TT', width: 5, align: 'center' },
  { header: 'Chỉ tiêu', width: 36, align: 'left' },
  { header: 'Đơn vị tính', width: 9, align: 'center' },
  { header: 'Trong tháng', width: 10, align: 'right', group: 'Kết quả' },
  { header: 'Lũy kế từ đầu năm', width: 12, align: 'right', group: 'Kết quả' },
  { header: 'Chỉ tiêu năm', width: 10, align: 'right' },
  { header: 'Tỷ lệ (%)', width: 9, align: 'right' },
  { header: 'So tháng trước', width: 10, align: 'right' },
];

const indicatorRows: Row[] = [
  { section: 'A. Tổ chức' },
  { cells: ['A1', 'Tổ công nghệ số cộng đồng', 'tổ', '1', '1', '1', '100,0', '0'] },
  { cells: ['A2', 'Thành viên của Tổ', 'người', '7', '7', '7', '100,0', '0'] },
  { section: 'B. Thông tin, tuyên truyền' },
  { cells: ['B2', 'Hộ được tuyên truyền về chuyển đổi số', 'hộ', '42', '236', '252', '93,6', '+42'] },
  { cells: ['B4', 'Lượt tuyên truyền tại nhà', 'lượt', '57', '418', '—', '—', '+9'] },
  { section: 'C. Hướng dẫn nền tảng số' },
  { cells: ['C1', 'Hộ được hướng dẫn cài đặt ứng dụng thiết yếu', 'hộ', '31', '181', '202', '71,8', '+31'] },
  { cells: ['C5', 'Người được hướng dẫn kích hoạt VNeID', 'người', '26', '1.204', '—', '—', '+26'] },
];

/** Columns and 24 rows of the commune's annex, one per hamlet, with a row of sums. */
const hamletColumns: Column[] = [
  { header: 'TT', width: 5, align: 'center' },
  { header: 'Ấp', width: 15, align: 'left' },
  { header: 'Tổng số hộ', width: 9, align: 'right' },
  { header: 'Số hộ', width: 9, align: 'right', group: 'Hộ được tuyên truyền' },
  { header: 'Tỷ lệ (%)', width: 9, align: 'right', group: 'Hộ được tuyên truyền' },
  { header: 'Số hộ', width: 9, align: 'right', group: 'Hộ được hướng dẫn cài đặt' },
  { header: 'Tỷ lệ (%)', width: 9, align: 'right', group: 'Hộ được hướng dẫn cài đặt' },
  { header: 'Số người', width: 9, align: 'right', group: 'Người đủ ba điều kiện' },
  { header: 'Tỷ lệ (%)', width: 9, align: 'right', group: 'Người đủ ba điều kiện' },
  { header: 'Ghi chú', width: 17, align: 'left' },
];

const rate = (part: number, whole: number) =>
  (Math.floor((part * 1000) / whole) / 10).toFixed(1).replace('.', ',');

const hamletRows: Row[] = [
  ...Array.from({ length: 24 }, (_, index): Row => {
    const households = 230 + ((index * 37) % 61);
    const informed = households - ((index * 11) % 40);
    const guided = Math.floor(households * 0.5) + ((index * 17) % 70);
    const people = 300 + ((index * 29) % 130);
    return {
      cells: [
        String(index + 1),
        `Ấp Mẫu ${index + 1}`,
        String(households),
        String(informed),
        rate(informed, households),
        index === 6 ? '—' : String(guided),
        index === 6 ? '—' : rate(guided, households),
        String(people),
        rate(people, 560),
        index === 6 ? 'Chưa gửi báo cáo' : '',
      ],
    };
  }),
  { cells: ['', 'Toàn xã', '6.247', '5.802', '92,8', '3.961', '63,4', '8.712', '64,8', ''], total: true },
];

const work =
  'Thành viên Tổ công nghệ số cộng đồng đến từng nhà, hướng dẫn người dân cài đặt và sử dụng VNeID, Cổng Dịch vụ công quốc gia, ứng dụng Smart An Giang và các ứng dụng thanh toán; ưu tiên hộ có người cao tuổi, người khuyết tật và hộ chưa có điện thoại thông minh.';

export const hamletReport: OfficialDocument = {
  superior: ['UBND xã Nhơn Mỹ'],
  issuer: ['Ấp Mẫu 3'],
  issuerInText: 'Ấp Mẫu 3, xã Nhơn Mỹ',
  number: null,
  symbol: 'BC-AM3',
  place: 'Nhơn Mỹ',
  date: null,
  year: 2026,
  kind: 'Báo cáo',
  subject:
    'Kết quả hoạt động Tổ công nghệ số cộng đồng Ấp Mẫu 3 tháng 11 năm 2026 và nhiệm vụ tháng 12 năm 2026',
  addressees: ['Ủy ban nhân dân xã Nhơn Mỹ', 'Phòng Văn hóa - Xã hội xã Nhơn Mỹ'],
  basis: [
    'Căn cứ Kế hoạch số 193/KH-UBND ngày 14/4/2026 của Ủy ban nhân dân tỉnh An Giang về hoạt động tổ công nghệ số cộng đồng tại các địa phương',
    'Căn cứ Kế hoạch hoạt động Tổ công nghệ số cộng đồng trên địa bàn xã Nhơn Mỹ năm 2026;',
  ],
  body: [
    {
      kind: 'paragraph',
      text: 'Ban ấp Mẫu 3 báo cáo kết quả hoạt động của Tổ công nghệ số cộng đồng trong tháng 11 năm 2026 như sau:',
    },
    { kind: 'heading', level: 1, text: 'Tình hình chung' },
    {
      kind: 'paragraph',
      text: 'Ấp Mẫu 3 có 252 hộ với 934 nhân khẩu thường trú; Tổ có 07 thành viên, trong đó 03 nữ và 02 đoàn viên thanh niên.',
    },
    { kind: 'paragraph', text: work },
    { kind: 'heading', level: 1, text: 'Kết quả thực hiện' },
    { kind: 'heading', level: 2, text: 'Thông tin, tuyên truyền' },
    {
      kind: 'paragraph',
      text: [
        { text: 'Trong tháng, Tổ đã đến ' },
        { text: '42 hộ', bold: true },
        { text: ', nâng số hộ được tuyên truyền từ đầu năm lên ' },
        { text: '236 hộ', bold: true },
        { text: ' (đạt 93,6 %). Các hình thức đã dùng:' },
      ],
    },
    { kind: 'bullet', text: 'Đến nhà: 57 lượt' },
    { kind: 'bullet', text: 'Họp ấp: 01 cuộc, 64 hộ tham dự' },
    { kind: 'bullet', text: [{ text: 'Loa truyền thanh: ' }, { text: '08 lượt', italic: true }] },
    { kind: 'heading', level: 2, text: 'Chính quyền số' },
    { kind: 'heading', level: 3, text: 'Định danh và xác thực điện tử' },
    { kind: 'paragraph', text: work },
    { kind: 'heading', level: 3, text: 'Dịch vụ công trực tuyến' },
    { kind: 'paragraph', text: work },
    { kind: 'heading', level: 2, text: 'Kinh tế số' },
    { kind: 'paragraph', text: work },
    { kind: 'heading', level: 2, text: 'Xã hội số' },
    { kind: 'paragraph', text: work },
    {
      kind: 'table',
      caption: 'Bảng 1. Kết quả thực hiện các chỉ tiêu tháng 11 năm 2026',
      columns: indicatorColumns,
      rows: indicatorRows,
    },
    { kind: 'heading', level: 1, text: 'Khó khăn, vướng mắc' },
    {
      kind: 'paragraph',
      text: 'Một số hộ cao tuổi chưa có điện thoại thông minh; sóng di động ở cuối ấp còn yếu. Tổ đã cử người phụ trách giúp đỡ 11 hộ.',
    },
    { kind: 'heading', level: 1, text: 'Kiến nghị, đề xuất' },
    {
      kind: 'paragraph',
      text: 'Đề nghị Ủy ban nhân dân xã làm việc với doanh nghiệp viễn thông để tăng chất lượng sóng tại khu vực cuối ấp.',
    },
    { kind: 'heading', level: 1, text: 'Nhiệm vụ tháng tới' },
    { kind: 'bullet', text: 'Đến 16 hộ chưa được tuyên truyền' },
    { kind: 'bullet', text: 'Hướng dẫn cài đặt ứng dụng cho 21 hộ còn lại theo kế hoạch' },
    {
      kind: 'paragraph',
      text: 'Trên đây là báo cáo kết quả hoạt động tháng 11 năm 2026 của Tổ công nghệ số cộng đồng Ấp Mẫu 3 (chi tiết tại các Phụ lục I và II kèm theo).',
    },
  ],
  signature: { authority: ['TM. Ban ấp'], title: 'Trưởng ấp', name: 'Trần Văn Tư' },
  recipients: ['Như trên', 'Chi bộ ấp', 'Thành viên Tổ công nghệ số cộng đồng', 'Lưu: Ban ấp'],
  annexes: [
    {
      title: 'Kết quả thực hiện các mục tiêu của từng ấp trên địa bàn xã Nhơn Mỹ',
      landscape: true,
      blocks: [{ kind: 'table', columns: hamletColumns, rows: hamletRows }],
    },
    {
      title: 'Cách tính các chỉ tiêu',
      landscape: false,
      blocks: [
        { kind: 'heading', level: 1, text: 'Chữ dùng trong báo cáo' },
        ...vietnameseLetters.map((text) => ({ kind: 'paragraph' as const, text })),
        { kind: 'bullet', text: 'Hộ được tuyên truyền: hộ có ít nhất một lượt đến nhà trong năm' },
      ],
    },
  ],
  sampleData: true,
};

/** A công văn of the commune, with number and day, to several addressees. */
export const communeLetter: OfficialDocument = {
  issuer: ['Ủy ban nhân dân', 'xã Nhơn Mỹ'],
  number: '7',
  symbol: 'UBND-VHXH',
  place: 'Nhơn Mỹ',
  date: '2026-02-05',
  year: 2026,
  kind: null,
  subject: 'đôn đốc báo cáo hoạt động Tổ công nghệ số cộng đồng',
  regarding: 'đôn đốc báo cáo hoạt động Tổ công nghệ số cộng đồng tháng 01 năm 2026',
  addressees: ['Trưởng các ấp'],
  body: [
    {
      kind: 'paragraph',
      text: 'Ủy ban nhân dân xã Nhơn Mỹ đề nghị trưởng các ấp gửi báo cáo chậm nhất ngày 10 hằng tháng.',
    },
  ],
  signature: { authority: ['KT. Chủ tịch'], title: 'Phó Chủ tịch', name: null },
  recipients: ['Như trên', 'Lưu: VT, VHXH'],
};

/** Minutes of a meeting: two who sign, recipients below, no place and date above (Phụ lục III, mẫu 1.9). */
export const communeMinutes: OfficialDocument = {
  issuer: communeLetter.issuer,
  place: communeLetter.place,
  date: null,
  year: 2026,
  number: null,
  symbol: 'BB-UBND',
  kind: 'Biên bản',
  subject: 'Họp Tổ công nghệ số cộng đồng xã Nhơn Mỹ tháng 11 năm 2026',
  body: [
    { kind: 'paragraph', text: 'Thời gian bắt đầu: 08 giờ 00, ngày 24 tháng 11 năm 2026' },
    { kind: 'paragraph', text: 'Địa điểm: Hội trường Ủy ban nhân dân xã' },
    { kind: 'paragraph', text: 'Cuộc họp kết thúc vào 10 giờ 30, ngày 24 tháng 11 năm 2026' },
  ],
  signature: { title: 'Chủ tọa', name: 'Hồ Văn Dũng' },
  secretary: { title: 'Thư ký', name: 'Đặng Thị Hạnh' },
  recipients: ['Thành viên Tổ', 'Lưu: VT, Hồ sơ'],
};

/** Bars of hamlets, one of which is not known, and a line over months of which one is missing. */
export const charts: Chart[] = [
  {
    kind: 'chart',
    form: 'bars',
    caption: 'Biểu đồ 1. Tỷ lệ của từng ấp so với kế hoạch',
    alt: 'Biểu đồ cột tỷ lệ của ba ấp so với đường kế hoạch 66,6 %.',
    unit: '%',
    labels: ['Ấp Mẫu 1', 'Ấp Mẫu 2', 'Ấp Mẫu 3'],
    panels: [{ title: 'Hộ được tuyên truyền', plan: [66.6667, 66.6667, null], values: [93.66, 41.2, null] }],
  },
  {
    kind: 'chart',
    form: 'line',
    caption: 'Biểu đồ 2. Tỷ lệ của xã qua các tháng',
    alt: 'Biểu đồ đường tỷ lệ của xã qua bốn tháng so với đường kế hoạch.',
    unit: '%',
    labels: ['T1', 'T2', 'T3', 'T4'],
    panels: [{ title: 'Hộ được tuyên truyền', plan: [10, 20, null, 40], values: [12.5, 18, null, 44.4] }],
  },
];
