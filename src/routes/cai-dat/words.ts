export const title = 'Cài đặt cho xã';
export const lead = 'Bốn bước, khoảng năm phút. Danh sách hộ dân nhập sau, từ tệp Excel mà xã đang có.';
export const stepProvince = '1. Chọn tỉnh, thành phố';
export const stepCommune = '2. Chọn xã, phường, đặc khu';
export const stepHamlets = '3. Ghi tên các ấp';
export const stepOfficer = '4. Tài khoản đầu tiên';
export const province = 'Tỉnh, thành phố';
export const commune = 'Xã, phường, đặc khu';
export const choose = '— Chọn —';
export const next = 'Tiếp tục';
export const change = 'Chọn lại';
export const hamlets = 'Tên các ấp, mỗi ấp một dòng';
export const hamletsHelp =
  'Viết đúng như trong danh sách của xã, ví dụ: Ấp 1. Sau này thêm, sửa được.';
export const officerLead =
  'Người này (thường là công chức Phòng Văn hóa – Xã hội) nhập danh sách và cấp tài khoản cho các tổ.';
export const officerName = 'Họ và tên';
export const officerLogin = 'Số điện thoại hoặc tên đăng nhập';
export const officerPassword = 'Mật khẩu';
export const passwordHelp = 'Ít nhất 10 ký tự. Ghép vài từ dễ nhớ với một con số.';
export const setupCode = 'Mã cài đặt';
export const setupCodeHelp = 'Mã hiện trên màn hình của máy chủ, nơi gõ lệnh npm start.';
export const submit = 'Cài đặt';
export const done = 'Đã cài đặt xong. Xin đăng nhập bằng tài khoản vừa tạo.';
