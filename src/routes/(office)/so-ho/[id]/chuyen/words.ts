import type { HouseholdState } from '#features/registry/model.ts';

/** The words of what may happen to a household as a whole. */
export const title = 'Thay đổi của hộ';
export const lead = 'Chọn việc đã xảy ra. Bước sau nói rõ điều gì sẽ thay đổi, rồi mới xác nhận.';
export const back = 'Thay đổi của hộ';
export const on = 'Từ ngày';

export const state = 'Vắng dài ngày, chuyển đi, giải thể';
export const stateText = 'Cả hộ đi vắng lâu, rời khỏi xã, hoặc không còn hộ này nữa; hay đã trở về.';
export const stateTitle = 'Đổi tình trạng hộ';
export const stateNow = (name: string) => `Đang ghi: ${name}.`;
export const stateWhich = 'Hộ này nay thế nào?';
export const stateMeans: Record<HouseholdState, string> = {
  living: 'Hộ được tính vào chỉ tiêu như thường.',
  away: 'Hộ vẫn trong sổ. Về lại thì đổi thành “Đang cư trú”.',
  moved_out: 'Hộ rời khỏi xã. Thôi tính vào chỉ tiêu, không hiện trong việc cần làm.',
  dissolved: 'Không còn hộ này, ví dụ mọi người đã mất hoặc về hộ khác.',
};
export const stateSubmit = 'Đổi tình trạng';

export const hamlet = 'Chuyển sang ấp khác';
export const hamletText = 'Cả hộ dọn sang một ấp khác trong xã.';
export const hamletWhich = 'Ấp chuyển đến';
export const hamletMeans =
  'Hộ giữ nguyên mã, người và mọi lần gặp. Những lần gặp trước đây vẫn tính cho ấp cũ. Thành viên đang phụ trách thôi phụ trách; ấp mới cử người khác.';
export const hamletSubmit = 'Chuyển hộ';
export const noOtherHamlet =
  'Anh/chị chỉ chuyển được trong các ấp mình quản lý. Xin báo Phòng Văn hóa – Xã hội để chuyển hộ sang ấp khác.';

export const split = 'Tách hộ';
export const splitText = 'Một số người ra ở riêng thành hộ mới.';
export const splitWho = 'Ai tách ra?';
export const splitHead = 'Chủ hộ của hộ mới';
export const splitRemaining = 'Chủ hộ của người ở lại';
export const splitRemainingHelp = 'Chỉ chọn khi chủ hộ đang có cũng tách ra.';
export const splitMeans =
  'Người tách ra được ghi vào hộ mới với mã mới; những điều đã ghi về họ đi theo. Những lần gặp trước đây vẫn ở hộ này. Quan hệ với chủ hộ mới sẽ là “Khác”; xin sửa sau.';
export const splitHamlet = 'Hộ mới ở ấp nào?';
export const splitSubmit = 'Tách hộ';

export const merge = 'Gộp với hộ trùng';
export const mergeText = 'Cùng một hộ mà sổ ghi thành hai. Xem hai bên cạnh nhau rồi mới gộp.';
export const mergeNone = 'Không thấy hộ nào giống hộ này';
export const mergeNoneText =
  'Sổ tìm theo tên chủ hộ và năm sinh, hoặc người cùng tên, cùng ngày sinh ở hai hộ. Nếu chắc là trùng, xin sửa tên hoặc ngày sinh cho đúng, rồi mở lại trang này.';

export const unmerge = 'Gỡ gộp';
export const unmergeText =
  'Hai hộ lại đứng riêng, người về lại hộ cũ với quan hệ như trước khi gộp. Ai đã chuyển tiếp sang hộ thứ ba thì ở lại đó.';
export const unmergeOf = (head: string, code: string) => `Gỡ hộ ${head}, mã ${code} ra khỏi hộ này`;
export const unmergeThis = 'Gỡ hộ này ra, cho đứng riêng';
