import { formatCount } from '#shared/numbers.ts';

export const title = 'Phiếu ghi dở';
export const lead = 'Chưa lưu, chưa gửi. Mở để ghi tiếp rồi bấm Lưu.';
export const back = 'Hôm nay';
export const count = (n: number) => `${formatCount(n)} phiếu, mới nhất ở trên`;
export const none = 'Không có phiếu nào ghi dở';
export const noneText = 'Phiếu nào đang ghi mà chưa lưu sẽ nằm ở đây, kể cả khi tắt máy.';
export const household = (head: string) => `Hộ ${head}`;
export const elsewhere = 'Hộ không còn trên máy này';
export const whole = 'Cả ấp';
export const other = 'Phiếu ghi dở';

/** What a draft is, by the end of its address. */
export const kinds: Readonly<Record<string, string>> = {
  gap: 'Ghi lần gặp',
  'khong-gap': 'Không gặp ai',
  'hoan-tac': 'Hoàn tác lần gặp',
  sua: 'Sửa thông tin hộ',
  doi: 'Hộ vắng, chuyển đi',
  chuyen: 'Chuyển sang ấp khác',
  'them-nguoi': 'Thêm người vào hộ',
  'nguoi-giup': 'Người giúp hộ',
  'phu-trach': 'Giao thành viên phụ trách',
  tham: 'Ghi lần ghé giúp',
  'nguoi/sua': 'Sửa thông tin người',
  'nguoi/doi': 'Thay đổi của người',
  'nguoi/chuyen': 'Chuyển sang hộ khác',
  'nguoi/ky-nang': 'Kiểm tra kỹ năng',
  'nguoi/tinh-trang': 'Tình trạng số',
  'them-ho': 'Thêm hộ mới',
  viec: 'Báo đã làm xong việc',
  'ho-tro': 'Yêu cầu hỗ trợ',
  'xin-ho-tro': 'Ghi yêu cầu hỗ trợ',
  'neu-kho-khan': 'Nêu khó khăn, kiến nghị',
  'kho-khan': 'Báo chưa xong',
  'ban-hang': 'Ghi bước bán hàng trên mạng',
  hop: 'Ghi buổi tuyên truyền',
  lop: 'Điểm danh lớp tập huấn',
};
