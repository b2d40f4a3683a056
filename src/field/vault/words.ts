/** What people read about PIN, lock and the data on this phone. */
export const pinShape = 'Mã PIN gồm đúng 6 chữ số.';
export const pinAllSame = 'Mã PIN này dễ đoán vì cả 6 số giống nhau. Xin chọn mã khác.';
export const pinRun = 'Mã PIN này dễ đoán vì các số liền nhau. Xin chọn mã khác.';

export const vaultLocked = 'Sổ trên máy đang khóa. Xin nhập mã PIN để mở.';
export const recordBroken =
  'Một mục lưu trên máy không mở được. Những mục khác vẫn còn nguyên; xin báo cán bộ xã để tải lại mục này.';
export const recoveryKeyWrong =
  'Chưa mở lại được sổ trên máy này. Sổ và những gì chưa gửi vẫn còn; xin báo cán bộ xã.';
export const recoveryKeyShape = 'Máy chủ gửi về khóa mở lại không đúng. Xin đăng nhập lại.';
export const alreadyOnPhone = 'Máy này đã có sổ của anh/chị. Xin mở bằng mã PIN hoặc chọn “Quên mã PIN”.';
