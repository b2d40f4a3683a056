import { figureKinds, type FigureCode } from './model/figure-codes.ts';
import type { ReportTemplate, TemplateIndicator, TemplateSection } from './model/template.ts';

/**
 * The forms with which a commune begins: domain/01 §2.5, made from the plan. A commune's office will change them by new
 * versions, never here.
 */

function row(
  code: string,
  title: string,
  unit: TemplateIndicator['unit'],
  figure: FigureCode | null,
  more: Partial<Pick<TemplateIndicator, 'target' | 'rate'>> = {},
): TemplateIndicator {
  const kind = figure === null ? null : figureKinds[figure];
  return {
    code,
    title,
    unit,
    figure,
    target: null,
    rate: false,
    period: kind !== 'state',
    cumulative: true,
    ...more,
  };
}

const parts: ReportTemplate['parts'] = [
  {
    code: 'A',
    title: 'Tổ chức',
    indicators: [
      row('A1', 'Số Tổ', 'tổ', 'teams'),
      row('A2', 'Số thành viên Tổ', 'người', 'members'),
      row('A2.nu', 'Trong đó: nữ', 'người', 'members_women'),
      row('A2.doan', 'Trong đó: đoàn viên thanh niên', 'người', 'members_youth_union'),
      row('A2.gv', 'Trong đó: giáo viên', 'người', 'members_teachers'),
      row('A3', 'Lượt thành viên hoạt động (mỗi người mỗi ngày một lượt)', 'lượt', 'member_outings'),
      row('A4', 'Điểm hỗ trợ, mô hình “Tổ tự quản công nghệ” đang hoạt động', 'mô hình', 'groups_active', {
        target: 'T1',
      }),
    ],
  },
  {
    code: 'B',
    title: 'Tuyên truyền',
    indicators: [
      row('B1', 'Tổng số hộ đang cư trú', 'hộ', 'households'),
      row('B2', 'Hộ được tuyên truyền', 'hộ', 'households_informed', { target: 'T2', rate: true }),
      row('B3', 'Hộ được tuyên truyền bằng nhiều hình thức', 'hộ', 'households_many_forms', {
        target: 'T4',
        rate: true,
      }),
      row('B4', 'Lượt tuyên truyền', 'lượt', 'contacts'),
      row('B4.hinh_thuc', 'Trong đó', 'lượt', 'contacts_by_form'),
    ],
  },
  {
    code: 'C',
    title: 'Hướng dẫn',
    indicators: [
      row('C1', 'Hộ được hướng dẫn cài đặt ứng dụng thiết yếu', 'hộ', 'households_guided', {
        target: 'T3',
        rate: true,
      }),
      row('C1.yte', 'Trong đó: y tế', 'hộ', 'households_guided_health'),
      row('C1.giaoduc', 'Trong đó: giáo dục', 'hộ', 'households_guided_education'),
      row('C1.csxh', 'Trong đó: chính sách xã hội', 'hộ', 'households_guided_social_policy'),
      row('C2', 'Hộ thuộc nhóm ưu tiên', 'hộ', 'households_priority'),
      row('C2.hotro', 'Hộ thuộc nhóm ưu tiên đã được hỗ trợ', 'hộ', 'households_priority_served', {
        target: 'T3p',
        rate: true,
      }),
      row('C3', 'Người được hướng dẫn dịch vụ công trực tuyến', 'người', 'people_guided_services'),
      row('C4', 'Người được hướng dẫn có tài khoản dịch vụ công', 'người', 'people_services_account'),
      row('C5', 'Người được hướng dẫn cài đặt, kích hoạt VNeID', 'người', 'people_vneid'),
      row('C6', 'Người được hướng dẫn cài đặt Smart An Giang', 'người', 'people_smart_an_giang'),
    ],
  },
  {
    code: 'D',
    title: 'Người thường trú từ đủ 14 tuổi',
    indicators: [
      row('D1', 'Tổng số người', 'người', 'people_14'),
      row('D2', 'Có VNeID', 'người', 'people_14_vneid', { rate: true }),
      row('D3', 'Có tài khoản ngân hàng', 'người', 'people_14_bank', { rate: true }),
      row('D4', 'Thường xuyên thanh toán điện tử', 'người', 'people_14_e_payment', { rate: true }),
      row('D5', 'Đủ cả ba: VNeID, tài khoản, thanh toán điện tử', 'người', 'people_14_all_three', {
        target: 'T5',
        rate: true,
      }),
    ],
  },
  {
    code: 'E',
    title: 'Kỹ năng số của hộ',
    indicators: [
      row('E1', 'Hộ có ít nhất một thành viên có kỹ năng số', 'hộ', 'households_skilled', { rate: true }),
      row('E2', 'Hộ được cử thành viên Tổ phụ trách', 'hộ', 'households_helped', { rate: true }),
      row('E3', 'Hộ còn lại, chưa có kỹ năng và chưa có người phụ trách', 'hộ', 'households_without_skill', {
        rate: true,
      }),
      row('E', 'Hộ đạt: có người có kỹ năng hoặc có người phụ trách', 'hộ', 'households_skilled_or_helped', {
        target: 'T6',
        rate: true,
      }),
    ],
  },
  {
    code: 'F',
    title: 'Kinh tế số',
    indicators: [
      row(
        'F1',
        'Hộ kinh doanh, doanh nghiệp, hợp tác xã, người sản xuất được hướng dẫn',
        'cơ sở',
        'businesses_guided',
      ),
      row('F2', 'Gian hàng mở trên sàn thương mại điện tử', 'gian hàng', 'shops_opened'),
      row('F3', 'Cơ sở ký cam kết chất lượng', 'cơ sở', 'businesses_committed'),
      row('F4', 'Đơn hàng (nếu khai)', 'đơn', null),
      row('F5', 'Cơ sở áp dụng công nghệ vào sản xuất, kinh doanh', 'cơ sở', 'businesses_technology'),
    ],
  },
  {
    code: 'G',
    title: 'Lớp tập huấn',
    indicators: [
      row('G1', 'Số lớp mở tại ấp', 'lớp', 'classes_held'),
      row('G2', 'Lượt người học', 'lượt', 'class_attendances'),
      row('G3', 'Lượt người đạt', 'lượt', 'class_passes'),
      row('G4', 'Thành viên được tập huấn (mỗi người một lần)', 'người', 'members_trained'),
    ],
  },
  {
    code: 'H',
    title: 'Yêu cầu hỗ trợ',
    indicators: [
      row('H1', 'Đã nhận', 'yêu cầu', 'requests_received'),
      row('H2', 'Đã xong', 'yêu cầu', 'requests_helped'),
      row('H3', 'Quá hạn', 'yêu cầu', 'requests_late'),
    ],
  },
  {
    code: 'I',
    title: 'Khó khăn, vướng mắc',
    indicators: [
      row('I1', 'Đã nêu', 'việc', 'obstacles_raised'),
      row('I2', 'Đã xử lý', 'việc', 'obstacles_solved'),
      row('I3', 'Quá hạn', 'việc', 'obstacles_late'),
    ],
  },
  {
    code: 'K',
    title: 'Kinh phí',
    indicators: [
      row('K1', 'Dự toán', 'đồng', null),
      row('K2', 'Đã chi', 'đồng', null),
      row('K3', 'Đã quyết toán', 'đồng', null),
    ],
  },
];

const sections: TemplateSection[] = [
  {
    code: 'general',
    title: 'Tình hình chung',
    prompt: 'Số hộ, số người, Tổ có ai; tháng này có gì thay đổi.',
    draft: 'general',
    sections: [],
  },
  {
    code: 'results',
    title: 'Kết quả thực hiện',
    prompt: 'Kết quả theo từng việc của kế hoạch.',
    draft: null,
    sections: [
      {
        code: 'outreach',
        title: 'Tuyên truyền',
        prompt: 'Đã đến bao nhiêu hộ, bằng hình thức nào, còn bao nhiêu hộ.',
        draft: 'outreach',
      },
      {
        code: 'government',
        title: 'Chính quyền số',
        prompt: 'VNeID, dịch vụ công trực tuyến, Smart An Giang: ai đã được hướng dẫn.',
        draft: 'government',
      },
      {
        code: 'economy',
        title: 'Kinh tế số',
        prompt: 'Tài khoản ngân hàng, thanh toán điện tử; bán hàng trên mạng.',
        draft: 'economy',
      },
      {
        code: 'society',
        title: 'Xã hội số',
        prompt: 'Ứng dụng y tế, giáo dục, chính sách xã hội; kỹ năng số; hộ ưu tiên.',
        draft: 'society',
      },
      {
        code: 'groups',
        title: 'Mô hình “Tổ tự quản công nghệ”',
        prompt: 'Mô hình nào đang hoạt động, mở cửa khi nào.',
        draft: 'groups',
      },
      { code: 'training', title: 'Tập huấn', prompt: 'Lớp đã mở, số người học.', draft: 'training' },
      { code: 'budget', title: 'Kinh phí', prompt: 'Đã chi gì, từ nguồn nào.', draft: 'budget' },
    ],
  },
  {
    code: 'obstacles',
    title: 'Khó khăn, vướng mắc, nguyên nhân',
    prompt: 'Việc gì chưa làm được, vì sao.',
    draft: 'obstacles',
    sections: [],
  },
  {
    code: 'proposals',
    title: 'Kiến nghị, đề xuất',
    prompt: 'Cần xã giúp điều gì.',
    draft: 'proposals',
    sections: [],
  },
  {
    code: 'tasks',
    title: 'Nhiệm vụ {ky} tới',
    prompt: 'Sẽ đến những hộ nào, làm những việc gì.',
    draft: 'tasks',
    sections: [],
  },
];

// A hamlet is no level of administration and has no seal; the plan calls it "Ban ấp" (domain/04 §3.4).
export const hamletTemplate: ReportTemplate = {
  name: 'Báo cáo của ấp',
  document: {
    superior: [],
    issuer: ['Ban {kind}', '{hamlet}'],
    issuerInText: '{board}',
    symbol: 'BC-BA',
    kind: 'Báo cáo',
    subject: 'Kết quả hoạt động {team} {hamlet} {month} và nhiệm vụ {next}',
    addressees: ['Ủy ban nhân dân {commune} (qua Phòng Văn hóa - Xã hội)'],
    opening: '{board} báo cáo kết quả hoạt động của {team} trong {month} như sau:',
    closing:
      'Trên đây là báo cáo kết quả hoạt động {month} của {team} {hamlet} (số liệu tại Phụ lục kèm theo)',
    annexTitle: 'Kết quả thực hiện các chỉ tiêu {month}',
    signature: { authority: [], title: 'Trưởng {kind}' },
    recipients: ['Như trên', 'Chi bộ {kind}', 'Thành viên Tổ', 'Lưu: Ban {kind}'],
  },
  sections,
  parts,
  sumColumns: [],
};

/** What the commune tells of its hamlets: the same texts in the office's report and in the Committee's. */
const communeSections: TemplateSection[] = [
  {
    code: 'general',
    title: 'Tình hình báo cáo của các ấp',
    prompt: 'Ấp nào đã gửi, ấp nào trễ, ấp nào chưa gửi.',
    draft: 'general',
    sections: [],
  },
  {
    code: 'results',
    title: 'Kết quả thực hiện',
    prompt: 'Những con số chính của cả xã.',
    draft: null,
    sections: [
      {
        code: 'outreach',
        title: 'Tuyên truyền',
        prompt: 'Đã đến bao nhiêu hộ, còn bao nhiêu hộ.',
        draft: 'outreach',
      },
      {
        code: 'government',
        title: 'Chính quyền số',
        prompt: 'VNeID, dịch vụ công trực tuyến, Smart An Giang.',
        draft: 'government',
      },
      {
        code: 'economy',
        title: 'Kinh tế số',
        prompt: 'Tài khoản, thanh toán điện tử, bán hàng.',
        draft: 'economy',
      },
      {
        code: 'society',
        title: 'Xã hội số',
        prompt: 'Ứng dụng thiết yếu, kỹ năng số, hộ ưu tiên.',
        draft: 'society',
      },
      {
        code: 'groups',
        title: 'Mô hình “Tổ tự quản công nghệ”',
        prompt: 'Mô hình nào đang hoạt động.',
        draft: 'groups',
      },
      {
        code: 'training',
        title: 'Tập huấn',
        prompt: 'Lớp đã mở, bao nhiêu thành viên được tập huấn.',
        draft: 'training',
      },
      {
        code: 'budget',
        title: 'Kinh phí',
        prompt: 'Dự toán, đã chi, đã quyết toán; từ nguồn nào.',
        draft: 'budget',
      },
      {
        code: 'hamlets',
        title: 'So sánh giữa các ấp',
        prompt: 'Ấp làm tốt, ấp còn chậm, vì sao.',
        draft: 'hamlets',
      },
    ],
  },
  {
    code: 'obstacles',
    title: 'Khó khăn, vướng mắc, nguyên nhân',
    prompt: 'Điều các ấp nêu, việc gì đã giải quyết.',
    draft: 'obstacles',
    sections: [],
  },
  {
    code: 'proposals',
    title: 'Kiến nghị, đề xuất',
    prompt: 'Cần cấp trên giúp điều gì.',
    draft: 'proposals',
    sections: [],
  },
  {
    code: 'tasks',
    title: 'Nhiệm vụ {ky} tới',
    prompt: 'Tập trung vào đâu, ấp nào.',
    draft: 'tasks',
    sections: [],
  },
];

// R71: the Culture–Social office consolidates for the People's Committee, and reports to it under its own name.
export const officeTemplate: ReportTemplate = {
  name: 'Báo cáo tổng hợp của Phòng Văn hóa - Xã hội',
  document: {
    superior: ['UBND {commune}'],
    issuer: ['Phòng Văn hóa - Xã hội'],
    issuerInText: 'Phòng Văn hóa - Xã hội {commune}',
    symbol: 'BC-VHXH',
    kind: 'Báo cáo',
    subject: 'Tổng hợp kết quả hoạt động {team} trên địa bàn {commune} {month}',
    addressees: ['Ủy ban nhân dân {commune}'],
    opening:
      'Phòng Văn hóa - Xã hội tổng hợp báo cáo của các ấp về kết quả hoạt động {team} {month} như sau:',
    closing: 'Trên đây là báo cáo tổng hợp {month} (số liệu từng ấp tại Phụ lục kèm theo)',
    annexTitle: 'Kết quả thực hiện các chỉ tiêu {month} của từng ấp',
    signature: { authority: [], title: 'Trưởng phòng' },
    recipients: ['Như trên', 'Ban các ấp', 'Lưu: VT, VHXH'],
  },
  sections: communeSections,
  parts,
  sumColumns: [
    { indicator: 'B1', value: 'cumulative', header: 'Tổng số hộ', group: null },
    { indicator: 'B2', value: 'period', header: 'Trong tháng', group: 'Hộ được tuyên truyền' },
    { indicator: 'B2', value: 'cumulative', header: 'Lũy kế', group: 'Hộ được tuyên truyền' },
    { indicator: 'B2', value: 'rate', header: 'Tỷ lệ (%)', group: 'Hộ được tuyên truyền' },
    { indicator: 'B3', value: 'rate', header: 'Nhiều hình thức (%)', group: 'Hộ được tuyên truyền' },
    { indicator: 'C1', value: 'cumulative', header: 'Lũy kế', group: 'Hộ được hướng dẫn' },
    { indicator: 'C1', value: 'rate', header: 'Tỷ lệ (%)', group: 'Hộ được hướng dẫn' },
    { indicator: 'D1', value: 'cumulative', header: 'Tổng số', group: 'Người từ đủ 14 tuổi' },
    {
      indicator: 'D5',
      value: 'cumulative',
      header: 'Đủ cả ba: VNeID, tài khoản, thanh toán điện tử',
      group: 'Người từ đủ 14 tuổi',
    },
    { indicator: 'D5', value: 'rate', header: 'Tỷ lệ (%)', group: 'Người từ đủ 14 tuổi' },
    { indicator: 'E', value: 'cumulative', header: 'Hộ đạt', group: 'Kỹ năng số' },
    { indicator: 'E', value: 'rate', header: 'Tỷ lệ (%)', group: 'Kỹ năng số' },
    { indicator: 'A4', value: 'cumulative', header: 'Mô hình', group: null },
  ],
};

// W16, domain/04 §3.4: the People's Committee reports to the province by the same figures, under its own header and number.
export const communeTemplate: ReportTemplate = {
  ...officeTemplate,
  name: 'Báo cáo của Ủy ban nhân dân xã gửi tỉnh',
  document: {
    superior: [],
    issuer: ['Ủy ban nhân dân', '{commune}'],
    issuerInText: 'Ủy ban nhân dân {commune}',
    symbol: 'BC-UBND',
    kind: 'Báo cáo',
    subject: 'Kết quả hoạt động {team} trên địa bàn {commune} {month} và nhiệm vụ {next}',
    addressees: ['Ủy ban nhân dân tỉnh', 'Sở Khoa học và Công nghệ'],
    opening: 'Ủy ban nhân dân {commune} báo cáo kết quả hoạt động {team} {month} như sau:',
    closing:
      'Trên đây là báo cáo kết quả hoạt động {team} {month} của Ủy ban nhân dân {commune} (số liệu từng ấp tại Phụ lục kèm theo)',
    annexTitle: 'Kết quả thực hiện các chỉ tiêu {month} của từng ấp',
    signature: { authority: ['TM. Ủy ban nhân dân'], title: 'Chủ tịch' },
    recipients: ['Như trên', 'Lưu: VT, VHXH'],
  },
};

export const defaultTemplates = {
  hamlet: hamletTemplate,
  office: officeTemplate,
  commune: communeTemplate,
} as const;
