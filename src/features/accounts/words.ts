import type { Role } from './model.ts';

export const roleNames: Record<Role, string> = {
  member: 'Thành viên Tổ',
  hamlet_team_leader: 'Tổ trưởng Tổ ấp',
  hamlet_head: 'Trưởng ấp',
  commune_team_leader: 'Tổ trưởng Tổ xã',
  culture_social_officer: 'Công chức Phòng Văn hóa – Xã hội',
  culture_social_head: 'Trưởng phòng Văn hóa – Xã hội',
  economic_officer: 'Công chức Phòng Kinh tế',
  commune_leader: 'Lãnh đạo UBND xã',
  records_clerk: 'Văn thư',
  unit: 'Đoàn thể, trường học, đơn vị',
  public_service_center: 'Trung tâm Phục vụ hành chính công',
  province_viewer: 'Tỉnh (chỉ xem số liệu chung)',
  commune_admin: 'Quản trị tài khoản',
  auditor: 'Bảo vệ dữ liệu',
};

export const loginTaken = 'Tên đăng nhập này đã có người dùng. Xin chọn tên khác.';
export const loginShape = 'Tên đăng nhập là số điện thoại, hoặc 4–40 chữ thường không dấu, số, dấu chấm.';
export const passwordShort =
  'Mật khẩu cần ít nhất 10 ký tự. Nên ghép vài từ dễ nhớ, ví dụ ba từ và một con số.';
export const passwordLong = 'Mật khẩu dài quá 200 ký tự.';
export const passwordCommon = 'Mật khẩu này dễ đoán. Xin chọn mật khẩu khác.';
export const passwordsDiffer = 'Hai lần nhập mật khẩu chưa giống nhau.';
export const passwordWrong = 'Mật khẩu đang dùng chưa đúng.';
export const tooManyTries = (minutes: number) =>
  `Đã thử sai nhiều lần. Xin chờ khoảng ${minutes} phút rồi thử lại.`;
export const memberHasAccount = 'Thành viên này đã có tài khoản.';
export const needsRole = 'Xin chọn ít nhất một vai trò.';
