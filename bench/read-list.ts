import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { previewJson } from '#features/registry/transfer/preview-json.ts';
import { readList } from '#features/registry/transfer/read-list.ts';
import { readSheets } from '#platform/sheet/read-sheet.server.ts';
import {
  type ExportTable,
  type ExportValue,
  writeCsv,
  writeXlsx,
} from '#platform/sheet/write-sheet.server.ts';

// How long an export of 50,000 rows takes, and the preview of a whole commune's list: 15,000 households, 55,000 people, 12 columns.

const households = 15_000;
const people = 55_000;
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng'];
const middles = ['Văn', 'Thị', 'Minh', 'Hoàng', 'Thị Kim'];
const givens = ['Lan', 'Hùng', 'Út', 'Ánh', 'Đức', 'Thủy', 'Ẩn', 'Nhơn', 'Bưởi', 'Mỹ', 'Tư'];

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

function* rows(count: number): Generator<ExportValue[]> {
  for (let index = 0; index < count; index += 1) {
    const household = Math.floor((index * households) / people);
    const first = index === 0 || household !== Math.floor(((index - 1) * households) / people);
    const name = `${pick(families, household)} ${pick(middles, index)} ${pick(givens, index * 7)}`;
    const year = 1940 + ((index * 13) % 80);
    yield [
      index + 1,
      first ? `Ấp Mẫu ${1 + Math.floor(household / 625)}` : null,
      first ? 1 + (household % 625) : null,
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

const folder = await mkdtemp(join(tmpdir(), 'to-so-bench-'));
try {
  for (const [kind, write] of [
    ['xlsx', writeXlsx],
    ['csv', writeCsv],
  ] as const) {
    const file = join(folder, `danh-sach.${kind}`);
    const begun = performance.now();
    await write(file, { sheetName: 'Nhân khẩu', columns, rows: rows(50_000) });
    console.log(`export 50.000 rows × 12 as ${kind}: ${Math.round(performance.now() - begun)} ms`);
    await write(file, { sheetName: 'Nhân khẩu', columns, rows: rows(people) });
    await preview(file, `danh-sach.${kind}`);
  }
} finally {
  await rm(folder, { recursive: true });
}

async function preview(file: string, name: string): Promise<void> {
  const begun = performance.now();
  let peak = 0;
  const workbook = await readSheets(file, name, { onFinished: (cost) => (peak = cost.peakMegabytes) });
  const read = performance.now();
  const list = readList(workbook, { today: '2026-11-22' });
  const understood = performance.now();
  const json = JSON.stringify(previewJson(list)).length;
  const done = performance.now();
  console.log(
    `preview ${name}, ${((await stat(file)).size / 1e6).toFixed(1)} MB, ${list.households.length} households: ` +
      `read ${Math.round(read - begun)} ms (child peak ${Math.round(peak)} MB) + understand ${Math.round(understood - read)} ms + ` +
      `JSON of ${(json / 1e6).toFixed(1)} MB ${Math.round(done - understood)} ms = ${Math.round(done - begun)} ms`,
  );
}
