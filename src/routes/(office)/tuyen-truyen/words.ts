import { formatDay, formatMonth, type Day, type Month } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the pages about outreach to groups. */
export const title = 'Tuyên truyền theo nhóm';
export const lead =
  'Họp dân, loa, nhóm Zalo, tờ rơi, trường học. Buổi có danh sách hộ được tính vào chỉ tiêu; số ước lượng chỉ nêu riêng.';
export const back = 'Tuyên truyền';
export const tabs = {
  label: 'Phần của tuyên truyền',
  sessions: 'Buổi đã ghi',
  campaigns: 'Đợt tuyên truyền',
  contents: 'Thư viện nội dung',
};
export const record = 'Ghi buổi tuyên truyền';
export const month = (value: Month) => `Tháng ${formatMonth(value)}`;
export const monthBefore = 'Tháng trước';
export const monthAfter = 'Tháng sau';
export const months = 'Chọn tháng';
export const hamlet = 'Ấp';
export const allHamlets = 'Cả xã';
export const show = 'Xem';
export const empty = (value: Month) => `Tháng ${formatMonth(value)} chưa ghi buổi nào`;
export const emptyText = 'Sau mỗi buổi họp dân hay phát loa, ghi lại ở đây: ngày nào, ở đâu, hộ nào dự.';
export const stats = {
  listed: 'Có danh sách hộ',
  listedNote: (visits: number) => `${formatCount(visits)} lượt hộ, tính vào chỉ tiêu`,
  estimated: 'Ước lượng số người',
  estimatedNote: (people: number) => `khoảng ${formatCount(people)} lượt người, nêu riêng`,
  unit: 'buổi',
};
export const columns = { day: 'Ngày', form: 'Hình thức', place: 'Nơi', reach: 'Ai dự', who: 'Người ghi' };
export const wholeCommune = 'Toàn xã';
/** The place with its hamlet, which is not said twice. */
export const where = (place: string | null, hamlet: string) =>
  place === null ? hamlet : place.includes(hamlet) ? place : `${place}, ${hamlet}`;

export const form = {
  title: 'Ghi buổi tuyên truyền',
  correctTitle: 'Sửa buổi tuyên truyền',
  correctLead: 'Bản cũ vẫn còn trong lịch sử, nhưng không được tính nữa.',
  hamlet: 'Buổi ở đâu',
  hamletHelp: 'Chọn ấp để hiện danh sách hộ của ấp đó.',
  chooseHamlet: 'Chọn ấp này',
  form: 'Hình thức',
  mass: 'không ghi tên từng hộ',
  heldOn: 'Ngày tổ chức',
  place: 'Địa điểm',
  placeHelp: 'Ví dụ: Văn phòng ấp.',
  topics: 'Nội dung đã nói',
  reach: 'Ghi người dự bằng cách nào',
  listed: 'Có danh sách hộ',
  listedDetail: 'tính vào chỉ tiêu',
  estimated: 'Ước lượng số người',
  estimatedDetail: 'chỉ nêu riêng',
  households: (count: number) => `Hộ đã dự (ấp có ${formatCount(count)} hộ)`,
  householdsNone: 'Ấp này chưa có hộ nào trong sổ. Nhập sổ hộ trước, hoặc ghi bằng ước lượng.',
  communeOnlyEstimate:
    'Buổi của toàn xã được ghi bằng ước lượng. Muốn ghi theo danh sách hộ, chọn một ấp ở trên.',
  search: 'Tìm trong danh sách',
  searchButton: 'Tìm',
  searchHelp: 'Gõ tên không dấu cũng được. Hộ đã chọn luôn còn ở đầu danh sách.',
  found: (shown: number, all: number) => `Đang hiện ${formatCount(shown)} trong ${formatCount(all)} hộ.`,
  people: 'Số người ước lượng',
  peopleUnit: 'người',
  note: 'Ghi chú',
  noteHelp: 'Không ghi mật khẩu, mã OTP, số căn cước của bà con.',
  reason: 'Lý do sửa',
  save: 'Lưu buổi này',
  saveChange: 'Lưu bản sửa',
  group: (name: string) => (/^\d+$/.test(name) ? `Tổ ${name}` : name),
};

export const session = {
  title: (name: string, on: Day) => `${name}, ${formatDay(on)}`,
  where: 'Nơi',
  day: 'Ngày',
  form: 'Hình thức',
  topics: 'Nội dung',
  reach: 'Người dự',
  note: 'Ghi chú',
  recorded: 'Ghi lúc',
  by: (moment: string, name: string | null) => (name === null ? moment : `${moment}, ${name}`),
  households: (count: number) => `${formatCount(count)} hộ đã dự`,
  history: 'Các bản trước',
  withdrawn: 'Buổi này đã được rút lại',
  withdrawnText: 'Nó không được tính vào chỉ tiêu nào. Lịch sử vẫn còn dưới đây.',
  correct: 'Sửa lại',
  withdraw: 'Rút lại buổi này',
  withdrawText:
    'Chỉ rút khi buổi không diễn ra hoặc ghi trùng. Các hộ trong danh sách sẽ không còn được tính là đã dự.',
  reason: 'Lý do rút lại',
  withdrawSubmit: 'Rút lại',
};

export const done = {
  ghi: 'Đã ghi buổi tuyên truyền. Chỉ tiêu đã được tính lại.',
  sua: 'Đã lưu bản sửa.',
  rut: 'Đã rút lại buổi này.',
};

export const wholeYear = 'cả năm';
export const exported = {
  title: 'Danh sách buổi tuyên truyền',
  wholeCommune: 'Toàn xã',
  columns: [
    { header: 'Ngày', width: 12, kind: 'text' },
    { header: 'Ấp', width: 18, kind: 'text' },
    { header: 'Hình thức', width: 22, kind: 'text' },
    { header: 'Nơi tổ chức', width: 28, kind: 'text' },
    { header: 'Số hộ theo danh sách', width: 14, kind: 'number' },
    { header: 'Số người ước lượng', width: 14, kind: 'number' },
    { header: 'Người ghi', width: 24, kind: 'text' },
  ],
} as const;
