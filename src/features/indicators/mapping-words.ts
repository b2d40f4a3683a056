import { formatDay, type Day } from '#shared/calendar.ts';
import { periodName } from '#features/reports/words.ts';
import type { PeriodKey } from '#features/reports/model/span.ts';

/** What is said of the codes of other systems. */

interface Row {
  indicatorCode: string;
  validFrom: Day;
}

export const codeShape =
  'Mã bắt đầu bằng chữ hoặc số, chỉ gồm chữ, số, dấu cách và . - _ / : ( ), ví dụ 1.1.2.';
export const endsBefore = 'Ngày cuối phải từ ngày bắt đầu trở đi.';
export const unknownIndicator = (code: string) =>
  `Chỉ số ${code} không có trong danh mục của xã. Xin xem lại mã, hoặc thêm chỉ số trước.`;
export const rowTwice = ({ indicatorCode, validFrom }: Row) =>
  `Chỉ số ${indicatorCode} từ ngày ${formatDay(validFrom)} có hai dòng. Xin để lại một dòng.`;
export const overlaps = ({ indicatorCode, validFrom }: Row) =>
  `Trùng thời gian với dòng của ${indicatorCode} từ ngày ${formatDay(validFrom)}. Xin sửa ngày.`;
export const codeOfTwo = (theirs: string, { indicatorCode }: Row) =>
  `Mã ${theirs} đang dùng cho chỉ số ${indicatorCode} trong cùng thời gian. Mỗi mã chỉ nhận một chỉ số.`;
export const nameTaken = 'Đã có hệ thống tên này. Xin đặt tên khác.';
export const orgUnitNeeded = 'DHIS2 cần mã của xã. Xin hỏi đơn vị quản lý hệ thống.';
export const dataSetNeeded = 'DHIS2 cần mã biểu mẫu. Xin hỏi đơn vị quản lý hệ thống.';

/** Heads of the mapping file, as it leaves and as it is read. */
export const file = {
  sheet: 'Bảng mã',
  name: (system: string) => `Bảng mã - ${system}`.replace(/[/\\:*?"<>|]/g, '-'),
  columns: {
    indicatorCode: 'Mã chỉ số',
    indicatorName: 'Tên chỉ số',
    theirCode: 'Mã ở hệ thống nhận',
    theirName: 'Tên ở hệ thống nhận',
    theirUnit: 'Đơn vị ở hệ thống nhận',
    factor: 'Hệ số nhân',
    validFrom: 'Từ ngày',
    validTo: 'Đến hết ngày',
  },
  notSent: 'Không gửi',
  noHead: (first: string, second: string, third: string) =>
    `Không thấy dòng tiêu đề. Tệp cần có các cột “${first}”, “${second}”, “${third}”. Xin tải bảng mã về, điền vào rồi gửi lại.`,
  noRows: 'Tệp không có dòng nào dưới tiêu đề. Xin xem lại.',
  tooMany: (most: number) => `Tệp có hơn ${most} dòng. Bảng mã không lớn như vậy; xin xem lại.`,
  rowProblem: (row: number, column: string | null, problem: string) =>
    column === null ? `Dòng ${row}: ${problem}` : `Dòng ${row}, cột “${column}”: ${problem}`,
  refused: 'Tệp có chỗ sai nên chưa ghi dòng nào. Xin sửa rồi gửi lại.',
};

/** Values in the codes of another system, as a file. */
export const values = {
  sheet: 'Số liệu',
  name: (period: PeriodKey, system: string, commune: string) =>
    `Số liệu ${periodName(period)} - ${system} - ${commune}`.replace(/[/\\:*?"<>|]/g, '-'),
  columns: {
    theirCode: 'Mã',
    theirName: 'Tên',
    value: 'Giá trị',
    theirUnit: 'Đơn vị tính',
    indicatorCode: 'Mã chỉ số của xã',
    indicatorName: 'Chỉ số của xã',
    factor: 'Hệ số nhân',
    from: 'Lấy từ',
    asOf: 'Số liệu đến',
    note: 'Ghi chú',
  },
  unmapped: 'Chưa có mã ở hệ thống này, nên chưa gửi',
  notSent: 'Không gửi sang hệ thống này',
  notCollected: 'Báo cáo chưa thu thập',
  undecided: (codes: readonly string[]) =>
    `Chưa tải được tệp DHIS2: chỉ số ${codes.join(', ')} chưa có mã ở hệ thống này. Tệp DHIS2 không có chỗ ghi điều đó. Xin ghi mã, hoặc chọn “Không gửi”.`,
  onlyDhis2: 'Hệ thống này không nhận tệp DHIS2.',
};
