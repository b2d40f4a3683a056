import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the visit's form on the phone; what the office's form says too stands in the feature's page-words.ts. */
export const whoMetNeeded = 'Xin chọn người đã gặp ở mục “Gặp ai?”. Không gặp ai thì bấm “Không gặp ai”.';
export const nobodyLink = 'Không gặp ai';
export const somebodyElse = 'hàng xóm…';
export const aged = (age: number, estimated: boolean) =>
  `${estimated ? 'khoảng ' : ''}${formatCount(age)} tuổi`;

export const shownHelp = 'Chỉ trò chuyện thì để trống.';
export const morePlatforms = (n: number) => `Thêm nền tảng (${formatCount(n)})`;
export const howTo = (platform: string) => `Xem cách làm ${platform}`;

export const outcomeOf = (platforms: readonly string[]) =>
  platforms.length === 1 ? `${platforms[0]}: làm được đến đâu?` : 'Làm được đến đâu?';
export const outcomeOfAll = (platforms: readonly string[], people: number) =>
  people > 1
    ? `Chọn một lần cho ${formatCount(people)} người: ${platforms.join(', ')}.`
    : `Chọn một lần cho: ${platforms.join(', ')}.`;
export const eachApart = 'Mỗi người, mỗi việc một khác? Sửa riêng';
export const asAbove = 'Như trên';
export const asAboveIs = (outcome: string) => `Như trên: ${outcome}`;
export const pair = (person: string, platform: string) => `${person}: ${platform}`;

export const next = 'Có hẹn gặp lại không?';
export const notNeeded = 'Không cần';
export const nextWeek = 'Tuần sau';
export const nextMonth = 'Tháng sau';
export const otherDay = 'Ngày khác';
export const nextOn = 'Hẹn ngày nào?';
export const dayHelp = 'Ví dụ 05/11/2026, hoặc gõ liền 05112026';

export const more = 'Ghi thêm';
export const moreDetail = 'Nhu cầu, nội dung, điều mới biết, ghi chú, ngày khác';
export const when = 'Gặp hôm nào?';
export const today = 'Hôm nay';
export const yesterday = 'Hôm qua';
export const onPaper = 'Ngày khác, theo sổ giấy';
export const dayFromDraft = (on: Day) =>
  `Phiếu này bắt đầu ghi ngày ${formatDay(on)} nên ngày gặp là ngày đó. Nếu không đúng, sửa ở “Ghi thêm”.`;

export const nobodyTitle = 'Không gặp ai';
export const nobodyLead = 'Bấm Lưu là xong. Muốn hẹn lại thì chọn ngày.';
export const nobodySave = 'Lưu: không gặp ai';
export const nobodySaved = 'Đã ghi lần đến không gặp ai. Máy sẽ tự gửi khi có mạng.';

export const undoTitle = 'Hoàn tác lần gặp';
export const undoAsk = (on: Day) => `Rút lại lần đến hộ ngày ${formatDay(on)}?`;
export const undoText = 'Lần này sẽ không còn được tính. Muốn ghi lại thì ghi một lần gặp mới.';
export const undoReason = 'Vì sao rút lại?';
export const undoReasonHelp = 'Ví dụ: chọn nhầm hộ.';
export const undoYes = 'Rút lại lần này';
export const undoNo = 'Không, giữ nguyên';
export const undone = 'Đã rút lại lần gặp. Lần này không còn được tính.';
export const undoGone = 'Không thấy lần gặp này';
export const undoGoneText = 'Có thể đã được rút lại rồi. Xin mở lại hộ để xem.';
export const undoNotOwn = 'Lần này do người khác ghi. Xin báo người ghi, hoặc trưởng ấp, tổ trưởng rút lại.';
