import { formatCount } from '#shared/numbers.ts';
import { formatDong, type Dong } from '#shared/dong.ts';
import type { PlanPart } from '../model/content.ts';

/** What is printed on official documents, beside what people type. */
export const kinds = {
  plan: 'Kế hoạch',
  group_list: 'Thông báo',
  commendation_list: 'Thông báo',
  invitation: 'Giấy mời',
  minutes: 'Biên bản',
  office_report: 'Báo cáo',
  commune_report: 'Báo cáo',
  estimate: 'Tờ trình',
  settlement: 'Báo cáo',
} as const;
export const basis = (line: string) => (/^căn cứ\s/iu.test(line) ? line : `Căn cứ ${line}`);
export const archive = 'Lưu: VT';

export const planHeadings = {
  aims: 'Mục đích, yêu cầu',
  work: 'Nội dung triển khai',
  organisation: 'Tổ chức thực hiện',
};
export const planParts: Record<PlanPart, string> = {
  purpose: 'Mục đích',
  demands: 'Yêu cầu',
  goals: 'Mục tiêu',
  activities: 'Hoạt động của Tổ công nghệ số cộng đồng',
  training: 'Bồi dưỡng, tập huấn nghiệp vụ cho Tổ công nghệ số cộng đồng',
  management: 'Công tác quản lý, điều hành Tổ công nghệ số cộng đồng',
  culture_social: 'Phòng Văn hóa - Xã hội',
  economic: 'Phòng Kinh tế',
  youth_union: 'Đề nghị Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  mass_organizations: 'Các tổ chức chính trị - xã hội',
  units: 'Các cơ quan, đơn vị trực thuộc Ủy ban nhân dân xã',
  hamlet_heads: 'Trưởng các ấp',
};

export const groupList = {
  annexed: 'Danh sách cụ thể tại Phụ lục kèm theo',
  annexTitle: 'Danh sách mô hình “Tổ tự quản công nghệ” đăng ký',
  columns: {
    rank: 'TT',
    hamlet: 'Ấp',
    name: 'Tên mô hình',
    place: 'Nơi đặt',
    hours: 'Giờ mở cửa',
    onDuty: 'Người trực',
    registeredOn: 'Ngày đăng ký',
    state: 'Tình trạng',
  },
  total: (count: number) => `Tổng cộng: ${formatCount(count)} mô hình`,
};

export const commendationList = {
  annexed: 'Danh sách cụ thể tại Phụ lục kèm theo',
  annexTitle: 'Danh sách tập thể, cá nhân được đề nghị khen thưởng',
  columns: {
    rank: 'TT',
    name: 'Tập thể, cá nhân',
    kind: 'Loại',
    hamlet: 'Ấp',
    figure: 'Kết quả',
    reason: 'Thành tích',
  },
  total: (count: number) => `Tổng cộng: ${formatCount(count)} tập thể, cá nhân`,
};

// NĐ 30/2020, Phụ lục III, mẫu 1.7.
export const invitation = {
  invites: (issuer: string) => `${issuer} trân trọng kính mời`,
  annexed: (count: number) => `các ông, bà có tên tại Phụ lục kèm theo (${formatCount(count)} người)`,
  annexTitle: 'Danh sách người được mời',
  person: 'Họ và tên, chức vụ, đơn vị',
  note: 'Ghi chú',
  event: 'Tới dự',
  chair: 'Chủ trì',
  time: 'Thời gian',
  place: 'Địa điểm',
};

// NĐ 30/2020, Phụ lục III, mẫu 1.9.
export const minutes = {
  started: 'Thời gian bắt đầu',
  place: 'Địa điểm',
  present: 'Thành phần tham dự',
  chair: 'Chủ trì (chủ tọa)',
  secretary: 'Thư ký (người ghi biên bản)',
  course: 'Nội dung',
  conclusions: 'Kết luận',
  ended: (moment: string) => `Cuộc họp kết thúc vào ${moment}`,
  secretaryTitle: 'Thư ký',
};

/** Estimate and settlement (R59): a submission and a report of the Economic office, with the table as annex. */
export const budget = {
  addressee: (commune: string) => `Ủy ban nhân dân ${commune}`,
  estimateSubject: (title: string, year: number) => `Về việc phê duyệt dự toán “${title}” năm ${year}`,
  changeSubject: (title: string, year: number) => `Về việc điều chỉnh dự toán năm ${year}: “${title}”`,
  estimateOpening: (year: number) =>
    `Để thực hiện kế hoạch hoạt động Tổ công nghệ số cộng đồng năm ${year}, Phòng Kinh tế trình Ủy ban nhân dân xã xem xét, phê duyệt dự toán như sau:`,
  reason: (text: string) => `Lý do điều chỉnh: ${text}`,
  totalOf: (amount: Dong) => `Tổng số tiền: ${formatDong(amount)}`,
  inWords: (text: string) => `Bằng chữ: ${text}`,
  bySource: 'Chia theo nguồn',
  ofSource: (name: string, amount: Dong) => `${name}: ${formatDong(amount)}`,
  decided: (number: string, on: string) => `Đã được phê duyệt theo Quyết định số ${number} ngày ${on}`,
  annexed: 'Chi tiết tại Phụ lục kèm theo',
  estimateAnnex: 'Dự toán kinh phí',
  settlementSubject: (period: string) => `Quyết toán kinh phí hoạt động Tổ công nghệ số cộng đồng ${period}`,
  settlementOpening: (from: string, to: string) =>
    `Phòng Kinh tế báo cáo quyết toán các khoản đã chi từ ngày ${from} đến hết ngày ${to} như sau:`,
  approved: (amount: Dong) => `Dự toán được duyệt: ${formatDong(amount)}`,
  before: (amount: Dong) => `Đã chi trước kỳ: ${formatDong(amount)}`,
  paid: (amount: Dong) => `Chi trong kỳ: ${formatDong(amount)}`,
  left: (amount: Dong) => `Còn lại: ${formatDong(amount)}`,
  settlementAnnex: 'Quyết toán kinh phí theo dòng dự toán',
  total: 'Tổng cộng',
  noLines: 'Chưa có dòng nào',
  columns: {
    rank: 'TT',
    name: 'Nội dung chi',
    team: 'Tổ',
    source: 'Nguồn',
    unit: 'Đơn vị tính',
    quantity: 'Số lượng',
    norm: 'Định mức (đồng)',
    amount: 'Thành tiền (đồng)',
    approved: 'Dự toán (đồng)',
    before: 'Đã chi trước kỳ (đồng)',
    paid: 'Chi trong kỳ (đồng)',
    left: 'Còn lại (đồng)',
  },
};

/** A business's promise of quality (R41). */
export const commitment = {
  kind: 'BẢN CAM KẾT',
  subject: 'Cung cấp hàng hóa đúng chất lượng khi bán hàng trên mạng',
  addressee: (commune: string) => `Ủy ban nhân dân ${commune}`,
  business: 'Tên cơ sở',
  representative: 'Người đại diện',
  place: 'Địa chỉ',
  placeOf: (hamlet: string, commune: string) => `${hamlet}, ${commune}`,
  products: 'Sản phẩm, hàng hóa',
  blank: '……………………………………',
  opening:
    'Cơ sở cam kết thực hiện đúng các nội dung sau khi bán hàng trên sàn thương mại điện tử và trên mạng:',
  closing:
    'Cơ sở chịu trách nhiệm trước pháp luật và người mua về những điều đã cam kết. Bản cam kết được lập thành hai bản, cơ sở giữ một bản, Ủy ban nhân dân xã giữ một bản',
  versionOf: (version: string) => `Mẫu cam kết ${version}`,
  signedOf: (version: string, day: string) => `Mẫu cam kết ${version}, đã ký ngày ${day}`,
  signer: 'ĐẠI DIỆN CƠ SỞ',
  recipients: (commune: string, hamlet: string) => [
    `Ủy ban nhân dân ${commune}`,
    `Tổ công nghệ số cộng đồng ${hamlet}`,
    'Lưu: cơ sở',
  ],
};
