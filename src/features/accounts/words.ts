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
export const choosePeople = 'Xin chọn ít nhất một người.';
export const memberNotInTeam = 'Người này không còn trong tổ. Xin tải lại trang.';

/** The slip that carries an invitation to its owner. */
export const slip = {
  once: 'Mã chỉ hiện một lần',
  onceText:
    'Xin in ngay (Ctrl + P) hoặc chép lại trước khi rời trang này. Nếu lỡ mất, cấp mã mới; mã cũ sẽ hết dùng được.',
  title: 'Giấy mời dùng Tổ Số',
  open: 'Mở trình duyệt trên điện thoại, vào địa chỉ',
  type: 'Nhập mã mời',
  choose: 'Tự đặt mật khẩu. Lần sau đăng nhập bằng tên',
  phone: 'Chỉ dùng trên điện thoại khi đi đến hộ (ghi được cả lúc mất sóng): mở Chrome, vào',
  phoneThen: ', nhập mã này rồi đặt mã PIN 6 số.',
  until: (moment: string) => `Mã dùng được một lần, đến ${moment}.`,
  keep: 'Giữ kín tờ giấy này. Tổ Số không bao giờ hỏi mã OTP hay mật khẩu VNeID, ngân hàng.',
};
