import { formatCount } from '#shared/numbers.ts';
import { formatDay, type Day } from '#shared/calendar.ts';
import type { DocumentAction, DocumentState, PaperStep } from './model/document-state.ts';
import type { DocumentKind, PaperKind } from './model/kinds.ts';
import type { Approver } from './model/settings.ts';

export const kinds: Record<PaperKind, string> = {
  plan: 'Kế hoạch',
  reminder: 'Công văn đôn đốc',
  group_list: 'Danh sách mô hình',
  commendation_list: 'Danh sách khen thưởng',
  invitation: 'Giấy mời',
  minutes: 'Biên bản',
  office_report: 'Báo cáo của Phòng gửi UBND xã',
  commune_report: 'Báo cáo của UBND xã gửi tỉnh',
  estimate: 'Dự toán kinh phí',
  settlement: 'Quyết toán kinh phí',
};

export const states: Record<DocumentState, string> = {
  draft: 'Đang soạn',
  approved: 'Đã duyệt, chờ số',
  numbered: 'Đã cấp số',
  issued: 'Đã phát hành',
  discarded: 'Đã bỏ',
};

export const approvers: Record<Approver, string> = {
  leader: 'Lãnh đạo UBND xã',
  office: 'Trưởng phòng Văn hóa – Xã hội',
};

/** What a draft calls its empty fields. */
export const fields: Record<string, string> = {
  subject: 'trích yếu',
  opening: 'lời mở đầu',
  closing: 'lời kết',
  addressees: 'nơi kính gửi',
  text: 'nội dung',
  rows: 'mô hình đã đăng ký (chưa có mô hình nào)',
  commended: 'người, tập thể được khen (chưa có ai được lãnh đạo xác nhận)',
  invited: 'người được mời',
  event: 'nội dung cuộc họp, lớp học',
  heldOn: 'ngày',
  heldAt: 'giờ',
  place: 'địa điểm',
  startedOn: 'ngày bắt đầu',
  startedAt: 'giờ bắt đầu',
  present: 'thành phần tham dự',
  chairName: 'người chủ trì',
  secretaryName: 'thư ký',
  course: 'diễn biến cuộc họp',
  endedOn: 'ngày kết thúc',
  endedAt: 'giờ kết thúc',
};

export const cannotNow: Record<DocumentAction, string> = {
  approve: 'Văn bản này không còn chờ duyệt. Xin tải lại trang.',
  return: 'Văn bản đã cấp số thì không trả lại được nữa. Xin tải lại trang.',
  number: 'Chỉ cấp số cho văn bản đã duyệt.',
  issue: 'Chỉ phát hành văn bản đã có số và ngày.',
  discard: 'Chỉ bỏ được văn bản đang soạn. Xin tải lại trang.',
};
export const notADraft = 'Văn bản đã được duyệt, không sửa được nữa. Nếu cần sửa, xin người duyệt trả lại.';
export const otherKind = 'Văn bản này thuộc loại khác. Xin tải lại trang.';
export const stillMissing = (names: string) => `Chưa duyệt được, còn thiếu: ${names}.`;
export const ownWork = 'Người soạn không tự duyệt. Xin người khác có thẩm quyền duyệt văn bản này.';
export const datedLater = 'Ngày này chưa tới. Xin ghi ngày trên văn bản.';
export const numberShape = 'Xin ghi số, ký hiệu như trong sổ văn thư, ví dụ 15/KH-UBND.';
export const numberTaken = (number: string, year: number) =>
  `Số ${number} năm ${year} đã dùng cho một văn bản khác. Xin xem lại sổ văn thư.`;
export const nobodyCommended = 'Chưa có ai được lãnh đạo xác nhận khen thưởng, nên chưa lập danh sách được.';
export const nobodyOwes = 'Không còn ấp nào nợ báo cáo kỳ này, nên không cần công văn.';

export const lineTooLong = (max: number) =>
  `Có dòng dài quá ${formatCount(max)} ký tự. Xin tách thành nhiều dòng.`;
export const tooManyLines = (most: number) => `Nhiều quá: mục này nhận tối đa ${formatCount(most)} dòng.`;
export const timeWrong = 'Giờ chưa đúng. Xin viết như 7 giờ 30 hoặc 13:30.';
export const issuerNeeded = 'Xin điền tên cơ quan ban hành.';
export const symbolShape = 'Ký hiệu viết liền, không có dấu cách và dấu gạch chéo, ví dụ BC-UBND.';
export const recipientsNeeded = 'Xin ghi ít nhất một nơi nhận.';
export const archiveLast = 'Dòng cuối phải là nơi lưu, ví dụ “Lưu: VT, VHXH”.';
export const noAcademicTitle = 'Họ tên người ký không ghi học hàm, học vị (Nghị định 30/2020).';

/** The file's name: "Giấy mời 15-GM-UBND - Lớp tập huấn.docx"; without a number the day. */
export const fileName = (kind: DocumentKind, number: string | null, subject: string, day: Day) => {
  const label = number === null ? `dự thảo ${formatDay(day).replaceAll('/', '-')}` : number.replace('/', '-');
  const short = subject.length > 60 ? `${subject.slice(0, 60).replace(/\s+\S*$/, '')}…` : subject;
  return `${kinds[kind]} ${label}${short === '' ? '' : ` - ${short}`}`.replace(/[\\/:*?"<>|]/g, ' ').trim();
};

export const preview = {
  label: 'Bản xem trước của văn bản',
  table: 'Bảng trong văn bản, kéo ngang để xem hết',
  body: '(nội dung văn bản)',
};

export const signed = {
  notAPdf: 'Xin chọn tệp PDF đã ký số (đuôi .pdf).',
  tooLarge: 'Tệp lớn quá 10 MB. Xin xuất lại tệp PDF nhỏ hơn.',
  notYetNumbered: 'Chỉ nhận tệp đã ký của văn bản đã cấp số.',
};

/** What papers of a kind wait for. */
export const paperSteps = (what: string): Record<PaperStep, string> => ({
  mend: `${what} bị trả lại, cần sửa`,
  approve: `${what} chờ anh/chị duyệt`,
  number: `${what} đã duyệt, chờ lấy số`,
  issue: `${what} đã có số, chờ phát hành`,
});
export const waitingPaper = 'văn bản';
export const paperLead = (text: string) => `Việc tiếp theo: ${text}.`;

/** A name that a file may have anywhere, not too long, without an ending. */
const asFileName = (text: string) =>
  text
    .replace(/[\\/:*?"<>|]/g, ' ')
    .slice(0, 110)
    .trim();

/** "Dự toán kinh phí 2026 - Hoạt động Tổ", without an ending. */
export const budgetFileName = (kind: 'estimate' | 'settlement', what: string, title: string) =>
  asFileName(`${kinds[kind]} ${what} - ${title}`);

/** The name of the file of a business's promise of quality. */
export const commitmentFileName = (business: string) => asFileName(`Bản cam kết chất lượng - ${business}`);
