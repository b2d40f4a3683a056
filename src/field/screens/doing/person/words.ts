import { formatDay, type Day } from '#shared/calendar.ts';
import type { ResidentState } from '#features/registry/model.ts';

/** The words of a person's screens on the phone. */
export const facts = 'Sổ đang ghi';
export const born = 'Ngày sinh';
export const correct = 'Sửa thông tin';
export const correctTitle = (name: string) => `Sửa thông tin ${name}`;
export const correctLead = 'Chỉ những mục anh/chị sửa mới được gửi đi.';
export const nothingChanged = 'Chưa sửa mục nào. Sửa xong rồi bấm Lưu.';
export const corrected = 'Đã sửa. Máy sẽ tự gửi khi có mạng.';
export const save = 'Lưu thông tin';

export const status = 'Ghi tình trạng số';
export const statusDetail = 'VNeID, tài khoản, ứng dụng, thanh toán';
export const statusTitle = (name: string) => `Tình trạng số của ${name}`;
export const statusLead = 'Dùng khi bà con báo qua điện thoại, không phải một lần gặp.';
export const statusHelp = 'Mục để nguyên thì không đổi. “Chưa rõ” bỏ điều đang ghi.';
export const statusSave = 'Lưu tình trạng số';
export const digitalNow = 'Tình trạng số';
export const nothingKnown = 'Chưa ghi gì về tài khoản, ứng dụng.';

export const skills = 'Kiểm tra kỹ năng';
export const skillsDetail = 'Bảy việc theo kế hoạch';
export const skillsTitle = (name: string) => `Kiểm tra kỹ năng: ${name}`;
export const skillsLead =
  'Xem bà con tự làm từng việc. Đủ cả bảy thì tính là có kỹ năng số cơ bản. Việc nào chưa xem được thì để “Chưa xem”.';
export const lastCheck = (on: Day, verdict: string) => `Lần trước, ngày ${formatDay(on)}: ${verdict}.`;
export const can = 'Làm được';
export const cannot = 'Chưa được';
export const notChecked = 'Chưa xem';
export const confirmed = 'Đã được xác nhận trên VNeID (Bình dân học vụ số)?';
export const confirmedHelp = 'Ghi riêng, không thay cho bảy việc ở trên.';
export const skillsSave = 'Lưu kết quả kiểm tra';
export const skillsNone = 'Xin chọn ít nhất một việc đã xem.';
export const verdictNow = (verdict: string) => `Theo những gì đã chọn: ${verdict}`;

export const change = 'Mất, chuyển đi, đổi chủ hộ';
export const changeTitle = (name: string) => `Thay đổi của ${name}`;
export const whatHappened = 'Có thay đổi gì?';
export const toState: Record<ResidentState, string> = {
  died: 'Đã mất',
  moved_out: 'Đã chuyển đi khỏi xã',
  living: 'Trở về, hoặc đã ghi nhầm',
};
export const headChoice = 'Đặt làm chủ hộ';
export const toStateText: Record<ResidentState, string> = {
  died: 'Thôi được tính trong hộ và trong chỉ tiêu. Những lần đã gặp vẫn được giữ.',
  moved_out:
    'Rời khỏi xã, thôi được tính trong hộ. Nếu chỉ sang hộ khác trong xã thì dùng “Chuyển sang hộ khác”.',
  living: 'Lại được tính trong hộ.',
};
export const headText = (before: string) =>
  `Hộ sẽ mang tên người này. ${before} vẫn ở trong hộ, quan hệ là “Khác”; xin sửa lại sau.`;
export const isHead =
  'Người này đang là chủ hộ. Lưu xong, xin mở một người khác trong hộ và chọn “Đặt làm chủ hộ”.';
export const on = 'Từ ngày nào?';
export const dayHelp = 'Ví dụ 05/11/2026, hoặc gõ liền 05112026';
export const changeSave = 'Lưu thay đổi';
export const chooseChange = 'Xin chọn thay đổi ở trên.';
export const changed = 'Đã ghi thay đổi. Máy sẽ tự gửi khi có mạng.';

export const move = 'Chuyển sang hộ khác';
export const moveTitle = (name: string) => `Chuyển ${name} sang hộ khác`;
export const moveLead = 'Dùng khi kết hôn, về ở với con, tách ăn riêng. Hộ kia phải có trong sổ.';
export const moveFind = 'Tìm hộ chuyển đến';
export const moveFindHelp = 'Tên, điện thoại, địa chỉ';
export const moveTo = 'Chuyển đến hộ nào?';
export const moveBegin = 'Gõ tên chủ hộ ở ô trên, hộ sẽ hiện ra ở đây.';
export const moveMore = 'Chưa thấy hộ cần tìm thì gõ thêm chữ.';
export const moveNone = 'Không thấy hộ nào. Thử gõ ít chữ hơn; hộ chưa có trong sổ thì thêm hộ trước.';
export const moveRelation = 'Là gì của chủ hộ mới?';
export const moveMeans = 'Những điều đã ghi về người này đi theo. Những lần gặp trước vẫn ở hộ cũ.';
export const moveSave = 'Chuyển sang hộ này';
export const moved = 'Đã chuyển người sang hộ này. Máy sẽ tự gửi khi có mạng.';
export const chooseHousehold = 'Xin tìm và chọn hộ chuyển đến.';
export const chooseRelation = 'Xin chọn quan hệ với chủ hộ mới.';
export const moveNotYours =
  'Chuyển người sang hộ khác do trưởng ấp hoặc tổ trưởng làm. Xin báo trưởng ấp; nếu hộ kia ở ấp khác thì báo Phòng Văn hóa – Xã hội của xã.';
export const headStays = 'Người này đang là chủ hộ';
export const headStaysText =
  'Chủ hộ chưa chuyển đi được. Trước hết xin chọn một người dưới đây và bấm “Đặt làm chủ hộ”, rồi quay lại chuyển người này.';
export const headAlone =
  'Hộ chỉ có một mình người này. Muốn nhập vào hộ khác thì gộp hai hộ: mở sổ hộ trên trang của xã, chọn “Chuyển, tách, gộp hộ”, hoặc báo cán bộ xã.';
export const wholeHome = 'Cả hộ dọn sang ấp khác';

export const addTitle = 'Thêm người vào hộ';
export const addSave = 'Thêm người';
export const added = 'Đã thêm người. Máy sẽ tự gửi khi có mạng.';
export const call = (phone: string) => `Gọi ${phone}`;
