/** The words of the register's forms, on the office's pages and on the phone. */
export const hamlet = 'Ấp';
export const group = 'Tổ';
export const groupHelp = 'Ví dụ: Tổ 3';
export const address = 'Địa chỉ';
export const addressHelp = 'Số nhà, đường, hoặc cách tìm đến nhà.';
export const bookNumber = 'Số hộ trong danh sách của xã';
export const householdPhone = 'Điện thoại của hộ';
export const phoneHelp = 'Ví dụ: 0912 345 678';
export const statedSize = 'Số nhân khẩu theo danh sách';
export const statedSizeHelp = 'Chỉ điền khi chưa ghi đủ tên từng người.';
export const people = 'người';
export const householdSmartphone = 'Trong nhà có điện thoại thông minh?';
export const internet = 'Trong nhà có Internet?';
export const note = 'Ghi chú';
export const noteHelp = 'Không ghi số căn cước, bệnh tật, mật khẩu.';

export const fullName = 'Họ và tên';
export const relation = 'Quan hệ với chủ hộ';
export const sex = 'Giới tính';
export const birth = 'Ngày sinh';
export const birthHelp = 'Ví dụ 15/08/1966. Chỉ biết năm thì ghi 1966.';
export const residence = 'Cư trú';
export const phone = 'Điện thoại';
export const smartphone = 'Điện thoại thông minh';
export const unknown = 'Chưa rõ';
