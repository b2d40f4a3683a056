import { formatCount } from '#shared/numbers.ts';

/** The words of hamlets. */
export const title = 'Danh sách ấp';
export const back = 'Tổ và thành viên';
export const lead = (n: number) => `${formatCount(n)} ấp. Tên ấp ghi đúng như quyết định của địa phương.`;
export const table = 'Ấp';
export const columns = { name: 'Tên ấp', code: 'Mã', team: 'Tổ', change: 'Sửa' };
export const noTeam = 'Chưa có tổ';
export const rename = 'Sửa tên';
export const renameWho = (name: string) => `Sửa tên: ${name}`;
export const newName = 'Tên mới';
export const save = 'Lưu tên';
export const cancel = 'Thôi';
export const add = 'Thêm ấp';
export const names = 'Tên các ấp, mỗi dòng một ấp';
export const namesHelp = 'Gõ hoặc dán cả danh sách. Ví dụ: Ấp Mẫu 1. Dòng trống và dòng trùng được bỏ qua.';
export const validFrom = 'Có từ ngày';
export const addSubmit = 'Thêm vào danh sách';
export const empty = 'Xã chưa có ấp nào';
export const emptyText = 'Thêm ấp ở khung bên dưới, hoặc nhập danh sách hộ: ấp mới sẽ được hỏi thêm.';

export const done = {
  them: 'Đã thêm ấp. Bước tiếp theo: lập tổ cho ấp mới.',
  sua: 'Đã lưu tên mới.',
};
