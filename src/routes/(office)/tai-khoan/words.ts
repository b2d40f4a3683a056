import { formatMoment } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of accounts. */
export const title = 'Tài khoản';
export const lead = (n: number) => `${formatCount(n)} tài khoản anh/chị được quản lý`;
export const table = 'Tài khoản';
export const columns = {
  name: 'Họ tên',
  login: 'Tên đăng nhập',
  roles: 'Vai trò',
  state: 'Tình trạng',
  seen: 'Vào lần cuối',
};
export const add = 'Cấp tài khoản cán bộ';
export const search = 'Tìm theo tên hoặc tên đăng nhập';
export const searchHint = 'Không cần gõ dấu';
export const states = { invited: 'đang mời', active: 'đang dùng', disabled: 'đã khóa' } as const;
export const expired = 'mã đã hết hạn';
export const noRole = 'không còn vai trò';
export const seen = (at: Date) => formatMoment(at);
export const all = 'Tất cả';
export const countOf = (n: number) => formatCount(n);
export const empty = 'Chưa có tài khoản nào';
export const emptyText = 'Cấp mã mời cho thành viên ở trang của tổ.';
export const nothingFound = 'Không có tài khoản nào khớp';
export const nothingFoundText = 'Thử bỏ bớt điều kiện, hoặc tìm bằng một phần của tên.';
export const clear = 'Xem tất cả';
export const toTeams = 'Mở Tổ và thành viên';
export const membersElsewhere = 'Thành viên Tổ nhận mã ở trang của tổ mình.';

export const addPage = {
  title: 'Cấp tài khoản cán bộ',
  lead: 'Dành cho cán bộ, lãnh đạo, đoàn thể ở xã. Thành viên Tổ thì cấp mã ở trang của tổ.',
  fullName: 'Họ và tên',
  login: 'Tên đăng nhập',
  loginHelp: 'Số điện thoại, hoặc 4–40 chữ thường không dấu, số, dấu chấm.',
  role: 'Vai trò',
  submit: 'Tạo mã mời',
  done: 'Mã mời đã tạo',
  back: 'Về danh sách tài khoản',
};

export const accountPage = {
  login: 'Tên đăng nhập',
  state: 'Tình trạng',
  until: (at: Date) => `đang mời, mã dùng được đến ${formatMoment(at)}`,
  invitedExpired: 'đang mời, mã đã hết hạn',
  seen: 'Vào lần cuối',
  never: 'chưa vào lần nào',
  roles: 'Vai trò',
  role: 'Vai trò',
  hamlet: 'Ấp',
  hamletHelp: 'Chỉ cần với vai trò ở ấp.',
  hamletNeeded: 'Xin chọn ấp cho vai trò này.',
  wholeCommune: 'toàn xã',
  noRoles: 'Không còn vai trò nào: vào được nhưng không xem được gì.',
  grant: 'Thêm vai trò',
  grantSubmit: 'Thêm vai trò này',
  revoke: 'Thu lại',
  revokeWho: (role: string) => `Thu lại: ${role}`,
  revokeText: 'Có hiệu lực ngay. Việc đã làm vẫn còn nguyên.',
  revokeSubmit: 'Thu lại vai trò này',
  renew: 'Cấp mã mới',
  renewText:
    'Dùng khi mất mã hoặc quên mật khẩu. Mã cũ hết dùng được ngay; mật khẩu cũ hết khi mã mới được dùng.',
  renewSubmit: 'Tạo mã mới',
  lock: 'Khóa tài khoản',
  lockText: 'Người này bị đăng xuất ngay trên mọi máy và không vào được nữa. Việc đã làm vẫn còn nguyên.',
  lockSubmit: 'Khóa ngay',
  unlock: 'Mở khóa',
  locked: 'Tài khoản đang khóa',
  lockedText: 'Người này không vào được. Mở khóa để họ dùng lại mật khẩu cũ.',
  slipDone: 'Mã mới đã tạo',
  backToAccount: 'Về tài khoản',
};

export const done = {
  khoa: 'Đã khóa tài khoản.',
  'mo-khoa': 'Đã mở khóa tài khoản.',
  'them-vai-tro': 'Đã thêm vai trò.',
  'thu-vai-tro': 'Đã thu lại vai trò.',
};

export const exported = {
  title: 'Danh sách tài khoản',
  columns: [
    { header: 'Họ và tên', width: 26, kind: 'text' },
    { header: 'Tên đăng nhập', width: 18, kind: 'text' },
    { header: 'Vai trò', width: 44, kind: 'text' },
    { header: 'Tình trạng', width: 14, kind: 'text' },
    { header: 'Vào lần cuối', width: 20, kind: 'text' },
  ],
} as const;
