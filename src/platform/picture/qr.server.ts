import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

/** A QR code as one path on a grid whose modules are 1 × 1, with the quiet zone of four that readers want around it. */
export interface QrPath {
  /** Modules along an edge, the quiet zone included. */
  size: number;
  d: string;
}

const quiet = 4;
let prepared: Promise<unknown> | null = null;

/** Draws a QR code on this machine: nothing is asked of any other. */
export async function qrPath(text: string): Promise<QrPath> {
  const file = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  await (prepared ??= prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true }));
  const { error, symbol } = await writeBarcode(text, { format: 'QRCode' });
  if (error) throw new Error(`no QR code could be drawn: ${error}`);
  const { data, width, height } = symbol;
  const dark = Array.from({ length: width * height }, (_, at) => data[at] === 0);
  const squares = dark.flatMap((is, at) =>
    is ? [`M${(at % width) + quiet} ${Math.floor(at / width) + quiet}h1v1h-1z`] : [],
  );
  return { size: width + 2 * quiet, d: squares.join('') };
}
