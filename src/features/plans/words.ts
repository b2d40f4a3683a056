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

export const planOfYearExists = (year: number) => `Xã đã có kế hoạch năm ${year} đang thực hiện.`;
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
