import { formatCount } from '#shared/numbers.ts';
import { formatDay, type Day } from '#shared/calendar.ts';

export const title = 'Nhật ký đến hộ';
export const record = 'Ghi lần đến hộ';
export const correct = 'Sửa lại';
export const withdraw = 'Rút lại';
export const withdrawn = 'Đã rút lại';
export const corrected = 'Đã sửa';

export const met = { someone: 'Có gặp người', nobody: 'Không gặp ai' } as const;

export const outcome = {
  installed: 'Đã cài',
  activated: 'Đã kích hoạt',
  practised: 'Đã thực hành',
  declined: 'Từ chối',
  absent: 'Vắng',
  no_device: 'Không có thiết bị',
} as const;

export const source = {
  shown: 'Đã xem tận mắt',
  declared: 'Người dân tự khai',
  assumed: 'Ước đoán',
  import: 'Từ danh sách',
} as const;

export const item = {
  vneid: 'VNeID',
  dvc_account: 'Tài khoản dịch vụ công',
  bank_account: 'Tài khoản ngân hàng',
  e_payment: 'Thanh toán điện tử',
  health_app: 'Ứng dụng y tế',
  education_app: 'Ứng dụng giáo dục',
  social_app: 'Ứng dụng chính sách xã hội',
} as const;

export const answer = {
  none: 'Chưa cài',
  installed: 'Đã cài',
  activated: 'Đã kích hoạt',
  yes: 'Có',
  no: 'Không',
  regular: 'Thường xuyên',
  sometimes: 'Thỉnh thoảng',
  never: 'Không dùng',
  unknown: 'Chưa rõ',
} as const;

export const skill = {
  online_services: 'Dùng dịch vụ công trực tuyến',
  online_shopping: 'Mua sắm trực tuyến',
  online_payment: 'Thanh toán trực tuyến',
  self_protection: 'Tự bảo vệ trên không gian mạng',
  other_platform: 'Dùng nền tảng số khác',
  vneid_account: 'Có tài khoản VNeID',
  dvc_account: 'Có tài khoản dịch vụ công',
} as const;
export const skillVerdict = {
  skilled: 'Có kỹ năng số cơ bản',
  not_skilled: 'Chưa đủ kỹ năng',
  unknown: 'Chưa rõ',
} as const;

/** Shown beside every note that a member may write (R106). */
export const neverNote =
  'Không ghi mật khẩu, mã OTP, số căn cước hay số tài khoản của bà con. Không hỏi, không giữ những thứ này.';

export const secretFound = {
  password: 'Mục này có vẻ ghi mật khẩu. Xin xóa mật khẩu rồi lưu lại: Tổ không giữ mật khẩu của bà con.',
  one_time_code: 'Mục này có vẻ ghi mã OTP. Xin xóa mã rồi lưu lại, và nhắc bà con không đưa mã OTP cho ai.',
  number:
    'Mục này có vẻ ghi số căn cước hoặc số tài khoản. Xin xóa số đó rồi lưu lại. Số điện thoại thì ghi được.',
} as const;

export const dayInFuture = 'Ngày đến hộ chưa tới. Xin xem lại ngày, hoặc xem lại giờ của máy.';
export const dayTooEarly = (earliest: Day) =>
  `Ngày đến hộ sớm quá. Hộ này nhận ghi chép từ ${formatDay(earliest)}; xin xem lại năm.`;
export const nextBeforeVisit = 'Ngày hẹn không được trước ngày đến hộ.';
export const nobodyMet = 'Không gặp ai thì không có phần này. Xin bỏ phần này, hoặc chọn “Có gặp người”.';
export const notOfHousehold = 'Người này không còn trong hộ. Xin tải lại trang rồi chọn lại.';
export const notInCatalogue = 'Mục này không còn trong danh mục của xã. Xin chọn mục khác.';
export const answerOne = 'Xin chọn ít nhất một mục.';
export const alreadyReplaced =
  'Lần đến hộ này đã được người khác sửa hoặc rút lại. Xin tải lại trang để xem bản mới nhất.';
export const alreadyWithdrawn = 'Lần đến hộ này đã được rút lại rồi.';
export const memberNotActive =
  'Người này không còn là thành viên đang hoạt động của Tổ ấp hoặc Tổ xã. Xin chọn người khác.';
export const helperStands = (name: string) =>
  `Hộ này đang có ${name} phụ trách giúp đỡ. Xin kết thúc phân công đó trước.`;
export const startInFuture = 'Ngày bắt đầu chưa tới. Xin xem lại ngày.';
export const memberLeft = 'Thành viên thôi tham gia Tổ';
export const helperEnded = 'Phân công này đã kết thúc rồi.';
export const endBeforeStart = 'Ngày kết thúc phải từ ngày bắt đầu trở đi.';
export const helperLoad = (households: number) => `Đang giúp ${formatCount(households)} hộ`;

/** Where a household stands with T6, as the book of helpers says it. */
export const standing = {
  able: 'Trong nhà có người tự làm được',
  helped: 'Có người của Tổ giúp',
  nobody: 'Chưa ai biết, chưa có người giúp',
  unknown: 'Chưa rõ',
} as const;

export const waiting = {
  own: 'hộ anh/chị nhận giúp đã đến hẹn ghé',
  late: 'hộ trễ hẹn ghé giúp',
  nobody: 'hộ chưa ai biết dùng, chưa có người giúp',
};
