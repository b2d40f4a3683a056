import { formatDay } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of teams and their members. */
export const title = 'Tổ và thành viên';
export const back = 'Tổ và thành viên';
export const lead = (hamlets: number, without: number, members: number) =>
  [
    `${formatCount(hamlets)} ấp`,
    without > 0 ? `còn ${formatCount(without)} ấp chưa có tổ` : 'ấp nào cũng có tổ',
    `${formatCount(members)} thành viên đang hoạt động`,
  ].join(' · ');
export const leadOwn = (teams: number, members: number) =>
  `${formatCount(teams)} tổ, ${formatCount(members)} thành viên đang hoạt động`;
export const hamletsLink = 'Danh sách ấp';
export const table = 'Tổ theo ấp';
export const columns = {
  place: 'Nơi',
  team: 'Tổ',
  leader: 'Tổ trưởng',
  members: 'Thành viên',
  decision: 'Quyết định',
};
export const commune = 'Toàn xã';
export const noTeam = 'Chưa có tổ';
export const found = 'Lập tổ';
export const foundFor = (place: string) => `Lập tổ: ${place}`;
export const noLeader = 'chưa có tổ trưởng';
export const people = (n: number) => `${formatCount(n)} người`;
export const decision = (number: string | null, on: string | null) =>
  number === null && on === null
    ? null
    : [number, on === null ? null : `ngày ${formatDay(on)}`].filter(Boolean).join(' ');
export const endedTeams = (n: number) => `Tổ đã kết thúc (${formatCount(n)})`;
export const endedOn = (day: string) => `kết thúc ngày ${formatDay(day)}`;
export const empty = 'Chưa có tổ nào';
export const emptyText = 'Xã chưa nhập ấp. Thêm ấp trước, rồi lập tổ cho từng ấp.';
export const emptyOther = 'Phòng Văn hóa – Xã hội lập tổ; khi có, tổ của anh/chị hiện ở đây.';
export const addHamlets = 'Thêm ấp';

export const foundPage = {
  title: (place: string) => `Lập tổ: ${place}`,
  lead: 'Mỗi ấp chỉ có một tổ đang hoạt động. Lập xong thì thêm thành viên.',
  name: 'Tên tổ',
  decisionNumber: 'Số quyết định thành lập',
  decisionHelp: 'Ví dụ 12/QĐ-UBND. Chưa có thì để trống, điền sau được.',
  decisionOn: 'Ngày quyết định',
  startedOn: 'Hoạt động từ ngày',
  submit: 'Lập tổ',
};

export const teamPage = {
  founded: 'Quyết định thành lập',
  startedOn: 'Hoạt động từ',
  ended: 'Đã kết thúc',
  place: 'Nơi',
  size: 'Thành viên',
  members: 'Thành viên đang hoạt động',
  name: 'Họ tên',
  position: 'Việc trong tổ',
  organisation: 'Thuộc',
  phone: 'Điện thoại',
  since: 'Từ ngày',
  account: 'Tài khoản',
  edit: 'Sửa',
  editWho: (name: string) => `Sửa: ${name}`,
  add: 'Thêm thành viên',
  inviteAll: 'Cấp mã cho cả tổ',
  invite: 'Cấp mã mời',
  inviteWho: (name: string) => `Cấp mã mời: ${name}`,
  hasAccount: 'có tài khoản',
  noAccount: 'chưa có',
  noMembers: 'Tổ chưa có thành viên',
  noMembersText: 'Thêm tổ trưởng trước, rồi tổ phó và các thành viên.',
  noMembersOther: 'Trưởng ấp hoặc Phòng Văn hóa – Xã hội sẽ thêm thành viên.',
  formerMembers: (n: number) => `Đã thôi (${formatCount(n)} người)`,
  former: (from: string, to: string, reason: string | null) =>
    `${formatDay(from)} – ${formatDay(to)}${reason ? ` · ${reason}` : ''}`,
  end: 'Kết thúc tổ',
  endText:
    'Mọi thành viên thôi cùng ngày và không vào được bằng quyền của tổ nữa. Việc đã làm, hộ đã gặp vẫn còn nguyên.',
  endedOn: 'Kết thúc từ ngày',
  reason: 'Lý do',
  reasonHelp: 'Ví dụ: sáp nhập ấp, lập lại tổ.',
  endSubmit: 'Kết thúc tổ này',
};

export const memberPage = {
  addTitle: 'Thêm thành viên',
  changeTitle: (name: string) => `Sửa: ${name}`,
  fullName: 'Họ và tên',
  sex: 'Giới tính',
  male: 'Nam',
  female: 'Nữ',
  phone: 'Số điện thoại',
  phoneHelp: 'Có số thì lấy luôn làm tên đăng nhập.',
  organisation: 'Thuộc cơ quan, đoàn thể',
  position: 'Việc trong tổ',
  startedOn: 'Tham gia từ ngày',
  addSubmit: 'Thêm vào tổ',
  changeSubmit: 'Lưu thay đổi',
  end: 'Cho thôi làm thành viên',
  endText: 'Người này không vào được bằng quyền của tổ nữa, trên mọi máy. Việc đã làm vẫn còn nguyên.',
  endedOn: 'Thôi từ ngày',
  reason: 'Lý do',
  reasonHelp: 'Ví dụ: chuyển công tác, nghỉ.',
  endSubmit: 'Cho thôi từ ngày trên',
  handOver: 'Bàn giao và cho thôi',
  handOverText:
    'Hộ, việc, yêu cầu hỗ trợ và khó khăn người này đang giữ sẽ chuyển cho người khác trong một trang. Từ ngày thôi, người này không vào được nữa, trên mọi máy.',
  handOverLeft: 'Xem việc còn lại để bàn giao',
  ended: (day: string) => `Người này đã thôi từ ngày ${formatDay(day)}.`,
};

export const invitePage = {
  title: 'Cấp mã mời',
  lead: 'Mỗi người một mã. Người nhận tự đặt mật khẩu; không ai khác biết mật khẩu đó.',
  choose: 'Cấp mã cho người này',
  login: 'Tên đăng nhập',
  loginHelp: 'Số điện thoại, hoặc chữ thường không dấu và số.',
  role: 'Quyền',
  headAndLeader: 'Trưởng ấp kiêm Tổ trưởng Tổ ấp',
  submit: (n: number) => (n === 1 ? 'Tạo mã mời' : 'Tạo mã mời cho những người đã chọn'),
  done: 'Mã mời đã tạo',
  backToTeam: 'Về trang của tổ',
  nobody: 'Ai cũng đã có tài khoản',
  nobodyText: 'Người quên mật khẩu thì cấp mã mới ở mục Tài khoản.',
  notYours: 'Tài khoản của Tổ xã do người quản trị tài khoản của xã cấp.',
  accounts: 'Mở mục Tài khoản',
};

export const done = {
  'lap-to': 'Đã lập tổ. Bước tiếp theo: thêm thành viên.',
  'them-nguoi': 'Đã thêm thành viên.',
  'sua-nguoi': 'Đã lưu thay đổi.',
  'ban-giao': 'Đã bàn giao xong. Người nhận thấy ngay trong “Hôm nay” và trên điện thoại.',
  'cho-thoi': 'Đã ghi nhận người này thôi làm thành viên.',
  'ket-thuc': 'Đã kết thúc tổ.',
};

export const exported = {
  title: 'Danh sách thành viên các tổ',
  columns: [
    { header: 'Ấp', width: 18, kind: 'text' },
    { header: 'Tổ', width: 36, kind: 'text' },
    { header: 'Quyết định', width: 16, kind: 'text' },
    { header: 'Họ và tên', width: 26, kind: 'text' },
    { header: 'Việc trong tổ', width: 14, kind: 'text' },
    { header: 'Thuộc', width: 18, kind: 'text' },
    { header: 'Điện thoại', width: 14, kind: 'text' },
    { header: 'Từ ngày', width: 12, kind: 'text' },
  ],
} as const;
