import { fromBufferPromise } from 'yauzl';

/** The texts of a Word file by their paths in the package. Throws when it is not a zip file. */
export async function readParts(docx: Uint8Array): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(docx), { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return parts;
}
