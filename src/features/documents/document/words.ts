import { formatCount } from '#shared/numbers.ts';
import type { PlanPart } from '../model/content.ts';

/** What is printed on official documents, beside what people type. */
export const kinds = {
  plan: 'Kế hoạch',
  group_list: 'Thông báo',
  invitation: 'Giấy mời',
  minutes: 'Biên bản',
  office_report: 'Báo cáo',
  commune_report: 'Báo cáo',
} as const;
export const basis = (line: string) => (/^căn cứ\s/iu.test(line) ? line : `Căn cứ ${line}`);
export const archive = 'Lưu: VT';

export const planHeadings = {
  aims: 'Mục đích, yêu cầu',
  work: 'Nội dung triển khai',
  organisation: 'Tổ chức thực hiện',
};
export const planParts: Record<PlanPart, string> = {
  purpose: 'Mục đích',
  demands: 'Yêu cầu',
  goals: 'Mục tiêu',
  activities: 'Hoạt động của Tổ công nghệ số cộng đồng',
  training: 'Bồi dưỡng, tập huấn nghiệp vụ cho Tổ công nghệ số cộng đồng',
  management: 'Công tác quản lý, điều hành Tổ công nghệ số cộng đồng',
  culture_social: 'Phòng Văn hóa - Xã hội',
  economic: 'Phòng Kinh tế',
  youth_union: 'Đề nghị Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  mass_organizations: 'Các tổ chức chính trị - xã hội',
  units: 'Các cơ quan, đơn vị trực thuộc Ủy ban nhân dân xã',
  hamlet_heads: 'Trưởng các ấp',
};

export const groupList = {
  annexed: 'Danh sách cụ thể tại Phụ lục kèm theo',
  annexTitle: 'Danh sách mô hình “Tổ tự quản công nghệ” đăng ký',
  columns: {
    rank: 'TT',
    hamlet: 'Ấp',
    name: 'Tên mô hình',
    place: 'Nơi đặt',
    hours: 'Giờ mở cửa',
    registeredOn: 'Ngày đăng ký',
    state: 'Tình trạng',
  },
  total: (count: number) => `Tổng cộng: ${formatCount(count)} mô hình`,
};

// NĐ 30/2020, Phụ lục III, mẫu 1.7.
export const invitation = {
  invites: (issuer: string) => `${issuer} trân trọng kính mời`,
  annexed: (count: number) => `các ông, bà có tên tại Phụ lục kèm theo (${formatCount(count)} người)`,
  annexTitle: 'Danh sách người được mời',
  person: 'Họ và tên, chức vụ, đơn vị',
  note: 'Ghi chú',
  event: 'Tới dự',
  chair: 'Chủ trì',
  time: 'Thời gian',
  place: 'Địa điểm',
};

// NĐ 30/2020, Phụ lục III, mẫu 1.9.
export const minutes = {
  started: 'Thời gian bắt đầu',
  place: 'Địa điểm',
  present: 'Thành phần tham dự',
  chair: 'Chủ trì (chủ tọa)',
  secretary: 'Thư ký (người ghi biên bản)',
  course: 'Nội dung',
  conclusions: 'Kết luận',
  ended: (moment: string) => `Cuộc họp kết thúc vào ${moment}`,
  secretaryTitle: 'Thư ký',
};
