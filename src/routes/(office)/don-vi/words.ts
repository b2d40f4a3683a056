import { formatDay, formatMoment, formatMonth, type Day, type Month } from '#shared/calendar.ts';
import { formatCount, formatRate } from '#shared/numbers.ts';
import type { PioneerTotal } from '#features/units/pioneers.ts';

/** The words of the pages about units: offices, organisations, schools. */
export const title = 'Đơn vị, đoàn thể';
export const back = 'Đơn vị, đoàn thể';
export const lead = (count: number) =>
  `${formatCount(count)} đơn vị cùng làm theo kế hoạch: có người, có việc, có phần báo cáo riêng.`;
export const ownLead = 'Đơn vị mà anh/chị làm thay mặt.';
export const add = 'Thêm đơn vị';
export const views = 'Cách xem';
export const tabs = { list: 'Danh sách', pioneers: 'Cán bộ tiên phong' };
export const empty = 'Chưa có đơn vị nào';
export const emptyText = 'Thêm phòng, đoàn thể, trường học, trạm y tế để giao việc và nhận phần báo cáo.';
export const emptyOwn = 'Anh/chị chưa được chọn làm cho đơn vị nào';
export const emptyOwnText = 'Nhờ Phòng Văn hóa – Xã hội chọn tài khoản của anh/chị ở trang của đơn vị.';
/** Nobody named yet is not nobody. */
export const people = (count: number) => (count === 0 ? '—' : `${formatCount(count)} người`);
/** The measures as heads of columns. */
export const measureColumns = {
  vneid: 'VNeID mức 2',
  services: 'Dịch vụ công trực tuyến',
  ePayment: 'Thanh toán điện tử',
};
export const inMonth = (month: Month) => `Tháng ${formatMonth(month)}`;
export const several = 'người';
export const showEnded = 'Xem cả đơn vị đã thôi';
export const hideEnded = 'Chỉ xem đơn vị đang tham gia';
export const columns = {
  name: 'Đơn vị',
  kind: 'Loại',
  people: 'Ai làm cho đơn vị',
  staff: 'Người trong Tổ',
  since: 'Từ ngày',
};
export const nobody = 'Chưa có tài khoản';
export const ended = (day: Day) => `đã thôi từ ${formatDay(day)}`;

export const form = {
  newTitle: 'Thêm đơn vị',
  changeTitle: (name: string) => `Sửa ${name}`,
  name: 'Tên đơn vị',
  nameHelp: 'Như viết trong câu, ví dụ: Phòng Kinh tế, Đoàn TNCS Hồ Chí Minh xã.',
  kind: 'Loại',
  since: 'Tham gia từ ngày',
  contact: 'Người liên hệ',
  contactHelp: 'Một người để gọi khi cần. Chỉ ghi tên và số điện thoại.',
  phone: 'Số điện thoại',
  people: 'Ai làm cho đơn vị này',
  peopleHelp:
    'Người được chọn thấy việc và phần báo cáo của đơn vị. Chưa có tài khoản thì cán bộ nhập thay và ghi nguồn.',
  noAccounts: 'Chưa có tài khoản của Phòng Kinh tế hay đơn vị nào. Cán bộ nhập thay và ghi nguồn.',
  pioneers: 'Khai hằng tháng số cán bộ tiên phong dùng nền tảng số?',
  pioneersHelp: 'Chỉ khai số người, không ghi tên ai.',
  yes: 'Có khai',
  no: 'Không khai',
  save: 'Lưu đơn vị',
  end: 'Đơn vị thôi tham gia',
  endLead: 'Đơn vị không nhận việc và phần báo cáo mới. Những gì đã làm, đã gửi giữ nguyên.',
  endedOn: 'Ngày cuối cùng tham gia',
  endButton: 'Ghi đơn vị thôi tham gia',
};

export const page = {
  kind: 'Loại',
  since: 'Tham gia từ',
  people: 'Ai làm cho đơn vị',
  contact: 'Người liên hệ',
  edit: 'Sửa',
  giveTask: 'Giao việc cho đơn vị',
  staff: 'Người của đơn vị trong các Tổ',
  noStaff: 'Chưa ghi ai. Giáo viên, đoàn viên, cán bộ đã vào Tổ ấp thì chọn từ danh sách thành viên Tổ.',
  addStaff: 'Chọn người trong Tổ',
  change: 'Thay đổi',
  dropStaff: 'Bỏ khỏi đơn vị',
  dropOne: (name: string) => `Bỏ khỏi đơn vị: ${name}`,
  team: 'Tổ',
  position: 'Việc trong Tổ',
  name: 'Họ và tên',
  tasks: 'Việc đang làm',
  noTasks: 'Không có việc nào đang mở.',
  allTasks: 'Xem tất cả việc',
  parts: 'Phần báo cáo',
  noParts: 'Chưa có phần nào được đề nghị.',
  part: (period: string) => `Phần trong báo cáo ${period}`,
  partSent: (at: Date) => `Đã gửi ${formatMoment(at)}`,
  partDue: (day: Day) => `Chưa gửi, hạn hết ngày ${formatDay(day)}`,
  contents: 'Tài liệu đơn vị đã góp',
  noContents: 'Chưa có bài nào. Khi viết nội dung tuyên truyền, chọn “Đơn vị góp bài này”.',
  pioneers: 'Cán bộ tiên phong dùng nền tảng số',
  declare: (month: Month) => `Khai tháng ${formatMonth(month)}`,
  declareAgain: (month: Month) => `Sửa số tháng ${formatMonth(month)}`,
  noPioneers: 'Chưa khai tháng nào.',
  notAsked: 'Đơn vị này không phải khai.',
  month: 'Tháng',
  staffTotal: 'Tổng số cán bộ',
  by: (name: string | null, source: string | null) =>
    [name ?? 'Người đã thôi dùng', source === null ? null : `nguồn: ${source}`].filter(Boolean).join(', '),
  declarer: 'Ai khai',
};

export const staffPage = {
  title: (unit: string) => `Người của ${unit} trong các Tổ`,
  lead: 'Chọn từ danh sách thành viên Tổ đang có. Người chưa có tên thì trưởng ấp thêm vào Tổ trước.',
  team: 'Xem thành viên của Tổ nào?',
  show: 'Hiện thành viên',
  members: (team: string) => `Ai ở ${team} là người của đơn vị?`,
  none: 'Không còn ai để chọn',
  noneText: 'Mọi thành viên của Tổ này đã được chọn, hoặc Tổ chưa có thành viên.',
  save: 'Lưu',
};

export const pioneerForm = {
  title: (unit: string) => `Cán bộ tiên phong của ${unit}`,
  lead: 'Đếm cán bộ, công chức, viên chức, người lao động của đơn vị. Chỉ ghi số, không ghi tên ai.',
  month: 'Tháng nào?',
  show: 'Chọn tháng',
  staff: 'Tổng số cán bộ của đơn vị',
  vneid: 'Có tài khoản VNeID mức 2',
  services: 'Đã tự dùng dịch vụ công trực tuyến',
  ePayment: 'Thường dùng thanh toán điện tử',
  unknown: 'Chưa rõ thì để trống, đừng ghi 0.',
  unit: 'người',
  source: 'Lấy từ đâu',
  sourceHelp: 'Ghi khi nhập thay đơn vị. Ví dụ: tin nhắn ngày 05/11/2026.',
  onBehalf: (unit: string) => `Nhập thay ${unit}. Tên người nhập và nguồn được lưu lại.`,
  standing: 'Tháng này đã khai. Số mới thay số cũ; số cũ vẫn giữ trong nhật ký.',
  save: 'Gửi số của tháng',
};

export const pioneersPage = {
  title: 'Cán bộ tiên phong dùng nền tảng số',
  lead: (declared: number, units: number, month: Month) =>
    `Tháng ${formatMonth(month)}: ${formatCount(declared)}/${formatCount(units)} đơn vị đã khai. Chưa khai thì ghi “—”.`,
  months: 'Chọn tháng',
  unit: 'Đơn vị',
  state: 'Tình trạng',
  declared: (on: Day) => `Đã khai ${formatDay(on)}`,
  missing: 'Chưa khai',
  declare: (unit: string) => `Nhập thay ${unit}`,
  sum: 'Chung',
  /** "9/10, 90,0 %": of the staff of the units that gave it. */
  total: ({ reached, staff }: PioneerTotal) =>
    staff === null ? '—' : `${formatCount(reached)}/${formatCount(staff)} (${formatRate(reached, staff)})`,
  none: 'Chưa có đơn vị nào phải khai',
  noneText: 'Ở trang sửa từng đơn vị, chọn “Có khai” để đề nghị đơn vị đó khai hằng tháng.',
  note: 'Tỷ lệ tính trên số cán bộ của các đơn vị đã khai mục đó; đơn vị chưa khai không tính vào.',
};

export const done = {
  luu: 'Đã lưu đơn vị.',
  thoi: 'Đã ghi đơn vị thôi tham gia.',
  nguoi: 'Đã lưu người của đơn vị.',
  'bo-nguoi': 'Đã bỏ. Người đó vẫn là thành viên của Tổ.',
  khai: 'Đã gửi số của tháng. Cảm ơn anh/chị.',
};

export const exported = {
  title: 'Đơn vị, đoàn thể',
  columns: [
    { header: 'Đơn vị', width: 36, kind: 'text' },
    { header: 'Loại', width: 20, kind: 'text' },
    { header: 'Từ ngày', width: 12, kind: 'text' },
    { header: 'Đến ngày', width: 12, kind: 'text' },
    { header: 'Ai làm cho đơn vị', width: 30, kind: 'text' },
    { header: 'Người liên hệ', width: 24, kind: 'text' },
    { header: 'Số điện thoại', width: 14, kind: 'text' },
    { header: 'Người trong các Tổ (người)', width: 12, kind: 'number' },
  ],
} as const;

export const exportedPioneers = {
  title: (month: Month) => `Cán bộ tiên phong ${formatMonth(month).replace('/', '-')}`,
  columns: [
    { header: 'Đơn vị', width: 36, kind: 'text' },
    { header: 'Loại', width: 20, kind: 'text' },
    { header: 'Tháng', width: 10, kind: 'text' },
    { header: 'Tổng số cán bộ (người)', width: 12, kind: 'number' },
    { header: 'Có VNeID mức 2 (người)', width: 12, kind: 'number' },
    { header: 'Dùng dịch vụ công trực tuyến (người)', width: 14, kind: 'number' },
    { header: 'Dùng thanh toán điện tử (người)', width: 14, kind: 'number' },
    { header: 'Ngày khai', width: 18, kind: 'text' },
    { header: 'Nguồn', width: 30, kind: 'text' },
  ],
} as const;
