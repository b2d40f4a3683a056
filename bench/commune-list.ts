import type { ExportTable, ExportValue } from '#platform/sheet/write-sheet.server.ts';

/** A list as a commune keeps it in Excel, of invented people: household books of 625, one person a row. */
export function communeList(households: number, people: number): ExportTable {
  return { sheetName: 'Nhân khẩu', columns, rows: rows(households, people) };
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng'];
const middles = ['Văn', 'Thị', 'Minh', 'Hoàng', 'Thị Kim'];
const givens = ['Lan', 'Hùng', 'Út', 'Ánh', 'Đức', 'Thủy', 'Ẩn', 'Nhơn', 'Bưởi', 'Mỹ', 'Tư'];
const householdsOfHamlet = 625;

const pick = (list: readonly string[], index: number) => list[index % list.length] ?? '';

const columns: ExportTable['columns'] = [
  { header: 'STT', kind: 'number' },
  { header: 'Ấp', kind: 'text' },
  { header: 'Số hộ', kind: 'number' },
  { header: 'Họ và tên', kind: 'text' },
  { header: 'Ngày, tháng, năm sinh', kind: 'date' },
  { header: 'Giới tính', kind: 'text' },
  { header: 'Quan hệ với chủ hộ', kind: 'text' },
  { header: 'Tình trạng cư trú', kind: 'text' },
  { header: 'Số điện thoại', kind: 'text' },
  { header: 'Hộ nghèo/cận nghèo', kind: 'text' },
  { header: 'Địa chỉ', kind: 'text' },
  { header: 'Ghi chú', kind: 'text' },
];

function* rows(households: number, people: number): Generator<ExportValue[]> {
  for (let index = 0; index < people; index += 1) {
    const household = Math.floor((index * households) / people);
    const first = index === 0 || household !== Math.floor(((index - 1) * households) / people);
    const name = `${pick(families, household)} ${pick(middles, index)} ${pick(givens, index * 7)}`;
    const year = 1940 + ((index * 13) % 80);
    yield [
      index + 1,
      first ? `Ấp Mẫu ${1 + Math.floor(household / householdsOfHamlet)}` : null,
      first ? 1 + (household % householdsOfHamlet) : null,
      name,
      index % 3 === 0 ? String(year) : `${year}-0${1 + (index % 9)}-1${index % 9}`,
      index % 2 ? 'Nam' : 'Nữ',
      first ? 'Chủ hộ' : 'Con',
      'thường trú',
      `09${String(10_000_000 + index * 37).slice(0, 8)}`,
      first && household % 50 === 0 ? 'nghèo' : null,
      first ? `Số ${household}, đường Mẫu` : null,
      index % 9 === 0 ? 'gia đình có công' : null,
    ];
  }
}
