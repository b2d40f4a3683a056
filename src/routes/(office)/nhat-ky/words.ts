import { formatMoment } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the audit. */
export const title = 'Nhật ký';
export const lead = 'Ai đã làm gì, lúc nào. Nội dung và thông tin của bà con không hiện ở đây.';
export const table = 'Việc đã làm, mới nhất trước';
export const columns = { when: 'Lúc', who: 'Ai', what: 'Việc', about: 'Về', where: 'Ấp' };
export const when = (at: Date) => formatMoment(at);
export const product = 'Tổ Số (tự động)';
export const day = 'Ngày';
export const person = 'Người làm';
export const anyone = 'Tất cả';
export const filter = 'Xem';
export const clear = 'Bỏ lọc';
export const dayWrong = 'Ngày này không có trong lịch. Xin viết như 05/11/2026.';
export const empty = 'Không có việc nào';
export const emptyText = 'Không có việc nào được ghi với điều kiện này.';
export const exported = {
  title: 'Nhật ký (5.000 dòng mới nhất)',
  columns: [
    { header: 'Lúc', width: 20, kind: 'text' },
    { header: 'Ai', width: 26, kind: 'text' },
    { header: 'Việc', width: 36, kind: 'text' },
    { header: 'Về', width: 36, kind: 'text' },
    { header: 'Ấp', width: 18, kind: 'text' },
  ],
} as const;
export const firstPage = 'Về trang đầu';

/** "Hộ · 250 hộ" when one stroke touched many. */
export const about = (subject: string, count: number, name: string | null) => {
  const kind = subjects[subject] ?? subject;
  if (name !== null) return `${kind}: ${name}`;
  return count === 1 ? kind : `${kind} (${formatCount(count)} ${units[subject] ?? 'mục'})`;
};

export const what = (event: string) => events[event] ?? `Việc khác (${event})`;

const subjects: Readonly<Record<string, string>> = {
  account: 'Tài khoản',
  catalogue_entry: 'Mục của danh mục',
  commune_report: 'Báo cáo của xã',
  day_off: 'Ngày nghỉ',
  device: 'Điện thoại',
  document: 'Văn bản',
  document_settings: 'Mẫu ký, nơi nhận',
  group: 'Tổ tự quản',
  hamlet: 'Ấp',
  household: 'Hộ',
  import: 'Tệp danh sách',
  list: 'Danh sách',
  outreach: 'Buổi tuyên truyền',
  plan: 'Kế hoạch',
  register: 'Sổ hộ',
  report: 'Báo cáo',
  report_extension: 'Hạn báo cáo',
  report_reminder: 'Lời nhắc báo cáo',
  report_sum: 'Bảng tổng hợp',
  report_template: 'Mẫu báo cáo',
  resident: 'Người dân',
  sync: 'Các điện thoại',
  target: 'Chỉ tiêu',
  target_definition: 'Chỉ tiêu',
  team: 'Tổ',
  team_member: 'Thành viên Tổ',
  visit: 'Lần gặp',
};

const units: Readonly<Record<string, string>> = {
  household: 'hộ',
  resident: 'người',
  team_member: 'người',
  visit: 'lượt',
  hamlet: 'ấp',
  account: 'tài khoản',
};

/** Every event by its name; a test holds the list against the code that writes events. */
export const events: Readonly<Record<string, string>> = {
  'account.disabled': 'Khóa tài khoản',
  'account.enabled': 'Mở khóa tài khoản',
  'account.opened': 'Mở tài khoản, cấp mã mời',
  'account.password_changed': 'Đổi mật khẩu',
  'account.reinvited': 'Cấp mã mới',
  'account.rights_ended': 'Hết quyền vì thôi làm thành viên',
  'account.role_granted': 'Thêm vai trò',
  'account.role_revoked': 'Thu lại vai trò',
  'account.sessions_ended': 'Đăng xuất khỏi các máy khác',
  'catalogue.added': 'Thêm mục vào danh mục',
  'catalogue.changed': 'Sửa mục của danh mục',
  'catalogue.retired': 'Thôi dùng mục của danh mục',
  'commune_report.approved_by_leader': 'Lãnh đạo duyệt báo cáo của xã',
  'commune_report.approved_by_office': 'Phòng duyệt báo cáo của xã',
  'commune_report.archived': 'Lưu báo cáo của xã',
  'commune_report.exported': 'Xuất báo cáo của xã ra tệp',
  'commune_report.issued': 'Phát hành báo cáo của xã',
  'commune_report.numbered': 'Cấp số báo cáo của xã',
  'commune_report.opened': 'Mở báo cáo của xã',
  'commune_report.returned': 'Trả lại báo cáo của xã',
  'commune_report.signed_file_kept': 'Nhận tệp đã ký của báo cáo xã',
  'commune_report.superseded': 'Thay báo cáo của xã bằng bản mới',
  'commune_report.written': 'Sửa lời báo cáo của xã',
  'day_off.dropped': 'Bỏ ngày nghỉ khỏi danh sách',
  'day_off.kept': 'Ghi ngày nghỉ',
  'device.revoked': 'Thu hồi điện thoại',
  'device.signed_in': 'Đăng nhập trên điện thoại',
  'digital.recorded': 'Ghi tình trạng số',
  'document.approved': 'Duyệt văn bản',
  'document.discarded': 'Bỏ bản nháp văn bản',
  'document.drafted': 'Soạn văn bản',
  'document.exported': 'Tải văn bản',
  'document.issued': 'Phát hành văn bản',
  'document.numbered': 'Cấp số văn bản',
  'document.returned': 'Trả lại văn bản',
  'document.written': 'Sửa văn bản',
  'document_settings.kept': 'Đổi người ký, nơi nhận',
  'group.corrected': 'Sửa tổ tự quản',
  'group.registered': 'Đăng ký tổ tự quản',
  'group.state_changed': 'Đổi tình trạng tổ tự quản',
  'hamlet.added': 'Thêm ấp',
  'hamlet.renamed': 'Sửa tên ấp',
  'handover.imported': 'Nhận tệp bàn giao của điện thoại',
  'helper.assigned': 'Phân công người giúp',
  'helper.ended': 'Thôi phân công người giúp',
  'household.corrected': 'Sửa thông tin hộ',
  'household.head_named': 'Ghi chủ hộ',
  'household.merged': 'Gộp hai hộ ghi trùng',
  'household.moved': 'Chuyển hộ sang ấp khác',
  'household.policy_class_set': 'Ghi diện chính sách của hộ',
  'household.registered': 'Thêm hộ vào sổ',
  'household.resident_left': 'Ghi người rời khỏi hộ',
  'household.responsible_named': 'Ghi người phụ trách hộ',
  'household.restricted_seen': 'Xem thông tin hạn chế của hộ',
  'household.split': 'Tách hộ',
  'household.state_changed': 'Đổi tình trạng hộ',
  'household.unmerged': 'Bỏ gộp hộ',
  'household.withdrawn': 'Rút hộ của lần nhập đã hoàn tác',
  'import.committed': 'Nhập danh sách vào sổ',
  'import.dropped': 'Bỏ tệp danh sách chưa nhập',
  'import.read': 'Đọc tệp danh sách',
  'import.undone': 'Hoàn tác lần nhập danh sách',
  'invitation.accepted': 'Dùng mã mời, đặt mật khẩu',
  'outreach.corrected': 'Sửa buổi tuyên truyền',
  'outreach.recorded': 'Ghi buổi tuyên truyền',
  'outreach.withdrawn': 'Rút buổi tuyên truyền',
  'plan.changed': 'Sửa kế hoạch',
  'plan.created': 'Lập kế hoạch',
  'accounts.exported': 'Xuất danh sách tài khoản',
  'audit.exported': 'Xuất nhật ký',
  'figure_rows.exported': 'Xuất danh sách sau một con số của báo cáo',
  'members.exported': 'Xuất danh sách thành viên các tổ',
  'groups.exported': 'Xuất danh sách tổ tự quản',
  'outreach.exported': 'Xuất danh sách buổi tuyên truyền',
  'register.exported': 'Xuất danh sách hộ ra tệp',
  'register.restricted_listed': 'Xem danh sách có thông tin hạn chế',
  'report.written': 'Sửa lời báo cáo',
  'report.explained': 'Giải trình con số của báo cáo',
  'report.remarked': 'Ghi góp ý cho báo cáo',
  'report.remark_answered': 'Trả lời góp ý của báo cáo',
  'report.accepted': 'Nhận báo cáo',
  'report.extended': 'Gia hạn báo cáo',
  'report.draft_restored': 'Viết lại lời báo cáo từ số liệu',
  'report.exported': 'Xuất báo cáo ra tệp Word',
  'report.locked': 'Khóa báo cáo',
  'report.narrative_written': 'Sửa lời báo cáo',
  'report.opened': 'Mở báo cáo',
  'report.reminded': 'Nhắc gửi báo cáo',
  'report.reminder_seen': 'Xem lời nhắc báo cáo',
  'report.reopened': 'Mở lại báo cáo',
  'report.returned': 'Trả lại báo cáo',
  'report.sample_checked': 'Ghi kết quả hỏi lại',
  'report.sample_drawn': 'Rút mẫu để hỏi lại',
  'report.submitted': 'Nộp báo cáo',
  'report.superseded': 'Thay báo cáo bằng bản mới',
  'report_template.added': 'Thêm mẫu báo cáo',
  'report_template.draft_begun': 'Bắt đầu sửa mẫu báo cáo',
  'report_template.draft_changed': 'Sửa bản sửa của mẫu báo cáo',
  'report_template.draft_dropped': 'Bỏ bản sửa của mẫu báo cáo',
  'report_template.previewed': 'Tải bản xem trước của mẫu báo cáo',
  'resident.corrected': 'Sửa thông tin người dân',
  'resident.merged': 'Gộp hai người ghi trùng',
  'resident.moved': 'Chuyển người sang hộ khác',
  'resident.registered': 'Thêm người vào hộ',
  'resident.state_changed': 'Đổi tình trạng người dân',
  'resident.unmerged': 'Bỏ gộp người',
  'resident.vulnerable_set': 'Ghi diện yếu thế',
  'resident.withdrawn': 'Rút người của lần nhập đã hoàn tác',
  'review.decided': 'Quyết định giữa máy và sổ',
  'session.opened': 'Đăng nhập',
  'skill.checked': 'Kiểm tra kỹ năng số',
  'sync.restored': 'Báo các điện thoại: máy chủ đã khôi phục từ bản sao',
  'target.defined': 'Sửa cách tính chỉ tiêu',
  'target.left_exported': 'Xuất danh sách còn lại của chỉ tiêu',
  'team.ended': 'Kết thúc tổ',
  'team.founded': 'Lập tổ',
  'team_member.added': 'Thêm thành viên Tổ',
  'team_member.changed': 'Sửa thông tin thành viên Tổ',
  'team_member.ended': 'Thôi làm thành viên Tổ',
  'visit.corrected': 'Sửa lần gặp',
  'visit.recorded': 'Ghi lần gặp',
  'visit.withdrawn': 'Rút lần gặp',
};
