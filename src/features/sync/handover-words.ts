/** What people read when a hand-over file cannot be taken in. */
export const tooLarge =
  'Tệp lớn quá (hơn 2 MB) nên không phải tệp bàn giao của Tổ Số. Xin chọn lại tệp “ban-giao-….json”.';
export const otherOwner =
  'Tệp này không đi cùng chủ của chiếc điện thoại ghi trong tệp. Xin xuất lại tệp trên điện thoại.';
export const deviceUnknown =
  'Điện thoại làm ra tệp này không thuộc phần anh/chị giữ, hoặc không có trong xã. Xin gửi tệp cho trưởng ấp của người dùng máy, hoặc Phòng Văn hóa – Xã hội.';
