import { formatCount } from '#shared/numbers.ts';
import type { HouseholdState } from '#features/registry/model.ts';

/** The words of a household's forms on the phone. */
export const newTitle = 'Thêm hộ mới';
export const newLead = 'Ghi chủ hộ trước. Những gì chưa rõ thì để trống, gặp hộ rồi bổ sung.';
export const newSave = 'Ghi hộ vào sổ';
export const added = 'Đã ghi hộ vào sổ trên máy. Xã cấp mã hộ khi máy gửi đi.';
export const backToList = 'Hộ dân';
export const hamlet = 'Hộ ở ấp nào?';
export const head = 'Chủ hộ';
export const personAt = (n: number) => `Người thứ ${n}`;
export const addPerson = 'Thêm một người';
export const emptyRows = 'Ô nào để trống họ tên thì không ghi.';
export const about = 'Về hộ này';
export const aboutDetail = 'Tổ, địa chỉ, điện thoại, Internet';
export const alike = (n: number) =>
  n === 1 ? 'Trong sổ đã có một hộ tên giống vậy' : `Trong sổ đã có ${n} hộ tên giống vậy`;
export const alikeText = 'Xin xem có phải cùng một hộ không, để khỏi ghi hai lần.';
export const open = 'Mở';
export const unfinished = (n: number) => `Còn ${n} phiếu thêm hộ ghi dở`;
export const seeUnfinished = 'Xem phiếu ghi dở';

export const correctTitle = 'Sửa thông tin hộ';
export const correctLead = 'Chỉ những mục anh/chị sửa mới được gửi đi.';
export const correctSave = 'Lưu thông tin hộ';
export const nothingChanged = 'Chưa sửa mục nào. Sửa xong rồi bấm Lưu.';
export const corrected = 'Đã sửa thông tin hộ. Máy sẽ tự gửi khi có mạng.';

export const changeTitle = 'Hộ vắng, chuyển đi';
export const stateNow = (name: string) => `Sổ đang ghi: ${name}.`;
export const stateWhich = 'Hộ này nay thế nào?';
export const stateMeans: Record<HouseholdState, string> = {
  living: 'Hộ được tính vào chỉ tiêu như thường.',
  away: 'Hộ vẫn trong sổ. Về lại thì đổi thành “Đang cư trú”.',
  moved_out: 'Hộ rời khỏi xã. Thôi tính vào chỉ tiêu, không hiện trong việc cần làm.',
  dissolved: 'Không còn hộ này, ví dụ mọi người đã mất hoặc về hộ khác.',
};
export const on = 'Từ ngày nào?';
export const dayHelp = 'Ví dụ 05/11/2026, hoặc gõ liền 05112026';
export const changeSave = 'Lưu thay đổi';
export const chooseState = 'Xin chọn tình trạng ở trên.';
export const changed = 'Đã ghi thay đổi. Máy sẽ tự gửi khi có mạng.';

export const move = 'Chuyển sang ấp khác';
export const moveDetail = 'Cả hộ dọn sang một ấp khác trong xã';
export const moveWhich = 'Chuyển đến ấp nào?';
export const moveText =
  'Hộ giữ nguyên mã, người và mọi lần gặp. Những lần gặp trước vẫn tính cho ấp cũ. Ấp mới sẽ giao người phụ trách.';
export const moveGroup = 'Tổ ở ấp mới';
export const moveAddress = 'Địa chỉ ở ấp mới';
export const moveSave = 'Chuyển hộ';
export const chooseHamlet = 'Xin chọn ấp chuyển đến.';
export const moved = 'Đã chuyển hộ sang ấp mới. Máy sẽ tự gửi khi có mạng.';
export const moveNotYours =
  'Chuyển hộ sang ấp khác do trưởng ấp hoặc tổ trưởng phụ trách cả hai ấp làm. Xin báo trưởng ấp, hoặc Phòng Văn hóa – Xã hội của xã.';
export const helper = 'Người giúp hộ này';

export const responsible = 'Giao thành viên phụ trách';
export const responsibleLead = 'Trên máy của người được giao, hộ này hiện ở mục “Tôi phụ trách”.';
export const responsibleNow = (name: string | null) =>
  name === null ? 'Hộ này chưa giao ai phụ trách.' : `${name} đang phụ trách hộ này.`;
export const responsibleWho = 'Giao ai?';
export const responsibleLoad = (households: number) =>
  households === 0 ? 'chưa phụ trách hộ nào' : `đang phụ trách ${formatCount(households)} hộ`;
export const responsibleNobody = 'Không giao ai';
export const responsibleSave = 'Giao phụ trách';
export const responsibleSaved = 'Đã ghi người phụ trách. Máy sẽ tự gửi khi có mạng.';
export const responsibleSame = 'Sổ đang ghi đúng như vậy. Xin chọn người khác, hoặc quay lại.';
export const responsibleChoose = 'Xin chọn một người, hoặc “Không giao ai”.';
export const responsibleNotYours =
  'Giao thành viên phụ trách do trưởng ấp hoặc tổ trưởng làm. Xin báo trưởng ấp.';
