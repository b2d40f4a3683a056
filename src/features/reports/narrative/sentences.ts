/**
 * The sentences that a report is drafted in: plain administrative Vietnamese, small numbers with a leading 0 as on paper. "{kỳ}" is the
 * kind of the period: tháng, quý, 6 tháng, năm.
 */
import { formatCount, formatRate } from '#shared/numbers.ts';
import type { EmulationThen } from '#features/emulation/queries/as-of.server.ts';
import type { ObstacleLevel, ObstacleState } from '#features/obstacles/model.ts';
import type { FigureGoal } from '../model/figures.ts';

const count = (value: number) => (value > 0 && value < 10 ? `0${value}` : formatCount(value));
export const amount = (value: number, unit: string) => `${count(value)} ${unit}`;
const share = (part: number, whole: number) => `${count(part)}/${count(whole)}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "A", "A và B", "A, B và C". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} và ${parts.at(-1) ?? ''}`;
}

export const sentence = (text: string) => `${capital(text)}.`;

export const wanted = (goal: FigureGoal | null) => {
  if (goal === null) return '';
  if (goal.kind === 'count') return ` (chỉ tiêu ${count(goal.atLeast)})`;
  return goal.ambition === null || goal.ambition === goal.floor
    ? ` (chỉ tiêu ${goal.floor} %)`
    : ` (chỉ tiêu ${goal.floor} % đến ${goal.ambition} %)`;
};

export const reached = (part: number, whole: number, unit: string, what: string, goal: FigureGoal | null) =>
  `${share(part, whole)} ${unit} ${what}, đạt ${formatRate(part, whole)}${wanted(goal)}`;
export const still = (left: number, unit: string) => `còn ${amount(left, unit)}`;
export const notKnown = (value: number, unit: string) => `chưa rõ ${amount(value, unit)}`;
export const nothingKnown = (whole: number, unit: string, what: string) =>
  `chưa rõ ${amount(whole, unit)} ${what} hay không`;
export const againstBefore = (change: number, unit: string) =>
  change === 0
    ? 'bằng {kỳ} trước'
    : change > 0
      ? `tăng ${amount(change, unit)} so với {kỳ} trước`
      : `giảm ${amount(-change, unit)} so với {kỳ} trước`;

export const general = {
  people: (place: string, households: number, people: number | null) =>
    `${place} có ${amount(households, 'hộ')} đang cư trú${people === null ? '' : `, ${amount(people, 'người')} thường trú từ đủ 14 tuổi`}`,
  moved: (change: number) => `số hộ ${againstBefore(change, 'hộ')}`,
  team: (team: string, members: number, women: number | null) =>
    `${team} có ${amount(members, 'thành viên')}${women === null ? '' : `, trong đó nữ ${count(women)}`}`,
  noTeam: (team: string) => `ấp chưa có ${team}`,
  outings: (outings: number) => `trong {kỳ}, thành viên Tổ hoạt động ${amount(outings, 'lượt')}`,
  noOutings: 'trong {kỳ} chưa ghi nhận lượt hoạt động nào của thành viên Tổ',
};

export const outreach = {
  inPeriod: (households: number, contacts: number) =>
    `trong {kỳ}, Tổ đã tuyên truyền cho ${amount(households, 'hộ')} với ${amount(contacts, 'lượt')}`,
  noneInPeriod: 'trong {kỳ} chưa ghi nhận lượt tuyên truyền nào',
  informed: 'được tuyên truyền về chuyển đổi số',
  manyForms: 'được tuyên truyền bằng nhiều hình thức',
  sinceStart: (text: string) => `lũy kế từ đầu năm, ${text}`,
  atEnd: (text: string) => `đến cuối kỳ, ${text}`,
  forms: 'Các hình thức đã dùng trong {kỳ}:',
};

export const government = {
  inPeriod: (list: string) => `trong {kỳ}, Tổ đã hướng dẫn ${list}`,
  noneInPeriod: 'trong {kỳ} chưa ghi nhận người nào được hướng dẫn về chính quyền số',
  services: 'sử dụng dịch vụ công trực tuyến',
  account: 'có tài khoản dịch vụ công',
  vneid: 'cài đặt, kích hoạt VNeID',
  smart: 'cài đặt Smart An Giang',
  haveVneid: 'từ đủ 14 tuổi có VNeID',
};

export const economy = {
  bank: 'từ đủ 14 tuổi có tài khoản ngân hàng',
  payment: 'thường xuyên thanh toán điện tử',
  allThree: 'có đủ VNeID, tài khoản ngân hàng và thường xuyên thanh toán điện tử',
  guided: (businesses: number, shops: number) =>
    `trong {kỳ}, Tổ đã hướng dẫn ${amount(businesses, 'cơ sở')} bán hàng trên mạng${shops === 0 ? '' : `, mở ${amount(shops, 'gian hàng')} trên sàn thương mại điện tử`}`,
  noneGuided: 'trong {kỳ} chưa ghi nhận cơ sở nào được hướng dẫn bán hàng trên mạng',
  committed: (businesses: number) => `${amount(businesses, 'cơ sở')} ký cam kết chất lượng`,
  technology: (businesses: number) =>
    `${amount(businesses, 'cơ sở')} áp dụng công nghệ vào sản xuất, kinh doanh`,
  sinceStart: (shops: number, committed: number) =>
    `lũy kế từ đầu năm, đã mở ${amount(shops, 'gian hàng')}, ${amount(committed, 'cơ sở')} ký cam kết chất lượng`,
  noShops: 'chưa có số liệu về bán hàng trực tuyến trong kỳ',
};

export const society = {
  inPeriod: (households: number) =>
    `trong {kỳ}, ${amount(households, 'hộ')} được hướng dẫn cài đặt ứng dụng thiết yếu`,
  noneInPeriod: 'trong {kỳ} chưa ghi nhận hộ nào được hướng dẫn cài đặt ứng dụng thiết yếu',
  guided: 'được hướng dẫn cài đặt ứng dụng thiết yếu',
  domain: { health: 'y tế', education: 'giáo dục', social: 'chính sách xã hội' },
  domains: (list: string) => `trong đó: ${list}`,
  priority: 'thuộc nhóm ưu tiên đã được hỗ trợ',
  skills: 'có người biết kỹ năng số hoặc có thành viên Tổ phụ trách',
  parts: (skilled: number, helped: number) =>
    `trong đó ${amount(skilled, 'hộ')} có người biết kỹ năng số, ${amount(helped, 'hộ')} có thành viên Tổ phụ trách giúp đỡ`,
};

export const support = {
  received: (count: number) => `trong {kỳ}, Tổ nhận ${amount(count, 'yêu cầu hỗ trợ')}`,
  noneReceived: 'trong {kỳ} không có yêu cầu hỗ trợ mới',
  helped: (count: number) => `đã giúp xong ${amount(count, 'yêu cầu')}`,
  late: (count: number) => `có ${amount(count, 'yêu cầu')} quá hạn`,
};

export const money = {
  of: { period: 'trong {kỳ},', cumulative: 'lũy kế từ đầu năm,' },
  amount: (row: 'estimated' | 'paid' | 'settled', value: number) =>
    `${{ estimated: 'dự toán', paid: 'đã chi', settled: 'đã quyết toán' }[row]} ${formatCount(value)} đồng`,
};

export const groups = {
  some: (active: number) => `có ${amount(active, 'mô hình')} “Tổ tự quản công nghệ” đang hoạt động`,
  none: 'chưa có mô hình “Tổ tự quản công nghệ” đang hoạt động',
  /** Registered (R72), and not open yet or closed for a while. */
  onTheWay: (groups: number) => `${amount(groups, 'mô hình')} đã đăng ký, chưa hoạt động hoặc tạm dừng`,
};

export const obstacles = {
  obstacle: {
    raised: (count: number) => `trong {kỳ} ghi nhận ${amount(count, 'khó khăn, vướng mắc')}`,
    noneNew: 'trong {kỳ} không có khó khăn, vướng mắc mới',
    solved: (count: number) => `đã giải quyết ${amount(count, 'khó khăn, vướng mắc')}`,
    open: (open: number, late: number) => stillOpen(open, late, 'khó khăn, vướng mắc'),
    allSolved: 'đến cuối kỳ không còn khó khăn, vướng mắc nào chưa giải quyết',
  },
  proposal: {
    raised: (count: number) => `trong {kỳ} có ${amount(count, 'kiến nghị, đề xuất')}`,
    noneNew: 'trong {kỳ} không có kiến nghị, đề xuất mới',
    solved: (count: number) => `đã giải quyết ${amount(count, 'kiến nghị, đề xuất')}`,
    open: (open: number, late: number) => stillOpen(open, late, 'kiến nghị, đề xuất'),
    allSolved: 'đến cuối kỳ không còn kiến nghị, đề xuất nào chưa giải quyết',
  },
  householdsUnknown: 'chưa rõ số hộ',
  raisedOn: (day: string) => `nêu ngày ${day}`,
  solvedOn: (day: string) => `đã giải quyết ngày ${day}`,
  unconfirmed: '; chờ người nêu xác nhận',
  late: (days: number) => `quá hạn ${amount(days, 'ngày')}`,
  due: (day: string) => `hạn ${day}`,
  standing: (state: ObstacleState, level: ObstacleLevel, name: string) =>
    state === 'raised'
      ? 'chưa có người nhận xử lý'
      : state === 'escalated'
        ? level === 'province'
          ? 'chờ lãnh đạo xã quyết định'
          : `đã chuyển lên cấp ${name}`
        : state === 'in_progress'
          ? `cấp ${name} đang xử lý`
          : `cấp ${name} đã nhận`,
};
/** Movements (phong trào thi đua). People are lượt: who came to two outings is two. */
export const emulation = {
  ran: (names: readonly string[]) =>
    `trong {kỳ} có ${amount(names.length, 'phong trào')} thi đua (${names.join('; ')})`,
  noActivities: 'chưa tổ chức buổi ra quân nào',
  activities: ({ activities, members, teachers, pupils, others }: EmulationThen) => {
    const all = members + teachers + pupils + others;
    const parts = [
      [members, 'thành viên Tổ'],
      [teachers, 'giáo viên'],
      [pupils, 'học sinh'],
      [others, 'người khác'],
    ] as const;
    const told = parts.filter(([people]) => people > 0).map(([people, who]) => `${count(people)} ${who}`);
    return `tổ chức ${amount(activities, 'buổi')} ra quân với ${amount(all, 'lượt người')} tham gia${told.length > 1 ? ` (${told.join(', ')})` : ''}`;
  },
  answered: (answered: number, called: number) =>
    `${count(answered)}/${count(called)} trường, đơn vị được kêu gọi đã trả lời`,
  commended: (groups: number, people: number) =>
    `lãnh đạo xã đồng ý khen thưởng ${[
      groups === 0 ? '' : amount(groups, 'tập thể'),
      people === 0 ? '' : amount(people, 'cá nhân'),
    ]
      .filter(Boolean)
      .join(', ')}`,
};
/** Work that was given. */
export const work = {
  given: (count: number) => `trong {kỳ} giao ${amount(count, 'việc')}`,
  noneGiven: 'trong {kỳ} không giao việc mới',
  verified: (count: number) => `đã hoàn thành ${amount(count, 'việc')}`,
  open: (open: number, late: number) =>
    `đến cuối kỳ còn ${amount(open, 'việc')} đang làm${late === 0 ? '' : `, trong đó ${count(late)} quá hạn`}`,
  allDone: 'đến cuối kỳ không còn việc nào chưa làm xong',
};
export const inspections = {
  none: 'trong {kỳ} không có cuộc kiểm tra',
  ofHamlet: (held: number) => `trong {kỳ} ấp được kiểm tra ${amount(held, 'cuộc')}`,
  ofCommune: (held: number, hamlets: number, all: number) =>
    `trong {kỳ} kiểm tra ${share(hamlets, all)} ấp với ${amount(held, 'cuộc')}`,
  found: (found: number) => `ghi nhận ${amount(found, 'tồn tại')}`,
  closed: (closed: number) => `đã khắc phục ${amount(closed, 'tồn tại')}`,
  open: (open: number, late: number) =>
    `đến cuối kỳ còn ${amount(open, 'tồn tại')} chưa khắc phục${late === 0 ? '' : `, trong đó ${count(late)} quá hạn`}`,
  allClosed: 'đến cuối kỳ không còn tồn tại nào chưa khắc phục',
};
function stillOpen(open: number, late: number, what: string): string {
  const lateText = late === 0 ? '' : `, trong đó ${count(late)} quá hạn`;
  return `đến cuối kỳ còn ${amount(open, what)} chưa giải quyết${lateText}`;
}

export const training = {
  inPeriod: (classes: number, members: number, times: number) =>
    `trong {kỳ} đã mở ${amount(classes, 'lớp')} tập huấn; ${amount(members, 'thành viên')} Tổ được tập huấn với ${amount(times, 'lượt người học')}`,
  elsewhere: (members: number, times: number) =>
    `trong {kỳ}, ${amount(members, 'thành viên')} Tổ dự lớp tập huấn của xã với ${amount(times, 'lượt người học')}`,
  /** Of the commune: classes for everybody stand in no hamlet's report. */
  ofCommune: (all: number, wide: number, members: number, times: number) =>
    `trong {kỳ} đã mở ${amount(all, 'lớp')} tập huấn${wide === 0 ? '' : `, trong đó ${amount(wide, 'lớp')} chung toàn xã`}; ${amount(members, 'thành viên')} Tổ được tập huấn với ${amount(times, 'lượt người học')}`,
  passed: (times: number) => `${amount(times, 'lượt')} kiểm tra đạt`,
  sinceStart: (members: number, all: number | null) =>
    `lũy kế từ đầu năm, ${all === null ? count(members) : share(members, all)} thành viên Tổ đã được tập huấn`,
  noneInPeriod: 'trong {kỳ} chưa mở lớp tập huấn nào',
};
/** Staff of the commune's units (R64). */
export const pioneers = {
  nobodyAsked: 'chưa có đơn vị nào được đề nghị khai số cán bộ tiên phong',
  noneDeclared: (units: number) =>
    `chưa đơn vị nào trong ${amount(units, 'đơn vị')} khai số cán bộ tiên phong`,
  declared: (declared: number, units: number, staff: number) =>
    `${share(declared, units)} đơn vị đã khai, với ${amount(staff, 'cán bộ, công chức, viên chức, người lao động')}`,
  measures: {
    vneid: 'có tài khoản VNeID mức 2',
    services: 'dùng dịch vụ công trực tuyến',
    ePayment: 'dùng thanh toán điện tử',
  },
  missing: (names: string) => `đơn vị chưa khai: ${names}`,
};
export const inRates = (part: number, whole: number, what: string) =>
  `${share(part, whole)} người ${what}, đạt ${formatRate(part, whole)}`;
export const noTraining = 'chưa có số liệu tập huấn trong kỳ';
export const noBudget = 'chưa có số liệu kinh phí trong kỳ';
export const noObstacles = 'trong {kỳ} chưa ghi nhận khó khăn, vướng mắc';
export const noProposals = 'chưa có kiến nghị, đề xuất';

export const tasks = {
  inform: (left: number) => `Đến tuyên truyền cho ${amount(left, 'hộ')} chưa được tuyên truyền`,
  priority: (left: number) => `Hỗ trợ trước ${amount(left, 'hộ')} ưu tiên chưa được hỗ trợ`,
  guide: (left: number, floor: number) =>
    `Hướng dẫn cài đặt ứng dụng thiết yếu thêm cho ${amount(left, 'hộ')} để đạt ${floor} % số hộ`,
  people: (left: number, floor: number) =>
    `Hướng dẫn thêm ${amount(left, 'người')} để ${floor} % người từ đủ 14 tuổi có đủ VNeID, tài khoản ngân hàng và thường xuyên thanh toán điện tử`,
  ask: (unknown: number) => `Hỏi lại ${amount(unknown, 'người')} chưa rõ tình trạng`,
  skills: (left: number) =>
    `Kiểm tra kỹ năng số hoặc cử thành viên phụ trách cho ${amount(left, 'hộ')} còn lại`,
  keep: 'Giữ vững kết quả đã đạt, tiếp tục đến các hộ theo lịch',
};

/** A text of several lines or bullets as one: "- Sóng yếu.\n- Thiếu máy." as "Sóng yếu.; Thiếu máy". */
export const inOneLine = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/^-\s*/, '').trim())
    .filter(Boolean)
    .join('; ')
    .replace(/[.;]+$/, '');
