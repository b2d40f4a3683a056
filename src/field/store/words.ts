/** What a member reads of the phone's own storage. */
export const storeClosed = 'Sổ trên máy vừa bị đóng. Xin mở lại ứng dụng rồi nhập mã PIN.';
export const phoneFull =
  'Máy đã đầy, chưa tải được sổ mới. Xin xóa bớt ảnh, video hoặc ứng dụng không dùng; những gì đã ghi vẫn còn nguyên.';
