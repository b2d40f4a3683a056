import { formatMoment } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of one's own page. */
export const title = 'Tài khoản của tôi';
export const name = 'Họ tên';
export const login = 'Tên đăng nhập';
export const roles = 'Vai trò';
export const noRoles = 'không còn vai trò nào';

export const password = 'Đổi mật khẩu';
export const passwordText = 'Đổi xong, các máy khác phải đăng nhập lại bằng mật khẩu mới.';
export const current = 'Mật khẩu đang dùng';
export const next = 'Mật khẩu mới';
export const nextHelp = 'Ít nhất 10 ký tự. Ghép vài từ dễ nhớ với một con số.';
export const repeat = 'Nhập lại mật khẩu mới';
export const passwordSubmit = 'Đổi mật khẩu';

export const theme = 'Màu nền';
export const themes = { light: 'Nền sáng', dark: 'Nền tối', system: 'Theo máy' } as const;
export const themeNow = (text: string) => `Đang dùng: ${text}`;

export const sessions = 'Máy đang đăng nhập';
export const here = 'máy này';
export const seen = (at: Date) => `dùng lần cuối ${formatMoment(at)}`;
export const since = (at: Date) => `đăng nhập ${formatMoment(at)}`;
export const unknownDevice = 'Thiết bị chưa rõ';
export const onSystem = (browser: string, system: string) => `${browser} trên ${system}`;
export const onlyHere = 'Chỉ có máy này đang đăng nhập.';
export const endOthers = 'Đăng xuất khỏi các máy khác';
export const endOthersHelp = 'Dùng khi mất điện thoại hoặc quên đăng xuất ở máy của người khác.';
export const signOut = 'Đăng xuất khỏi máy này';

export const phones = 'Điện thoại có ứng dụng Tổ Số';
export const phonesHelp = 'Mất máy thì thu hồi ngay: máy tự xóa dữ liệu của bà con khi có mạng lần tới.';
export const phoneSeen = (at: Date) => `liên lạc lần cuối ${formatMoment(at)}`;
export const phoneRevoked = 'đã thu hồi';
export const phoneUnsent = (count: number) => `còn ${formatCount(count)} phiếu chưa gửi`;
export const revokePhone = 'Thu hồi máy này';
export const revokePhoneWhich = (name: string) => `${revokePhone}: ${name}`;

export const reminder = 'Giữ kín thông tin của bà con';
export const reminders = [
  'Chỉ xem và ghi những gì cần cho việc của Tổ; không chụp, không chuyển danh sách cho người ngoài.',
  'Không bao giờ hỏi, xem hay ghi mật khẩu, mã OTP, số căn cước của bà con.',
  'Không cho người khác dùng tài khoản này. Mất máy thì đăng xuất các máy khác và báo trưởng ấp.',
  'Khi thôi làm thành viên, quyền xem hết hiệu lực; điều đã biết vẫn phải giữ kín.',
];

export const done = {
  'mat-khau': 'Đã đổi mật khẩu. Các máy khác đã đăng xuất.',
  'cac-may': 'Đã đăng xuất khỏi các máy khác.',
};
