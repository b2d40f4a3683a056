import { formatDay } from '#shared/calendar.ts';
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

export const renameByPaper = 'Đổi tên';
export const renameByPaperWho = (name: string) => `Đổi tên theo quyết định: ${name}`;
export const willBe = (name: string, day: string) => `Từ ${formatDay(day)}: ${name}`;

/** A new name by a decision, from a day on (W22). */
export const newNamePage = {
  title: (name: string) => `Đổi tên ${name}`,
  lead: 'Dùng khi có quyết định đổi tên. Viết sai chính tả thì dùng “Sửa tên” ở danh sách ấp.',
  what: 'Tên mới',
  name: 'Tên mới của ấp',
  validFrom: 'Có hiệu lực từ ngày',
  dayWrong: 'Ngày này không có trong lịch. Ghi ngày/tháng/năm, ví dụ 05/11/2026.',
  decision: 'Theo quyết định',
  decisionHelp: 'Số, ngày của quyết định. Ví dụ: Nghị quyết 15/NQ-HĐND ngày 20/11/2026.',
  see: 'Xem trước',
  preview: 'Sẽ thay đổi như sau',
  until: (day: string) => `Trước ngày ${formatDay(day)}`,
  from: (day: string) => `Từ ngày ${formatDay(day)}`,
  now: 'Tên mới hiện ngay ở sổ hộ, chỉ tiêu, điện thoại của tổ và báo cáo các kỳ kết thúc từ ngày đó.',
  later: (day: string) =>
    `Đến ngày ${formatDay(day)} máy tự đổi tên ở sổ hộ, chỉ tiêu, điện thoại và báo cáo. Cho đến lúc đó giữ tên cũ.`,
  stays:
    'Giữ nguyên: mã ấp, mọi hộ, số liệu các tháng trước, báo cáo đã gửi và báo cáo của các kỳ trước (mang tên lúc đó).',
  team: (name: string) => `Tên tổ “${name}” không tự đổi; có quyết định kiện toàn thì lập lại tổ.`,
  submit: 'Đổi tên từ ngày trên',
  history: 'Các tên của ấp',
};

export const done = {
  'doi-ten': 'Đã ghi tên mới của ấp.',
  them: 'Đã thêm ấp. Bước tiếp theo: lập tổ cho ấp mới.',
  sua: 'Đã lưu tên mới.',
};
