import { formatDay, formatMoment, isDay } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import { formatBirth } from '#features/registry/model/birth.ts';
import * as registry from '#features/registry/words.ts';
import * as form from '#features/registry/form-words.ts';
import * as visits from '#features/visits/words.ts';
import type { OperationFlag } from './tables.ts';

/** The words for what a phone told: people read them beside what stands in the register. */
export const commandTitles: Readonly<Record<string, string>> = {
  'household.register': 'Thêm hộ vào sổ',
  'resident.register': 'Thêm người vào hộ',
  'household.correct': 'Sửa thông tin hộ',
  'resident.correct': 'Sửa thông tin người trong hộ',
  'household.change_state': 'Đổi tình trạng hộ',
  'resident.change_state': 'Đổi tình trạng một người',
  'resident.move': 'Chuyển người sang hộ khác',
  'household.move': 'Chuyển hộ sang ấp khác',
  'household.name_head': 'Ghi chủ hộ mới',
  'household.name_responsible': 'Giao người phụ trách hộ',
  'visit.record': 'Ghi lần gặp',
  'visit.correct': 'Sửa lần gặp',
  'visit.withdraw': 'Rút lần gặp',
  'digital.record': 'Ghi tình trạng số',
  'skill.check': 'Kiểm tra kỹ năng số',
  'helper.assign': 'Phân công người giúp',
  'helper.end': 'Thôi phân công người giúp',
  'support.ask': 'Ghi yêu cầu hỗ trợ',
  'support.assign': 'Giao yêu cầu hỗ trợ',
  'support.schedule': 'Hẹn ngày giúp',
  'support.finish': 'Ghi đã giúp xong',
  'support.end': 'Khép yêu cầu hỗ trợ',
  'support.rate': 'Ghi mức hài lòng',
  'task.move': 'Báo việc được giao',
  'task.tick': 'Đánh dấu bước của việc',
  'obstacle.raise': 'Nêu khó khăn, kiến nghị',
  'obstacle.move': 'Báo đã xong hay chưa',
  'business.record_step': 'Ghi bước bán hàng trên mạng',
  'outreach.record': 'Ghi buổi tuyên truyền',
  'outreach.correct': 'Sửa buổi tuyên truyền',
  'outreach.withdraw': 'Rút buổi tuyên truyền',
  'class.mark_attendance': 'Điểm danh lớp tập huấn',
};
export const otherCommand = 'Việc khác';

export const flags: Record<OperationFlag, string> = {
  clock_off: 'Giờ trên máy sai hơn một ngày, đã tính lại theo giờ máy chủ.',
  after_revocation: 'Gửi lên sau khi máy bị thu hồi.',
  rights_ended: 'Người ghi đã thôi việc ở ấp này khi phiếu gửi tới; lúc ghi thì vẫn còn.',
  household_moved: 'Hộ đã sang ấp khác trong lúc máy chưa có mạng.',
};

/** Fields in the order in which they are told. What is not here (ids) is not told. */
export const fieldNames: Readonly<Record<string, string>> = {
  title: 'Việc',
  personName: 'Người cần giúp',
  topic: 'Cần giúp việc gì',
  fullName: form.fullName,
  birth: form.birth,
  sex: form.sex,
  relation: form.relation,
  relationText: 'Ghi trong danh sách',
  residence: form.residence,
  phone: form.phone,
  hasSmartphone: form.smartphone,
  hasInternet: 'Internet',
  groupName: form.group,
  address: form.address,
  bookNumber: form.bookNumber,
  statedSize: form.statedSize,
  state: 'Tình trạng',
  on: 'Từ ngày',
  visitedOn: 'Ngày gặp',
  heldOn: 'Ngày tổ chức',
  checkedOn: 'Ngày kiểm tra',
  startedOn: 'Từ ngày',
  endedOn: 'Đến ngày',
  met: 'Có gặp ai không',
  need: 'Nhu cầu của bà con',
  nextStep: 'Việc hẹn làm tiếp',
  nextOn: 'Ngày hẹn',
  note: form.note,
  reason: 'Lý do',
  estimatedPeople: 'Số người ước lượng',
  householdIds: 'Số hộ trong danh sách',
  guidances: 'Lượt hướng dẫn',
  records: 'Người được ghi tình trạng số',
  residents: 'Người trong hộ',
};

const valueNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: registry.sexNames,
  relation: registry.relationNames,
  residence: registry.residenceNames,
  hasSmartphone: registry.answerNames,
  hasInternet: registry.answerNames,
  state: { ...registry.residentStateNames, ...registry.householdStateNames },
  met: visits.met,
};

const longest = 300;
const precisions = ['day', 'month', 'year'] as const;

/** A value as people read it; "—" for nothing. It comes from a phone as it is and may be anything. */
export function valueInWords(field: string, value: unknown): string {
  if (Array.isArray(value)) return formatCount(value.length);
  if (typeof value === 'number') return formatCount(value);
  if (typeof value === 'object' && value !== null) return birthInWords(value);
  if (typeof value !== 'string' || value.trim() === '') return registry.missing;
  const names = valueNames[field];
  if (names && Object.hasOwn(names, value)) return names[value] ?? value;
  return isDay(value) ? formatDay(value) : value.slice(0, longest);
}

function birthInWords(value: object): string {
  const { date, precision }: Record<string, unknown> = { ...value };
  if (typeof date !== 'string' || !isDay(date)) return registry.missing;
  return formatBirth({
    birth_date: date,
    birth_precision: precisions.find((one) => one === precision) ?? 'day',
  });
}

/** "Lê Văn Tư ghi lúc 24/11/2026, 09:12" */
export const writtenBy = (by: string | null, at: string | null) =>
  [by === null ? null : `${by} ghi`, at === null ? null : `lúc ${formatMoment(new Date(at))}`]
    .filter((part) => part !== null)
    .join(' ');
