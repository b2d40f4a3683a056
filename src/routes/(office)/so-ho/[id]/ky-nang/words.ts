import { formatDay, type Day } from '#shared/calendar.ts';

export const title = (name: string) => `Kiểm tra kỹ năng: ${name}`;
export const lead =
  'Bảy việc theo kế hoạch. Đủ cả bảy thì tính là có kỹ năng số cơ bản. Mục chưa xem được thì để “Chưa kiểm tra”.';
export const last = (on: Day, verdict: string) => `Lần trước, ngày ${formatDay(on)}: ${verdict}.`;
export const can = 'Làm được';
export const cannot = 'Chưa được';
export const notChecked = 'Chưa kiểm tra';
export const confirmed = 'Đã được xác nhận trên VNeID (Bình dân học vụ số)?';
export const confirmedHelp = 'Ghi riêng, không thay cho bảy việc ở trên.';
export const checkedOn = 'Ngày kiểm tra';
export const submit = 'Lưu kết quả kiểm tra';
