import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { ObstacleKind, ObstacleLevel, ObstacleState, Pillar, Severity } from './model.ts';

export const title = 'Khó khăn, kiến nghị';

export const kind: Record<ObstacleKind, string> = {
  obstacle: 'Khó khăn, vướng mắc',
  proposal: 'Kiến nghị, đề xuất',
};

export const pillar: Record<Pillar, string> = {
  government: 'Chính quyền số',
  economy: 'Kinh tế số',
  society: 'Xã hội số',
  other: 'Khác',
};

export const severity: Record<Severity, string> = { severe: 'Gấp', moderate: 'Vừa', minor: 'Nhẹ' };
export const severityDetail: Record<Severity, string> = {
  severe: 'bà con không làm được việc',
  moderate: 'làm được nhưng rất khó',
  minor: 'có thì tốt hơn',
};

export const level: Record<ObstacleLevel, string> = { hamlet: 'Ấp', commune: 'Xã', province: 'Tỉnh' };

export const state: Record<ObstacleState, string> = {
  raised: 'Mới nêu',
  triaged: 'Đã phân cấp',
  in_progress: 'Đang xử lý',
  resolved: 'Đã trả lời, chờ xác nhận',
  confirmed: 'Đã xong',
  escalated: 'Chuyển lên trên',
};

/** "Đang xử lý ở cấp xã". */
export const stateAt = (one: { state: ObstacleState; level: ObstacleLevel }) =>
  one.state === 'escalated'
    ? one.level === 'province'
      ? 'Chờ lãnh đạo xã quyết định'
      : 'Đã chuyển lên xã'
    : one.state === 'in_progress' || one.state === 'triaged'
      ? `${state[one.state]}, cấp ${level[one.level].toLowerCase()}`
      : state[one.state];

export const households = (count: number | null) =>
  count === null ? 'Chưa rõ số hộ' : `${formatCount(count)} hộ`;
export const overdue = (days: number) => `Quá hạn ${formatCount(days)} ngày`;
export const due = (on: Day) => `Hạn ${formatDay(on)}`;

/** What is wrong. */
export const answerNeeded =
  'Xin ghi câu trả lời: đã làm gì, bà con làm thế nào. Chưa có câu trả lời thì chưa xong.';
export const reasonNeeded = 'Xin ghi vì sao: vướng ở đâu, cần cấp trên làm gì.';
export const notSolvedNeeded = 'Xin ghi còn vướng chỗ nào, để cấp trên biết mà làm tiếp.';
export const levelNeeded = 'Xin chọn cấp sẽ xử lý việc này.';
export const levelCannot = 'Cấp này không nhận được việc này. Xin chọn cấp khác.';
export const directiveDayPast = 'Hạn này đã qua. Xin chọn từ hôm nay trở đi.';
export const noSuchStep = (from: ObstacleState) =>
  `Việc này đang ở bước “${state[from]}” nên chưa làm bước đó được. Xin tải lại trang để xem bước hiện tại.`;
export const tooLate = 'Đã có người nhận việc này nên không sửa lời nữa. Xin ghi thêm ở bước tiếp theo.';

/** After the number of each on the first page. */
export const waiting = {
  late: 'khó khăn, kiến nghị quá hạn xử lý',
  decide: 'khó khăn, kiến nghị chờ lãnh đạo quyết định',
  fresh: 'khó khăn, kiến nghị chưa ai nhận',
  answered: 'khó khăn, kiến nghị anh/chị nêu đã có trả lời: xem đã xong chưa',
};
export const speakerElsewhere =
  'Người này không theo dõi được khó khăn của nơi đó. Xin chọn người đang có tài khoản và làm việc ở ấp.';
export const handedTo = (name: string, why: string | null) =>
  [`Nay ${name} theo dõi`, why].filter(Boolean).join('. ');
