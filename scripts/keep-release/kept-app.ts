import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { fileOf, readFiles } from '../field-build/write-service-worker.ts';

/**
 * The built app of a release as one packed file: what its worker brings onto a phone, and the worker. What comes when it is
 * first used (the QR reader, a megabyte) is left out.
 */
export async function packApp(built: string): Promise<Buffer> {
  const files: Record<string, string> = {};
  for (const name of ['service-worker.js', ...readFiles(built).files.map(([path]) => fileOf(path))].sort())
    // One character for each byte: text stays text, and packs well.
    files[name] = await readFile(join(built, name), 'latin1');
  return brotliCompressSync(JSON.stringify(files));
}

/** Lays a packed app out in a folder, to be served as it was. */
export async function layOutApp(packed: Buffer, folder: string): Promise<void> {
  const files: Record<string, string> = JSON.parse(brotliDecompressSync(packed).toString());
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content, 'latin1');
  }
}
