import type { Question } from './model/checklist.ts';

/**
 * The list with which a commune begins, from the duties that its plan and the law give a hamlet: report by the 10th (III.6, R71),
 * drive the team on (III.6, R70), reach every household (II.1, R20), priority households first (R23), a model (III.6, R72),
 * outreach in many forms (R24), skills of members (II.3, R48), difficulties told in time (closing, R73), money used as ruled
 * (III.2, R59), personal data kept (Luật 91/2025/QH15, R89). The office changes it on screen.
 */
export const defaultChecklist: readonly Question[] = [
  {
    code: 'reports',
    text: 'Báo cáo tháng gửi đúng hạn (chậm nhất ngày 10), đủ nội dung',
    figure: 'reports_on_time',
  },
  {
    code: 'register',
    text: 'Sổ hộ đủ hộ trong ấp, ghi được tình trạng của từng hộ; hộ nào cũng có người đến',
    figure: 'households_met',
  },
  {
    code: 'members',
    text: 'Thành viên Tổ thực sự đi đến nhà dân, có phân công hộ cho từng người',
    figure: 'members_idle',
  },
  {
    code: 'truth',
    text: 'Số liệu đã ghi khớp với lời bà con khi hỏi lại một số hộ',
    figure: 'agreement',
  },
  {
    code: 'priority',
    text: 'Người cao tuổi, hộ yếu thế, hộ không có điện thoại thông minh được giúp trước',
    figure: null,
  },
  {
    code: 'groups',
    text: 'Mô hình “Tổ tự quản công nghệ” hoạt động đúng giờ, có người trực, có chỗ ngồi cho dân',
    figure: 'groups_active',
  },
  {
    code: 'outreach',
    text: 'Tuyên truyền bằng nhiều hình thức: loa, họp ấp, tờ rơi, nhóm Zalo',
    figure: 'sessions_held',
  },
  {
    code: 'training',
    text: 'Thành viên được tập huấn, làm thành thạo các bước cài đặt và hướng dẫn',
    figure: 'members_trained',
  },
  { code: 'tasks', text: 'Trưởng ấp giao việc, đôn đốc Tổ; việc xã giao làm đúng hạn', figure: 'tasks_late' },
  {
    code: 'obstacles',
    text: 'Khó khăn của bà con được nêu kịp thời và theo dõi đến khi xong',
    figure: 'obstacles_late',
  },
  { code: 'budget', text: 'Kinh phí dùng đúng mục đích, đủ chứng từ', figure: null },
  {
    code: 'privacy',
    text: 'Giữ dữ liệu của dân: điện thoại có khóa, không chụp sổ đưa lên nhóm chat, không hỏi mật khẩu, mã OTP',
    figure: null,
  },
];
