/** LibreOffice and poppler, with which the tests look at documents as a reader would. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const packages = 'libreoffice-writer-nogui poppler-utils fonts-croscore';

/** Converts a Word file with LibreOffice and hands the path of the PDF to `look`. Throws with the way to install what is missing. */
export async function withPdf<T>(docx: Uint8Array, look: (pdf: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'to-so-docx-'));
  try {
    await writeFile(join(folder, 'document.docx'), docx);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const target = ['--headless', '--convert-to', 'pdf', '--outdir', folder];
    await program('soffice', [profile, ...target, join(folder, 'document.docx')]);
    return await look(join(folder, 'document.pdf'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a program prints. */
export async function program(name: string, parameters: string[]): Promise<Buffer> {
  try {
    const options = { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024, timeout: 60_000 } as const;
    return (await promisify(execFile)(name, parameters, options)).stdout;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new Error(`${name} is not installed. On Debian or Ubuntu: sudo apt-get install ${packages}`, {
      cause: error,
    });
  }
}
