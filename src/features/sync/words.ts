/** Words of the phones' sync: what people read of devices, receipts and attention lists. */
export const phoneIsForHamlets =
  'Ứng dụng trên điện thoại dành cho Tổ ở ấp. Tài khoản này chưa có ấp nào; anh/chị làm việc trên trang của xã, hoặc nhờ trưởng ấp thêm vào Tổ.';
export const commandUnknown = 'Máy chủ không biết việc này. Có thể ứng dụng trên máy đã cũ; xin cập nhật.';
export const shapeWrong = 'Phiếu này bị hỏng nên không ghi được. Xin ghi lại.';
export const madeAfterRevocation =
  'Ghi sau khi máy đã bị thu hồi. Trưởng ấp xem trong mục Điện thoại rồi ghi lại nếu đúng.';
export const rightsMissing = 'Lúc ghi, anh/chị không còn trong Tổ của ấp này nên không ghi được vào sổ.';
export const gone = (what: string, by: string | null, day: string) =>
  `${what} lúc ${day}${by === null ? '' : `, do ${by}`}. Những gì anh/chị ghi vẫn được giữ ở đây.`;
export const householdMerged = 'Hộ này đã được gộp vào hộ khác';
export const householdWithdrawn = 'Hộ này đã được rút khỏi sổ';
export const residentMerged = 'Người này đã được gộp với một người khác trong sổ';
export const residentWithdrawn = 'Người này đã được rút khỏi sổ';

export const handoverUnreadable =
  'Tệp này không phải tệp bàn giao của Tổ Số, hoặc do ứng dụng mới hơn làm ra. Xin chọn lại tệp “ban-giao-….json” do điện thoại xuất ra.';
export const handoverSealed =
  'Không mở được tệp bàn giao: tệp bị hỏng hoặc bị sửa. Xin xuất lại tệp trên điện thoại; các phiếu vẫn còn trong máy đó.';
export const handoverNoKey =
  'Máy này chưa có khóa để làm tệp bàn giao. Xin đăng nhập lại một lần trên máy, phiếu chưa gửi vẫn còn.';

export const waiting = {
  reviews: 'mục chờ chọn giữa máy và sổ',
  reviewsDetail: 'Hai người ghi khác nhau về một người dân',
  lostSlips: 'máy có thể đã mất phiếu',
  lostSlipsDetail: 'Hỏi người dùng máy đã ghi gì, rồi ghi lại',
};
