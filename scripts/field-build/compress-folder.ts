import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFolder } from './list-folder.ts';

const worthwhile = /\.(js|css|html|svg|json|webmanifest|wasm)$/;

/** How small a file is on the line, as it is served. Best is slow (4 s for the QR reader) and saves a phone a tenth. */
export const brotli = async (content: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });

/** Writes .br and .gz beside each file that becomes smaller, so that the server never compresses for a phone. */
export async function compressFolder(folder: string): Promise<void> {
  const files = listFolder(folder).filter((file) => worthwhile.test(file));
  await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const content = await readFile(path);
      const [br, gz] = await Promise.all([brotli(content), promisify(gzip)(content, { level: 9 })]);
      if (br.length < content.length) await writeFile(`${path}.br`, br);
      if (gz.length < content.length) await writeFile(`${path}.gz`, gz);
    }),
  );
}
