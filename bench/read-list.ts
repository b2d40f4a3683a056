import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { previewJson } from '#features/registry/transfer/preview-json.ts';
import { readList } from '#features/registry/transfer/read-list.ts';
import { readSheets } from '#platform/sheet/read-sheet.server.ts';
import { writeCsv, writeXlsx } from '#platform/sheet/write-sheet.server.ts';
import { communeList } from './commune-list.ts';

// How long an export of 50,000 rows takes, and the preview of a whole commune's list: 15,000 households, 55,000 people, 12 columns.

const households = 15_000;
const people = 55_000;
const folder = await mkdtemp(join(tmpdir(), 'to-so-bench-'));
try {
  for (const [kind, write] of [
    ['xlsx', writeXlsx],
    ['csv', writeCsv],
  ] as const) {
    const file = join(folder, `danh-sach.${kind}`);
    const begun = performance.now();
    await write(file, communeList(households, 50_000));
    console.log(`export 50.000 rows × 12 as ${kind}: ${Math.round(performance.now() - begun)} ms`);
    await write(file, communeList(households, people));
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
