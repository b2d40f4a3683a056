import { formatCount } from '#shared/numbers.ts';

export const skipToContent = 'Bỏ qua đến nội dung';
export const mainNavigation = 'Các mục chính';
export const more = 'Thêm';
export const aboutThisPlace = 'Lưu ý chung';
export const account = 'Tài khoản';
export const breadcrumb = 'Vị trí trang này';

export const previousPage = 'Trang trước';
export const nextPage = 'Trang sau';
export const pages = 'Chuyển trang';

export const search = 'Tìm';
export const filters = 'Lọc danh sách';
export const optional = 'không bắt buộc';
export const choose = 'Chọn…';
export const error = 'Lỗi';
export const errorsToMend = (n: number) =>
  n === 1 ? 'Còn 1 chỗ cần sửa' : `Còn ${formatCount(n)} chỗ cần sửa`;
export const dayHelp = 'Ngày/tháng/năm, ví dụ 05/11/2026';

export const info = 'Thông tin';
export const done = 'Đã xong';
export const wait = 'Cần để ý';
export const danger = 'Có lỗi';

export const missing = '—';
export const waitingCount = (n: number) => `${formatCount(n)} việc đang chờ`;
export const showFigures = 'Xem số liệu';
export const sortedUp = 'đang xếp từ nhỏ đến lớn';
export const sortedDown = 'đang xếp từ lớn đến nhỏ';
export const copied = 'Đã chép. Mở Zalo rồi dán vào nhóm.';
export const notCopied = 'Máy không cho chép. Xin bấm giữ vào lời ở trên rồi chọn Chép.';
