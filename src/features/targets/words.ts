import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount, formatPercent } from '#shared/numbers.ts';
import type { PriorityReason } from '#features/registry/model.ts';
import type { SkillItem } from '#features/visits/model/skill-check.ts';
import type { DigitalItem, HouseholdTest, Outcome, ResidentTest, Subject, Test } from './definition.ts';

export const title = 'Chỉ tiêu';
export const chooseSome = 'Xin chọn ít nhất một mục.';
export const answerUnknown = 'Câu trả lời này không có trong danh sách của mục đã chọn.';
export const dayNeeded = 'Xin điền ngày, ví dụ 2026-12-31.';
export const codeWrong = 'Mã gồm chữ cái không dấu, chữ số, bắt đầu bằng chữ cái, tối đa 20 ký tự.';
export const percentWrong = 'Xin điền tỷ lệ lớn hơn 0 và không quá 100 %.';
export const conditionDoesNotFit =
  'Có điều kiện không hỏi được với đối tượng của chỉ tiêu này. Xin chọn lại điều kiện hoặc đối tượng.';
export const ambitionBelowFloor = 'Mức phấn đấu không được thấp hơn mức tối thiểu.';
export const validFromOutsidePlan = 'Ngày áp dụng phải nằm trong năm của kế hoạch.';
export const validFromBeforeLast =
  'Ngày áp dụng không được sớm hơn ngày áp dụng của lần sửa trước, để số liệu đã báo cáo không đổi.';
export const noPlan = 'Chưa có kế hoạch cho ngày này. Xin lập kế hoạch năm trước.';

/** The sentence that explains a target: parts, put together by `sentence.ts`. */
export const everyone: Record<Subject, string> = { household: 'Hộ', resident: 'Người', group: 'Mô hình' };
export const and = ', và ';
export const or = ', hoặc ';
export const notSo = (text: string) => `không phải (${text})`;
export const someResident = (text: string) => `có ít nhất một thành viên ${text}`;
export const within = (from: Day, to: Day) =>
  from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4)
    ? `trong năm ${from.slice(0, 4)}`
    : `từ ${formatDay(from)} đến ${formatDay(to)}`;
export const reachedSentence = (population: string, reached: string) => `${population}: đạt khi ${reached}.`;
export const goalRate = (floor: number, ambition: number | undefined) =>
  ambition === undefined || ambition === floor
    ? `Mục tiêu: ${percentText(floor)}.`
    : `Mục tiêu: từ ${percentText(floor)}, phấn đấu ${percentText(ambition)}.`;
export const goalCount = (count: number, unit: string) => `Mục tiêu: ít nhất ${formatCount(count)} ${unit}.`;
export const unknownSentence = 'Trường hợp chưa rõ được ghi riêng, không tính là "không".';
const percentText = (percent: number) =>
  Number.isInteger(percent) ? `${formatCount(percent)} %` : formatPercent(percent);

export const householdState = {
  living: 'đang cư trú',
  away: 'vắng dài ngày',
  moved_out: 'đã chuyển đi',
  dissolved: 'đã giải thể',
} as const;
export const residentState = {
  living: 'còn sống tại hộ',
  died: 'đã mất',
  moved_out: 'đã chuyển đi',
} as const;
export const residence = {
  permanent: 'thường trú',
  temporary: 'tạm trú',
  lodging: 'lưu trú',
  absent: 'thường trú nhưng đang tạm vắng',
} as const;
export const poverty = { poor: 'nghèo', near_poor: 'cận nghèo', escaped_poverty: 'mới thoát nghèo' } as const;
export const groupState = {
  registered: 'đã đăng ký',
  checked: 'đã kiểm tra',
  recognised: 'đã công nhận',
  active: 'đang hoạt động',
  suspended: 'tạm ngừng',
  closed: 'đã đóng',
} as const;
export const outcome: Record<Outcome, string> = {
  installed: 'đã cài',
  activated: 'đã kích hoạt',
  practised: 'đã thực hành',
  declined: 'từ chối',
  absent: 'vắng',
  no_device: 'không có thiết bị',
};
export const priorityReason: Record<PriorityReason, string> = {
  vulnerable: 'yếu thế, nghèo hoặc cận nghèo',
  elderly: 'có người cao tuổi',
  no_smartphone: 'không có điện thoại thông minh',
};
/** Shown instead of the reason to those who may not see it (domain/05 §4.2). */
export const priorityWithoutReason = 'Hộ ưu tiên';
export const skill: Record<SkillItem, string> = {
  online_services: 'dịch vụ công trực tuyến',
  online_shopping: 'mua sắm trực tuyến',
  online_payment: 'thanh toán trực tuyến',
  self_protection: 'tự bảo vệ trên mạng',
  other_platform: 'nền tảng số khác',
  vneid_account: 'tài khoản VNeID',
  dvc_account: 'tài khoản dịch vụ công',
};
export const digitalItem: Record<DigitalItem, string> = {
  vneid: 'VNeID',
  dvc_account: 'tài khoản dịch vụ công',
  bank_account: 'tài khoản ngân hàng',
  e_payment: 'thanh toán điện tử',
  health_app: 'ứng dụng y tế',
  education_app: 'ứng dụng giáo dục',
  social_app: 'ứng dụng an sinh xã hội',
};
export const digitalAnswer: Record<string, string> = {
  none: 'chưa cài',
  installed: 'đã cài',
  activated: 'đã kích hoạt',
  yes: 'có',
  no: 'không',
  regular: 'thường xuyên',
  sometimes: 'thỉnh thoảng',
  never: 'chưa bao giờ',
};
export const domain: Record<string, string> = {
  health: 'y tế',
  education: 'giáo dục',
  social_policy: 'chính sách xã hội',
};

const orList = (texts: readonly string[]) =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} hoặc ${texts.at(-1) ?? ''}`;

/** One test of a household, as the end of a sentence that begins "Hộ …". */
export function householdTest(
  given: HouseholdTest,
  period: string,
  domainNames: Record<string, string>,
): string {
  switch (given.fact) {
    case 'household_state':
      return orList(given.in.map((state) => householdState[state]));
    case 'household_smartphone':
      return given.in.includes('yes') ? 'có điện thoại thông minh' : 'không có điện thoại thông minh';
    case 'poverty':
      return `thuộc diện ${orList(given.in.map((one) => poverty[one]))}`;
    case 'priority':
      return `thuộc diện ưu tiên (${orList(given.reasons.map((reason) => priorityReason[reason]))})`;
    case 'contacts':
      return given.atLeast === 1
        ? `có ít nhất một lần được tuyên truyền có ghi tên hộ ${period}`
        : `có ít nhất ${formatCount(given.atLeast)} lần được tuyên truyền có ghi tên hộ ${period}`;
    case 'forms':
      return `được tuyên truyền có ghi tên hộ qua ít nhất ${formatCount(given.atLeast)} hình thức khác nhau ${period}`;
    case 'guided':
      return `được hướng dẫn (kết quả: ${orList(given.outcomes.map((one) => outcome[one]))}) ít nhất một nền tảng về ${orList(given.domains.map((one) => domainNames[one] ?? domain[one] ?? one))} ${period}`;
    default:
      return 'đang có thành viên Tổ phụ trách giúp đỡ';
  }
}

/** One test of a person, as the end of a sentence that begins "Người …". */
export function residentTest(given: ResidentTest): string {
  switch (given.fact) {
    case 'resident_state':
      return orList(given.in.map((state) => residentState[state]));
    case 'residence':
      return orList(given.in.map((kind) => residence[kind]));
    case 'age':
      return `từ đủ ${formatCount(given.atLeast)} tuổi`;
    case 'vulnerable':
      return 'thuộc nhóm yếu thế';
    case 'smartphone':
      return given.in.includes('yes') ? 'có điện thoại thông minh' : 'không có điện thoại thông minh';
    case 'digital':
      return `${digitalItem[given.item]} ${orList(given.in.map((one) => digitalAnswer[one] ?? one))}`;
    default:
      return `đạt ${formatCount(given.items.length)} kỹ năng khi kiểm tra (${given.items.map((item) => skill[item]).join(', ')})`;
  }
}

/** How pace and forecast are made, for the page. */
export const paceMethod =
  'Tốc độ là số tăng thêm trung bình mỗi tuần trong 8 tuần gần nhất, theo ngày làm việc thực tế; dự báo là đi tiếp đều như vậy đến hết năm kế hoạch, với mẫu số của hôm nay.';

/** What somebody who is left still lacks. */
export const notYet = (text: string) => `Chưa: ${text}`;
export const notKnown = (text: string) => `Chưa rõ: ${text}`;
export const orElse = ' — hoặc — ';
/** One test as a list says it, in a few words; null: as the whole sentence says it. The full rule stands on the target's page. */
export function lacking(given: Test): string | null {
  switch (given.fact) {
    case 'contacts':
      return given.atLeast === 1
        ? 'được gặp trong năm nay'
        : `được gặp ${formatCount(given.atLeast)} lần trong năm nay`;
    case 'forms':
      return `đủ ${formatCount(given.atLeast)} hình thức tuyên truyền`;
    case 'guided':
      return `được hướng dẫn ứng dụng ${orList(given.domains.map((one) => domain[one] ?? one))}`;
    case 'helper':
      return 'có thành viên Tổ giúp đỡ';
    case 'skilled':
      return `đạt đủ ${formatCount(given.items.length)} kỹ năng`;
    case 'digital':
      if (given.item === 'vneid') return given.in.includes('installed') ? 'VNeID' : 'VNeID đã kích hoạt';
      if (given.item === 'e_payment') return 'thanh toán điện tử thường xuyên';
      return digitalItem[given.item];
    default:
      return null;
  }
}

/** Carrying targets into the next year. */
export const beginsTooEarly = (endsOn: string) =>
  `Năm mới phải bắt đầu sau khi kế hoạch trước kết thúc (${formatDay(endsOn)}).`;
export const goalWrong = (kind: 'rate' | 'count') =>
  kind === 'rate'
    ? 'Ghi một số phần trăm trên 0 và không quá 100, ví dụ 85. Để trống thì chỉ tiêu này không chuyển sang.'
    : 'Ghi một số nguyên từ 1 trở lên. Để trống thì chỉ tiêu này không chuyển sang.';
export const carriedFrom = (year: number) => `Chuyển từ kế hoạch năm ${year}`;
