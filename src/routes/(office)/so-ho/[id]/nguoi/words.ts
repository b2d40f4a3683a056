import type { ResidentState } from '#features/registry/model.ts';

/** The words of a person's pages. */
export const addTitle = 'Thêm người vào hộ';
export const addSubmit = 'Thêm người';
export const title = (name: string) => `Thông tin ${name}`;
export const submit = 'Lưu thông tin';
export const change = 'Thay đổi của người này';
export const on = 'Từ ngày';
export const changeState = (state: ResidentState) =>
  state === 'living' ? 'Đã mất hoặc chuyển đi' : 'Ghi lại tình trạng';
export const whatHappened = 'Có thay đổi gì?';
export const confirm = 'Xác nhận';

export const toState: Record<ResidentState, string> = {
  died: 'Đã mất',
  moved_out: 'Đã chuyển đi',
  living: 'Đang sinh sống',
};
export const toStateText: Record<ResidentState, string> = {
  died: 'Thôi được tính trong hộ và trong chỉ tiêu. Những lần đã gặp vẫn được giữ.',
  moved_out:
    'Rời khỏi xã, thôi được tính trong hộ. Nếu chỉ sang hộ khác trong xã thì dùng “Chuyển sang hộ khác”.',
  living: 'Đã ghi nhầm, hoặc người này trở về. Lại được tính trong hộ.',
};
export const isHead =
  'Người này đang là chủ hộ. Ghi xong, xin mở một người khác trong hộ và chọn “Đặt làm chủ hộ”.';

export const makeHead = 'Đặt làm chủ hộ';
export const makeHeadText = (before: string) =>
  `Hộ sẽ mang tên người này. ${before} vẫn ở trong hộ với quan hệ “Khác”; xin sửa lại quan hệ sau đó.`;
export const makeHeadSubmit = 'Đặt làm chủ hộ';

export const move = 'Chuyển sang hộ khác';
export const moveTitle = (name: string) => `Chuyển ${name} sang hộ khác`;
export const moveLead = 'Dùng khi kết hôn, về ở với con, tách ăn riêng. Hộ kia phải có trong sổ.';
export const searchHousehold = 'Tìm hộ chuyển đến: tên, điện thoại, mã hộ';
export const noneFound = 'Không tìm thấy hộ nào';
export const noneFoundText = 'Thử gõ ít chữ hơn. Nếu hộ chưa có trong sổ, thêm hộ trước.';
export const chooseHousehold = 'Chuyển đến hộ nào?';
export const firstTen = 'Chỉ hiện 10 hộ đầu. Gõ thêm chữ để thu hẹp.';
export const relationThere = 'Quan hệ với chủ hộ mới';
export const moveText =
  'Người này và mọi điều đã ghi về họ sẽ sang hộ mới. Những lần gặp trước đây vẫn ở hộ cũ.';
export const moveSubmit = 'Chuyển sang hộ này';
export const headCannotMove =
  'Người này đang là chủ hộ. Xin đặt người khác làm chủ hộ trước, rồi mới chuyển; nếu cả hộ đi thì chuyển hộ.';
export const back = (name: string) => `Thông tin ${name}`;

export const merge = 'Gộp với người trùng';
export const mergeTitle = (name: string) => `Gộp ${name} với người trùng`;
export const mergeLead = 'Cùng một người mà sổ ghi thành hai. Xem hai bên cạnh nhau rồi mới gộp.';
export const mergeWith = 'Ai là cùng một người?';
export const named = (name: string, birth: string) => `${name}, sinh ${birth}`;
export const mergeNobody = 'Hộ chỉ có một người';
export const mergeNobodyText =
  'Người trùng ở hộ khác thì mở “Hộ có thể trùng” trong Sổ hộ, hoặc chuyển người đó về hộ này trước rồi gộp.';
export const mergeCompare = 'So sánh hai người';
export const sides = { first: 'Người thứ nhất', second: 'Người thứ hai' };
export const rows = {
  name: 'Họ và tên',
  birth: 'Ngày sinh',
  sex: 'Giới tính',
  relation: 'Quan hệ với chủ hộ',
  phone: 'Điện thoại',
  residence: 'Cư trú',
  state: 'Tình trạng',
  household: 'Hộ',
};
export const householdAs = (head: string, code: string) => `${head}, mã ${code}`;
export const bothHeads =
  'Hai bên đều là chủ hộ. Xin mở hộ này, chọn “Thay đổi của hộ” rồi “Gộp với hộ trùng”.';
export const keepWhich = 'Giữ lại bên nào?';
export const keepHelp =
  'Giữ bên ghi đúng và đủ hơn. Tên, ngày sinh của bên được giữ không đổi; còn thiếu thì sửa sau.';
export const mergeText =
  'Bên kia không còn hiện trong hộ và không được đếm. Những điều đã giúp, đã biết về cả hai bên nay là của một người. Gộp nhầm thì gỡ ra được ở trang của người này.';
export const mergeSubmit = 'Gộp làm một người';
export const unmergeOf = (name: string, birth: string) => `Gỡ gộp: ${name}, sinh ${birth}`;
export const unmergeText = (head: string) =>
  `Hai bên lại là hai người riêng. Người được gỡ ra trở về hộ ${head} như trước khi gộp.`;
export const unmerge = 'Gỡ gộp';
