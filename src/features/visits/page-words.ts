import { daysBetween, formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of the visit's form and of what visits tell, on the office's pages and on the phone. */
export const recordVisit = 'Ghi lần gặp';
export const nobodyThere = 'Không gặp ai';
export const metNobody = (form: string) => `${form}, không gặp ai`;
export const metPeople = (form: string, names: readonly string[]) =>
  names.length === 0 ? `${form}, có gặp người` : `${form}, gặp ${names.join(', ')}`;
export const somebodyElse = 'Người khác';
export const shownTo = (person: string, what: readonly string[]) => `${person}: ${what.join('; ')}`;

export const need = 'Nhu cầu của bà con';
export const topics = 'Nội dung đã nói';
export const next = 'Hẹn lần sau';
export const note = 'Ghi chú';
export const duration = 'Thời gian';
export const minutes = (n: number) => `${formatCount(n)} phút`;

/** When a next step is due, seen from today. */
export const dueIn = (on: Day, today: Day) => {
  const days = daysBetween(today, on);
  if (days === 0) return 'hôm nay';
  if (days === 1) return 'ngày mai';
  return days > 0 ? `còn ${formatCount(days)} ngày` : `trễ ${formatCount(-days)} ngày`;
};
export const knownFrom = (source: string, on: Day) => `${source}, ${formatDay(on)}`;
/** The same sources as the model names, short enough for a tile. */
export const shortSource = {
  shown: 'tận mắt',
  declared: 'tự khai',
  assumed: 'ước đoán',
  import: 'danh sách',
} as const;

/** The form, step by step. */
export const whoMet = 'Gặp ai?';
export const whoMetHelp = 'Chọn một hoặc nhiều người.';
export const whoMetNeeded = 'Xin chọn người đã gặp. Nếu không gặp ai, bấm “Không gặp ai”.';
export const somebodyElseDetail = 'bà con, hàng xóm, người mới đến';
export const whatShown = 'Đã hướng dẫn gì?';
export const whatShownHelp = 'Chỉ trò chuyện, chưa hướng dẫn gì thì để trống.';
export const goOn = 'Tiếp tục';
export const save = 'Lưu lần gặp';
export const saveNobody = 'Lưu: không gặp ai';
export const saveCorrection = 'Lưu bản sửa';
export const someoneThere = 'Có gặp người';
export const chooseAgain = 'Chọn lại người và nội dung';
export const outcomeNeeded = 'Xin chọn kết quả hướng dẫn.';
export const notShownTo = 'Không hướng dẫn người này';
export const talkedOnly = 'Không hướng dẫn nền tảng nào, chỉ trò chuyện.';
export const learned = (name: string) => `Ghi điều mới biết về ${name}`;
export const learnedHelp =
  'Chỉ ghi điều đã hỏi hoặc đã thấy. Mục để nguyên thì sổ giữ như đang ghi. Việc cài, kích hoạt ở trên đã tự vào sổ.';
export const keepAnswer = (answer: string | null) => (answer === null ? 'Chưa hỏi' : `Để nguyên: ${answer}`);
export const howKnown = 'Biết bằng cách nào?';
export const nextWhen = 'Hẹn gặp lại';
export const notAgreed = 'Chưa hẹn';
export const inWeeks = { 7: '1 tuần nữa', 14: '2 tuần nữa', 30: '1 tháng nữa' } as const;
export const otherDay = 'Hẹn ngày khác';
export const nextStep = 'Lần sau làm gì?';
export const nextStepHelp = 'Ví dụ: giúp kích hoạt VNeID mức 2.';
export const needHelp = 'Bà con đang cần gì, vướng gì?';
export const moreToWrite = 'Ghi thêm: ngày gặp, hình thức, nội dung, ghi chú';
export const visitedOn = 'Ngày gặp';
export const formLabel = 'Gặp ở đâu, bằng cách nào?';
export const minutesLabel = 'Mất bao lâu?';
export const minutesUnit = 'phút';
export const reason = 'Vì sao sửa?';
export const reasonHelp = 'Ví dụ: chọn nhầm người.';
