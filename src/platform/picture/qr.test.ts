import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { beforeAll, expect, test } from 'vitest';
import { qrPath } from './qr.server.ts';

beforeAll(async () => {
  // The reader that the phones have; without its file it would be fetched from elsewhere.
  const file = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

/** Paints the path as a camera would see it, eight pixels to a module. */
function painted({ size, d }: { size: number; d: string }): ImageData {
  const scale = 8;
  const edge = size * scale;
  const data = new Uint8ClampedArray(edge * edge * 4).fill(255);
  for (const [, x = '', y = ''] of d.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < scale; column += 1) {
        const at = ((Number(y) * scale + row) * edge + Number(x) * scale + column) * 4;
        data.fill(0, at, at + 3);
      }
  return { data, width: edge, height: edge, colorSpace: 'srgb' };
}

test('a reader reads what was drawn, with Vietnamese letters in it too', async () => {
  for (const text of ['https://vneid.gov.vn', 'https://toso.example/ấp-mẫu?q=1']) {
    const [read] = await readBarcodes(painted(await qrPath(text)), { formats: ['QRCode'] });
    expect(read?.text).toBe(text);
  }
});
