import { formatDay, type Day } from '#shared/calendar.ts';

/** The words of the pages' frame and of the door. */
export const product = 'Tổ Số';
export const pageTitle = (title: string) => `${title} · Tổ Số`;
export const communeClosedOn = (day: Day) =>
  `Xã đã sáp nhập vào xã khác từ ${formatDay(day)}. Đây là sổ cũ: chỉ xem, không ghi.`;
export const sampleData = 'Dữ liệu mẫu: mọi tên người, số điện thoại ở đây đều do máy đặt ra.';

export const nav = {
  today: 'Hôm nay',
  targets: 'Chỉ tiêu',
  register: 'Sổ hộ',
  reports: 'Báo cáo',
  documents: 'Văn bản',
  tasks: 'Giao việc',
  outreach: 'Tuyên truyền',
  helpers: 'Người giúp hộ dân',
  support: 'Yêu cầu hỗ trợ',
  obstacles: 'Khó khăn, kiến nghị',
  inspection: 'Kiểm tra',
  training: 'Tập huấn',
  emulation: 'Thi đua',
  commerce: 'Kinh tế số',
  groups: 'Tổ tự quản',
  teams: 'Tổ và thành viên',
  units: 'Đơn vị, đoàn thể',
  phones: 'Điện thoại',
  import: 'Nhập danh sách',
  plan: 'Kế hoạch',
  budget: 'Kinh phí',
  catalogue: 'Danh mục',
  accounts: 'Tài khoản',
  audit: 'Nhật ký',
  /** Headings over the places that are not of every day. */
  work: 'Việc của Tổ',
  papers: 'Giấy tờ',
  keeping: 'Sổ sách, cài đặt',
};

export const me = 'Tài khoản của tôi';
export const signOut = 'Đăng xuất';
export const light = 'Nền sáng';
export const dark = 'Nền tối';
export const system = 'Nền theo máy';

export const signIn = {
  title: 'Đăng nhập',
  lead: 'Dành cho thành viên Tổ công nghệ số cộng đồng và cán bộ xã.',
  name: 'Số điện thoại hoặc tên đăng nhập',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  haveCode: 'Tôi có mã mời',
  forgot: 'Quên mật khẩu? Xin mã mới từ trưởng ấp hoặc Phòng Văn hóa – Xã hội.',
  never: 'Tổ Số không bao giờ hỏi mã OTP hay mật khẩu VNeID, ngân hàng của anh/chị.',
};

export const invitation = {
  title: 'Nhận tài khoản',
  lead: 'Nhập mã mời mà trưởng ấp hoặc cán bộ xã đã đưa.',
  code: 'Mã mời',
  codeHelp: '8 chữ và số, ví dụ ABCD-EFGH.',
  check: 'Tiếp tục',
  hello: (name: string) => `Chào ${name}`,
  choose: 'Chọn mật khẩu để dùng từ nay về sau.',
  login: 'Tên đăng nhập của anh/chị',
  password: 'Mật khẩu mới',
  passwordHelp: 'Ít nhất 10 ký tự. Ghép vài từ dễ nhớ với một con số.',
  repeat: 'Nhập lại mật khẩu',
  submit: 'Bắt đầu dùng',
  differ: 'Hai lần nhập mật khẩu chưa giống nhau.',
};

export const errorPage = {
  notFound: 'Không tìm thấy',
  notAllowed: 'Chưa có quyền',
  signIn: 'Phiên làm việc đã hết',
  other: 'Có trục trặc',
  home: 'Về trang đầu',
  again: 'Đăng nhập ở cửa sổ mới',
  keepTyped:
    'Những gì vừa nhập vẫn còn: đăng nhập ở cửa sổ mới, rồi bấm nút Quay lại của trình duyệt và gửi lại.',
};

const withSpan = (text: string, span: string | undefined) =>
  span === undefined ? text : `${text} (${span})`;
export const downloads = {
  excel: (span?: string) => withSpan('Tải về Excel', span),
  csv: (span?: string) => withSpan('Tải về CSV', span),
};
