export const setupCodeWrong = 'Mã cài đặt chưa đúng. Mã hiện trên màn hình của máy chủ, nơi gõ lệnh chạy.';
export const alreadyInstalled = 'Tổ Số trên máy này đã được cài đặt. Xin đăng nhập.';
export const hamletsNeeded = 'Xin ghi tên ít nhất một ấp, mỗi ấp một dòng.';
export const tooManyHamlets = 'Nhiều nhất 200 ấp.';
export const communeUnknown = 'Xin chọn xã trong danh sách.';
