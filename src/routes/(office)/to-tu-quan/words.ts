import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { GroupState } from '#features/groups/model.ts';

/** The words of the pages about self-managed tech groups. */
export const title = 'Tổ tự quản công nghệ';
export const back = 'Tổ tự quản';
export const lead = (active: number, all: number) =>
  `${formatCount(active)} mô hình đang hoạt động trong ${formatCount(all)} mô hình đã đăng ký.`;
export const register = 'Đăng ký mô hình';
export const draftList = 'Soạn văn bản danh sách';
export const empty = 'Chưa có mô hình nào';
export const emptyText =
  'Trưởng ấp chọn một nơi bà con dễ tới, tốt nhất là Văn phòng ấp, rồi đăng ký. Phòng Văn hóa – Xã hội kiểm tra và công nhận.';
export const columns = {
  name: 'Mô hình',
  hamlet: 'Ấp',
  place: 'Nơi',
  hours: 'Giờ mở cửa',
  state: 'Đang ở bước',
  next: 'Việc tiếp theo',
};
export const hoursUnknown = 'Chưa ghi';
export const nextStep: Record<GroupState, string> = {
  registered: 'Phòng Văn hóa – Xã hội đến kiểm tra',
  checked: 'Phòng Văn hóa – Xã hội công nhận',
  recognised: 'Đưa vào hoạt động',
  active: 'Mở cửa đúng giờ',
  suspended: 'Cho hoạt động lại, hoặc đóng',
  closed: '—',
};
export const closedGroups = (count: number) => `Mô hình đã đóng (${formatCount(count)})`;
export const closedSince = (day: Day) => `đóng từ ${formatDay(day)}`;

export const form = {
  title: 'Đăng ký mô hình',
  lead: (lastDay: Day) =>
    `Kế hoạch hẹn các ấp đăng ký đến hết ngày ${formatDay(lastDay)}. Đăng ký sau ngày đó vẫn được nhận, có ghi là trễ.`,
  changeTitle: 'Sửa thông tin mô hình',
  hamlet: 'Ấp',
  name: 'Tên mô hình',
  nameDefault: (hamlet: string) => `Tổ tự quản công nghệ ${hamlet}`,
  placeKind: 'Đặt ở đâu',
  place: 'Địa chỉ cụ thể',
  placeHelp: 'Để bà con tìm được. Ví dụ: Văn phòng Ấp Mẫu 1, cạnh trường mẫu giáo.',
  hours: 'Giờ mở cửa',
  hoursHelp: 'Ví dụ: Thứ Ba, thứ Năm, 7 giờ 30 đến 10 giờ 30.',
  services: 'Giúp bà con việc gì',
  servicesHelp: 'Ví dụ: cài VNeID, nộp hồ sơ trực tuyến, thanh toán tiền điện.',
  equipment: 'Có máy móc gì',
  equipmentHelp: 'Ví dụ: 1 máy tính, wifi, máy in.',
  registeredOn: 'Ngày đăng ký',
  note: 'Ghi chú',
  save: 'Đăng ký',
  saveChange: 'Lưu thay đổi',
};

export const group = {
  hamlet: 'Ấp',
  place: 'Nơi',
  kind: 'Loại nơi',
  hours: 'Giờ mở cửa',
  services: 'Giúp bà con',
  equipment: 'Máy móc',
  registeredOn: 'Ngày đăng ký',
  state: 'Đang ở bước',
  since: (day: Day) => `từ ${formatDay(day)}`,
  note: 'Ghi chú',
  steps: 'Các bước của mô hình',
  way: ['registered', 'checked', 'recognised', 'active'] as const,
  stepDone: 'đã qua',
  stepHere: 'đang ở đây',
  stepAhead: 'chưa tới',
  next: 'Bước tiếp theo',
  nextFor: 'Khi đã làm xong ngoài thực tế, ghi ngày rồi bấm nút.',
  on: 'Ngày thực hiện',
  noteOf: 'Ghi chú',
  others: 'Tạm dừng hoặc đóng',
  closeText: 'Đóng là hết: mô hình không mở lại được, muốn làm tiếp thì đăng ký mới.',
  suspendText: 'Tạm dừng thì không được tính vào chỉ tiêu, khi nào mở lại thì bấm đưa vào hoạt động.',
  edit: 'Sửa thông tin',
  story: 'Đã diễn ra',
  events: {
    'group.registered': 'Đăng ký mô hình',
    'group.corrected': 'Sửa thông tin',
    'group.member_added': 'Thêm người trực',
    'group.member_ended': 'Cho thôi trực',
    'group.assessed': 'Đánh giá hoạt động',
  } as Readonly<Record<string, string>>,
  waiting: 'Đang chờ Phòng Văn hóa – Xã hội. Anh/chị không phải làm gì thêm.',
};

export const members = {
  title: 'Người trực',
  none: 'Chưa ghi ai trực ở đây.',
  since: (day: string) => `từ ${day}`,
  end: (name: string) => `Cho thôi ${name}`,
  add: 'Thêm người trực',
  name: 'Họ và tên',
  role: 'Vai trò',
  duty: 'Trực khi nào, làm việc gì',
  dutyHelp: 'Ví dụ: sáng thứ Ba, giúp nộp hồ sơ trực tuyến.',
  save: 'Thêm vào danh sách',
};

export const assessments = {
  title: 'Đánh giá hoạt động',
  none: 'Chưa có lần đánh giá nào.',
  add: 'Ghi một lần đánh giá',
  grade: 'Hoạt động thế nào',
  on: 'Ngày đánh giá',
  note: 'Nhận xét',
  noteHelp: 'Ví dụ: mở cửa đúng giờ, máy in hỏng.',
  save: 'Ghi đánh giá',
};

export const pointLog = {
  title: 'Bà con đến điểm hỗ trợ này, tháng này',
  visits: 'Lượt đến',
  households: 'Hộ có người đến',
  people: 'Người được gặp',
  units: { visits: 'lượt', households: 'hộ', people: 'người' },
  ofYear: (count: number, unit: string) => `${formatCount(count)} ${unit} từ đầu năm`,
  unknown: (month: number, year: number) =>
    `Chưa rõ điểm nào của ấp: ${formatCount(month)} lượt tháng này, ${formatCount(year)} lượt từ đầu năm. Không cộng vào điểm này.`,
  how: 'Mỗi lượt đến ghi trong sổ hộ với hình thức “Tại điểm hỗ trợ”, và được tính vào chỉ tiêu.',
  open: 'Mở sổ hộ để ghi',
};

export const done = {
  'dang-ky': 'Đã đăng ký. Phòng Văn hóa – Xã hội sẽ đến kiểm tra.',
  sua: 'Đã lưu thay đổi.',
  buoc: 'Đã ghi bước mới.',
  them: 'Đã thêm vào danh sách người trực.',
  thoi: 'Đã cho thôi trực.',
  danhgia: 'Đã ghi lần đánh giá.',
};

export const exported = {
  title: 'Danh sách tổ tự quản công nghệ',
  late: 'sau hạn',
  columns: [
    { header: 'Ấp', width: 18, kind: 'text' },
    { header: 'Tên mô hình', width: 34, kind: 'text' },
    { header: 'Nơi đặt', width: 28, kind: 'text' },
    { header: 'Loại nơi', width: 18, kind: 'text' },
    { header: 'Giờ mở cửa', width: 28, kind: 'text' },
    { header: 'Ngày đăng ký', width: 14, kind: 'text' },
    { header: 'Đúng hạn', width: 12, kind: 'text' },
    { header: 'Tình trạng', width: 18, kind: 'text' },
    { header: 'Từ ngày', width: 12, kind: 'text' },
    { header: 'Người phụ trách', width: 24, kind: 'text' },
    { header: 'Số người trực (người)', width: 10, kind: 'number' },
    { header: 'Đánh giá gần nhất', width: 24, kind: 'text' },
  ],
} as const;
