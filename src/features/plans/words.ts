import { formatDay, type Day } from '#shared/calendar.ts';

export const pillars = {
  digital_government: 'Chính quyền số',
  digital_economy: 'Kinh tế số',
  digital_society: 'Xã hội số',
} as const;

export const catalogueKinds = {
  platform: 'Nền tảng số',
  outreach_form: 'Hình thức tuyên truyền',
  topic: 'Nội dung tuyên truyền, hướng dẫn',
  essential_domain: 'Nhu cầu thiết yếu',
  priority_reason: 'Lý do ưu tiên',
} as const;

export const planOfYearExists = (year: number) =>
  `Xã đã có kế hoạch năm ${year}. Mở kế hoạch đó ra sửa, hoặc chọn năm khác.`;
export const stillRunning = (endsOn: Day) =>
  `Kế hoạch còn thực hiện đến hết ngày ${formatDay(endsOn)}. Sau ngày đó mới khóa sổ được.`;
export const isClosed = (year: number, on: Day) =>
  `Kế hoạch năm ${year} đã khóa sổ ngày ${formatDay(on)} nên không sửa được nữa.`;
export const waiting = {
  next: (year: number) => `kế hoạch năm ${year} chưa mở`,
  close: (year: number) => `kế hoạch năm ${year} đã hết, chưa khóa sổ`,
};
export const endsBeforeStart = 'Ngày kết thúc không thể trước ngày bắt đầu.';
export const codeTaken = 'Mã này đã dùng cho một mục khác trong danh mục.';
export const codeShape = 'Mã chỉ gồm chữ thường không dấu, số và dấu gạch dưới.';
export const linkShape = 'Địa chỉ trang phải bắt đầu bằng https://';

export const trackedItems = {
  vneid: 'VNeID',
  dvc_account: 'Tài khoản Dịch vụ công',
  bank_account: 'Tài khoản ngân hàng',
  e_payment: 'Thanh toán điện tử',
  health_app: 'Ứng dụng sức khỏe',
  education_app: 'Ứng dụng học tập',
  social_app: 'Ứng dụng chính sách xã hội',
} as const;
