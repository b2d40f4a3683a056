/** The words of the pages where indicators get the codes of other systems. */
import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { MappedValue } from '#features/indicators/model/mapped-values.ts';
import type { SystemShape } from '#features/indicators/model/mapping.ts';
import { writeDecimal } from '#features/indicators/model/decimal.ts';

export const title = 'Mã của hệ thống khác';
export const lead =
  'Mỗi nơi nhận số liệu gọi chỉ số bằng mã riêng. Ghi mã một lần, kỳ nào cũng tải được số liệu theo mã của họ.';
export const none = 'Chưa có hệ thống nào';
export const noneText = 'Thêm nơi nhận số liệu, ví dụ phiếu DTI của tỉnh, rồi ghi mã của họ cho từng chỉ số.';
export const noneToRead = 'Phòng Văn hóa – Xã hội chưa ghi hệ thống nào.';
export const add = 'Thêm hệ thống';
export const shapes: Record<SystemShape, string> = {
  table: 'Bảng số liệu',
  dhis2: 'Bảng số liệu và tệp DHIS2',
};

export const system = {
  name: 'Tên hệ thống',
  nameHelp: 'Ví dụ: Phiếu DTI của tỉnh.',
  shape: 'Tệp gửi đi',
  orgUnit: 'Mã của xã ở hệ thống đó',
  orgUnitHelp: 'Do đơn vị quản lý hệ thống cấp. DHIS2 gọi là orgUnit.',
  dataSet: 'Mã biểu mẫu ở hệ thống đó',
  dataSetHelp: 'DHIS2 gọi là dataSet.',
  save: 'Lưu hệ thống',
  change: 'Sửa tên, mã của hệ thống',
};

export const columns = {
  name: 'Chỉ số',
  value: 'Giá trị của xã',
  theirCode: 'Mã ở hệ thống nhận',
  theirName: 'Tên ở hệ thống nhận',
  theirValue: 'Giá trị gửi đi',
};
export const caption = 'Chỉ số của kỳ và mã ở hệ thống nhận';
export const states: Record<MappedValue['state'], string> = {
  sent: '',
  not_sent: 'Không gửi',
  unmapped: 'Chưa có mã',
};
/** In full, as it leaves: nothing is rounded on the way. */
export const valueOf = ({ value, mapping, state }: MappedValue) => {
  if (state !== 'sent') return 'x';
  if (value === null) return '—';
  const number = Number.isInteger(value) ? formatCount(value) : writeDecimal(Number(value.toFixed(6)));
  return mapping?.theirUnit ? `${number} ${mapping.theirUnit}` : number;
};
export const signs = 'Dấu “—”: báo cáo chưa thu thập số này. Dấu “x”: không gửi.';
export const unmapped = (codes: readonly string[]) =>
  `${formatCount(codes.length)} chỉ số chưa có mã ở hệ thống này: ${codes.join(', ')}. Tệp tải về có nêu tên các chỉ số đó, không kèm số.`;
export const noDhis2 = 'Tệp DHIS2 tải được khi chỉ số nào cũng có mã hoặc đã chọn “Không gửi”.';
export const dhis2 = 'Tải tệp DHIS2';
export const csv = 'Tải bản CSV';
export const others = 'Loại khác:';
export const kinds = { xlsx: 'Excel', json: 'JSON' } as const;

export const table = {
  title: 'Bảng mã',
  text: 'Có nhiều mã thì tải bảng về, điền bằng Excel rồi gửi lại. Dòng để trống được bỏ qua; dòng không có trong tệp giữ nguyên. Chỉ số không gửi thì ghi “Không gửi” ở cột mã.',
  excel: 'Tải bảng mã (Excel)',
  csv: 'Tải bảng mã (CSV)',
  file: 'Bảng mã đã điền',
  fileHelp: 'Tệp .xlsx hoặc .csv.',
  wrong: (count: number) => `${formatCount(count)} chỗ cần sửa trong tệp`,
  fileNeeded: 'Xin chọn tệp bảng mã.',
  submit: 'Gửi bảng mã',
};

export const mapping = {
  title: (code: string, name: string) => `${code}. ${name}`,
  sent: 'Gửi sang hệ thống này',
  choices: { yes: 'Có gửi', no: 'Không gửi' },
  theirCode: 'Mã ở hệ thống nhận',
  theirCodeHelp: 'Đúng như trong biểu hoặc tài liệu của họ. Không gửi thì để trống.',
  theirName: 'Tên ở hệ thống nhận',
  theirUnit: 'Đơn vị tính ở hệ thống nhận',
  factor: 'Hệ số nhân',
  factorHelp: 'Để 1 nếu cùng đơn vị. Ví dụ họ tính nghìn hộ thì ghi 0,001.',
  validFrom: 'Dùng từ ngày',
  validFromHelp: 'Kỳ trước ngày này giữ mã cũ. Giữ nguyên ngày nếu chỉ sửa lỗi gõ.',
  validTo: 'Đến hết ngày',
  validToHelp: 'Để trống nếu còn dùng.',
  save: 'Lưu mã',
  history: 'Các mã đã ghi cho chỉ số này',
  remove: 'Bỏ dòng này',
  removeText: 'Chỉ bỏ khi ghi nhầm. Mã đã thôi dùng thì ghi ngày cuối, để kỳ cũ vẫn tải được.',
  row: (code: string | null, from: Day, to: Day | null) =>
    `${code ?? 'Không gửi'}: từ ${formatDay(from)}${to === null ? '' : ` đến ${formatDay(to)}`}`,
};

export const done: Record<string, string> = {
  he: 'Đã lưu hệ thống.',
  ma: 'Đã lưu mã.',
  bo: 'Đã bỏ dòng ghi nhầm.',
};
/** After a mapping file was taken: `?xong=tep&them=3&sua=1&nguyen=10`. */
export const taken = (added: number, changed: number, same: number) =>
  `Đã nhận bảng mã: thêm ${formatCount(added)} dòng, sửa ${formatCount(changed)} dòng, giữ nguyên ${formatCount(same)} dòng.`;
