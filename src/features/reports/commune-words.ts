import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import { periodName } from './words.ts';
import type { PeriodKey } from './model/span.ts';
import type { CommuneAction, CommuneState } from './model/commune-state.ts';

export const states: Record<CommuneState, string> = {
  draft: 'Đang soạn',
  office_approved: 'Phòng đã duyệt',
  leader_approved: 'Lãnh đạo đã duyệt',
  numbered: 'Đã cấp số',
  issued: 'Đã phát hành',
  archived: 'Đã lưu',
  superseded: 'Đã thay bằng bản mới',
};

export const cannotNow: Record<CommuneAction, string> = {
  approve_office: 'Báo cáo này không còn chờ Phòng duyệt. Xin tải lại trang.',
  approve_leader: 'Báo cáo này không còn chờ lãnh đạo duyệt. Xin tải lại trang.',
  return: 'Báo cáo đã cấp số thì không trả lại được nữa. Xin tải lại trang.',
  number: 'Chỉ cấp số cho báo cáo lãnh đạo đã duyệt.',
  issue: 'Chỉ phát hành báo cáo đã có số và ngày.',
  archive: 'Chỉ lưu báo cáo đã phát hành.',
  supersede: 'Chỉ lập bản mới khi bản trước đã phát hành.',
};
export const notADraft = 'Báo cáo đã được duyệt, không sửa được nữa. Nếu cần sửa, xin người duyệt trả lại.';
export const notOver = (key: PeriodKey, to: Day) =>
  `Kỳ ${periodName(key)} chưa hết. Duyệt được từ ngày ${formatDay(to)}.`;
export const nothingAccepted = 'Chưa nhận báo cáo của ấp nào, nên chưa có gì để tổng hợp.';
export const ownWork = 'Người soạn không tự duyệt. Xin người khác trong Phòng duyệt báo cáo này.';
export const ownApproval = 'Người đã duyệt ở Phòng không duyệt thay lãnh đạo.';
export const datedLater = 'Ngày này chưa tới. Xin ghi ngày trên văn bản.';
export const notYetNumbered = 'Chỉ nhận tệp đã ký của báo cáo đã cấp số.';
export const oneNumberForTwo =
  'Báo cáo của Phòng và báo cáo của Ủy ban là hai văn bản, mỗi văn bản một số. Xin xem lại sổ văn thư.';
export const numberNeeded = 'Xin ghi số, ký hiệu như trong sổ văn thư, ví dụ 15/BC-UBND.';

export const compared = {
  informed: 'tỷ lệ hộ được tuyên truyền',
  guided: 'tỷ lệ hộ được hướng dẫn cài đặt ứng dụng thiết yếu',
  allThree: 'tỷ lệ người từ đủ 14 tuổi có đủ VNeID, tài khoản ngân hàng và thường xuyên thanh toán điện tử',
};
export const leadAndLag = (what: string, lead: string, lag: string) =>
  `về ${what}: cao nhất là ${lead}; thấp nhất là ${lag}`;
export const allAlike = (what: string) => `về ${what}: các ấp bằng nhau`;

export const parts = {
  missing: (unit: string) => `Chưa có phần của ${unit}.`,
  by: (unit: string) => `(Theo báo cáo của ${unit}.)`,
  approved: 'Báo cáo của xã đã được duyệt, không sửa phần này được nữa. Xin liên hệ Phòng Văn hóa – Xã hội.',
  alreadySent: 'Phần này đã gửi. Nếu cần sửa, xin Phòng Văn hóa – Xã hội trả lại.',
  notSent: 'Phần này chưa gửi nên chưa trả lại được.',
  nothingWritten: 'Chưa có lời hay số nào để gửi. Xin ghi ít nhất một chỗ; chỗ chưa có số thì để trống.',
  sourceNeeded: 'Xin ghi lấy từ đâu: công văn số mấy, ai gửi, ngày nào.',
};

/** Staff of the commune's units who go ahead (R64), as a part of figures. */
export const pioneers = {
  title: 'Cán bộ, công chức, viên chức tiên phong dùng nền tảng số',
  of: (declared: number, units: number) => `${formatCount(declared)}/${formatCount(units)} đơn vị đã khai`,
  staff: 'Tổng số cán bộ của các đơn vị đã khai',
  vneid: 'Có tài khoản VNeID mức 2',
  services: 'Dùng dịch vụ công trực tuyến',
  ePayment: 'Dùng thanh toán điện tử',
  ofStaff: (title: string, staff: number) => `${title} (của ${formatCount(staff)} người đã rõ)`,
};
