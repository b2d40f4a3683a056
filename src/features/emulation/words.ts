import { formatDay, type Day } from '#shared/calendar.ts';
import type { VisitDoubt } from '#features/visits/model/plausible.ts';
import type { CallState } from './model/call.ts';
import type { CommendationState, CommendedKind } from './model/commendation.ts';
import type { Measure, MovementState } from './model/movement.ts';

export const title = 'Phong trào thi đua';

export const state: Record<MovementState, string> = {
  draft: 'Đang soạn',
  launched: 'Đang thi đua',
  closed: 'Đã tổng kết',
  cancelled: 'Đã hủy',
};

export const measure: Record<Measure, string> = {
  homes_guided: 'Hộ được hướng dẫn',
  priority_homes_met: 'Hộ ưu tiên đã phục vụ',
  people_vneid: 'Người được giúp cài, kích hoạt VNeID',
  people_guided: 'Người được hướng dẫn',
  homes_met: 'Hộ được gặp',
};
/** Of whom the share is. */
export const wholeOf: Record<Measure, string> = {
  homes_guided: 'hộ đang ở trong ấp',
  priority_homes_met: 'hộ ưu tiên của ấp',
  people_vneid: 'người đang ở trong ấp',
  people_guided: 'người đang ở trong ấp',
  homes_met: 'hộ đang ở trong ấp',
};

export const doubt: Record<VisitDoubt, string> = {
  differs: 'Hỏi lại tại nhà thấy khác',
  crowded: 'Từ 30 lượt trong một giờ',
};

export const callState: Record<CallState, string> = {
  called: 'Chưa trả lời',
  accepted: 'Đã nhận',
  reported: 'Đã báo kết quả',
  declined: 'Không tham gia được',
  withdrawn: 'Đã rút lời kêu gọi',
};

export const commended: Record<CommendedKind, string> = {
  hamlet: 'Ấp',
  member: 'Thành viên Tổ',
  unit: 'Trường, đơn vị',
};
export const commendation: Record<CommendationState, string> = {
  proposed: 'Chờ lãnh đạo xác nhận',
  confirmed: 'Lãnh đạo đã xác nhận',
  declined: 'Lãnh đạo không đồng ý',
  withdrawn: 'Đã rút đề nghị',
};

/** What is wrong. */
export const someGoal = 'Xin đặt ít nhất một mục tiêu: ghi con số vào ô của số liệu muốn thi đua.';
export const goalTwice = 'Mỗi số liệu chỉ đặt một mục tiêu.';
export const somePlace = 'Xin chọn ít nhất một ấp, hoặc toàn xã.';
export const endsBefore = 'Ngày kết thúc trước ngày bắt đầu. Xin xem lại hai ngày.';
export const placeGone = 'Có ấp không còn trong danh sách. Xin tải lại trang rồi chọn lại.';
export const cancelReason = 'Xin ghi vì sao hủy, để các ấp và đơn vị biết.';
export const noSuchStep = (from: MovementState) =>
  `Phong trào này “${state[from].toLowerCase()}” nên chưa làm bước đó được. Xin tải lại trang để xem bước hiện tại.`;
export const tooEarly = (endsOn: Day) =>
  `Phong trào còn đến ${formatDay(endsOn)}: tổng kết từ ngày đó. Muốn dừng sớm thì hủy, có lý do.`;
export const onlyDraft =
  'Phong trào đã phát động nên không sửa mục tiêu và ngày nữa, để các ấp thi đua công bằng.';
export const notRunning = 'Chỉ ghi được khi phong trào đang thi đua.';
export const dayOutside = (from: Day, to: Day) => `Xin chọn ngày từ ${formatDay(from)} đến ${formatDay(to)}.`;
export const hamletOutside = 'Ấp này không tham gia phong trào. Xin chọn ấp khác.';
export const memberUnknown = 'Có người không ở trong Tổ nào vào ngày đó. Xin tải lại trang rồi chọn lại.';
export const somebody = 'Xin chọn thành viên Tổ đã tham gia, hoặc ghi số người của một đơn vị.';
export const groupNeedsPeople = 'Xin ghi số người của đơn vị này.';
export const alreadyReplaced = 'Buổi này vừa được người khác sửa. Xin tải lại trang để xem bản mới.';
export const alreadyCancelled = 'Buổi này đã hủy rồi.';
export const calledTwice = 'Đơn vị này đã được kêu gọi rồi.';
export const accountUnknown = 'Tài khoản này không trả lời thay đơn vị được. Xin chọn người khác.';
export const peopleNeeded = 'Xin ghi có bao nhiêu người của đơn vị tham gia.';
export const answerNeeded = 'Xin ghi kết quả đã làm, hoặc vì sao không tham gia được.';
export const sourceNeeded =
  'Đang ghi thay đơn vị: xin ghi theo đâu, ví dụ điện thoại ngày 05/11, công văn số mấy.';
export const noSuchAnswer = (from: CallState) =>
  `Đơn vị này “${callState[from].toLowerCase()}” nên không ghi như vậy được. Xin tải lại trang.`;
export const notClosed = 'Đề nghị khen thưởng sau khi tổng kết phong trào.';
export const notInRanking = 'Không tìm thấy ấp, người hay đơn vị này trong kết quả phong trào.';
export const measureNeeded = 'Xin chọn số liệu làm căn cứ.';
export const commendedTwice = 'Ấp, người hay đơn vị này đã có trong danh sách.';
export const declineReason = 'Xin ghi vì sao không đồng ý.';
export const decidedAlready = 'Đề nghị này đã được xử lý. Xin tải lại trang.';

/** After the number of each on the first page. */
export const waiting = {
  unanswered: 'đơn vị chưa trả lời lời kêu gọi thi đua',
  ended: 'phong trào thi đua đã hết ngày, chưa tổng kết',
  asked: 'lời kêu gọi thi đua chờ đơn vị anh/chị trả lời',
  commend: 'đề nghị khen thưởng chờ lãnh đạo xác nhận',
};
