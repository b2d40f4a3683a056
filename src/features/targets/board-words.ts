import { formatDay, formatMonth, monthOf, type Day, type Month } from '#shared/calendar.ts';
import { formatCount, formatPercent } from '#shared/numbers.ts';
import type { Test } from './definition.ts';

/** Short Vietnamese about a figure, for the board, the home page and the phone. */
const percent = (value: number) =>
  Number.isInteger(value) ? `${formatCount(value)} %` : formatPercent(value);

export const rateGoal = (floor: number, ambition: number | undefined) =>
  ambition === undefined || ambition === floor
    ? `Cần đạt ${percent(floor)}`
    : `Cần đạt ${percent(floor)}, phấn đấu ${percent(ambition)}`;
export const countGoal = (atLeast: number, unit: string) => `Ít nhất ${formatCount(atLeast)} ${unit}`;
export const countFigure = (reached: number, wanted: number, unit: string) =>
  `${formatCount(reached)}/${formatCount(wanted)} ${unit}`;

export const ofWhole = (reached: number, population: number, unit: string) =>
  `${formatCount(reached)} trong ${formatCount(population)} ${unit}`;
export const unknownPart = (count: number, unit: string) => `${formatCount(count)} ${unit} chưa rõ`;
export const uncertainPart = (count: number, unit: string) =>
  `${formatCount(count)} ${unit} chưa rõ có thuộc diện này không`;
export const nobody = (unit: string) => `Chưa có ${unit} nào thuộc diện này`;

/** The end of "Còn 455 hộ …", by what the target asks first. */
export const notReached: Partial<Record<Test['fact'], string>> = {
  contacts: 'chưa được gặp',
  forms: 'chưa được thông tin đủ các hình thức',
  guided: 'chưa được hướng dẫn',
  helper: 'chưa có người biết hay người giúp',
  skilled: 'chưa có người biết hay người giúp',
  digital: 'chưa có đủ',
  group_state: 'chưa hoạt động',
};
export const notReachedElse = 'chưa đạt';
export const left = (count: number, unit: string, how: string) => `Còn ${formatCount(count)} ${unit} ${how}`;
export const noneLeft = (unit: string) => `Không còn ${unit} nào`;
export const ofThemUnknown = (count: number) => `trong đó ${formatCount(count)} chưa rõ`;
export const toGoal = (count: number, unit: string, floor: number) =>
  `Còn ${formatCount(count)} ${unit} nữa là tới ${percent(floor)}`;
export const toCount = (count: number, unit: string, wanted: number) =>
  `Còn ${formatCount(count)} ${unit} nữa là đủ ${formatCount(wanted)}`;

export const chip = {
  done: 'Đã đạt',
  onPlan: 'Đúng tiến độ',
  behind: (count: number, unit: string) => `Chậm ${formatCount(count)} ${unit}`,
};
export const planToday = (value: number) => `Hôm nay theo kế hoạch nên ở mức ${formatPercent(value)}`;
export const planTodayCount = (value: number, unit: string) =>
  `Hôm nay theo kế hoạch nên có ${formatCount(Math.ceil(value - 1e-9))} ${unit}`;

/** "Theo đà 8 tuần qua, cuối năm đạt khoảng 91 %." */
export const forecastRate = (weeks: number, rate: number) =>
  `Theo đà ${formatCount(weeks)} tuần qua, cuối năm đạt khoảng ${formatCount(Math.floor(rate))} %`;
export const forecastCount = (weeks: number, reached: number, unit: string) =>
  `Theo đà ${formatCount(weeks)} tuần qua, cuối năm có khoảng ${formatCount(reached)} ${unit}`;
export const forecastGoalOn = (day: Day) => `tới mức cần đạt vào khoảng tháng ${formatMonth(monthOf(day))}`;
export const forecastShort = 'chưa tới mức cần đạt nếu không gặp thêm';
export const perWeek = (count: number, unit: string) =>
  `mỗi tuần thêm ${count > 0 && count < 1 ? 'chưa tới 1' : formatCount(count)} ${unit}`;
export const noForecast = 'Chưa đủ một tuần số liệu để đoán trước.';

/** The bar in a sentence, for those who do not see it. */
export const barText = (title: string, figure: string, plan: string, goal: string) =>
  `${title}: ${figure}. ${plan}. ${goal}.`;
export const legend = {
  reached: 'đã đạt',
  unknown: 'chưa rõ',
  expected: 'hôm nay nên ở đây',
  goal: 'mức cần đạt (ngoặc rộng: đến mức phấn đấu)',
};
export const dataUntil = (moment: string) => `Số liệu đến ${moment}`;
export const newestWork = (day: Day) => `Lần gặp mới nhất được ghi: ${formatDay(day)}`;
export const noWork = 'Chưa ghi lần gặp nào';
/** How old the facts behind a figure are: what they are, of whom. */
export const ages = {
  contacts: {
    newest: 'Lần gặp mới nhất',
    middle: (days: number) => `một nửa số hộ đã gặp là trong ${formatCount(days)} ngày qua`,
  },
  records: {
    newest: 'Lần hỏi mới nhất',
    middle: (days: number) => `một nửa số người được hỏi lại trong ${formatCount(days)} ngày qua`,
  },
  checks: {
    newest: 'Lần kiểm tra kỹ năng mới nhất',
    middle: (days: number) => `một nửa số lần kiểm tra là trong ${formatCount(days)} ngày qua`,
  },
} as const;
export const age = (kind: keyof typeof ages, newest: Day, days: number | null) =>
  `${ages[kind].newest}: ${formatDay(newest)}${days === null ? '' : `; ${ages[kind].middle(days)}`}.`;

/** Curves month by month. */
export const trendTitle = 'Từng tháng';
export const trendLead =
  'Số của mỗi tháng là số biết được khi tháng ấy kết thúc, ghi bù sau không làm đổi. Đường chấm là kế hoạch.';
export const monthShort = (month: Month) => `T${Number(month.slice(5))}`;
export const trendGoal = (goal: number, kind: 'rate' | 'count') =>
  `cần ${kind === 'rate' ? percent(goal) : formatCount(goal)}`;
export const trendText = (title: string, from: string, before: string, to: string, now: string) =>
  `${title}: từ ${before} (${from}) đến ${now} (${to})`;
export const trendHeads = { label: 'Tháng', value: 'Đã đạt', plan: 'Kế hoạch' };

export const noPlan = 'Chưa có kế hoạch';
export const noPlanText = 'Có kế hoạch năm thì chỉ tiêu tự hiện ở đây, tính từ sổ hộ và các lần gặp.';

/** Columns need few letters; the commune's own targets keep their code. */
export const shortTitle: Record<string, string> = {
  T1: 'Tổ tự quản',
  T2: 'Tuyên truyền',
  T3: 'Hướng dẫn ứng dụng',
  T3p: 'Hộ ưu tiên',
  T4: 'Nhiều hình thức',
  T5: 'VNeID + tài khoản + thanh toán',
  T6: 'Kỹ năng / người giúp',
};
