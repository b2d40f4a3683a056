import { Problem } from '#shared/problem.ts';
import type { AttachedType } from './attached-type.ts';
import { withoutTraces } from './without-traces.server.ts';

/** A file as it is kept. */
export interface AttachedFile {
  mediaType: AttachedType;
  bytes: Buffer;
}

/** A scanned paper of many pages is smaller (byte). */
const mostBytes = 10 * 1024 * 1024;

/**
 * A PDF or a photograph that somebody attaches, by its first bytes and never by its name. A photograph is kept without what the
 * telephone wrote into it: place, time, machine (domain/05: no GPS by itself). Throws `file.too_large`, and
 * `file.kind_not_supported` (also of the field `file`) for what is neither, or a picture that is not whole.
 */
export function readAttachedFile(bytes: Uint8Array, words: { tooLarge: string; kind: string }): AttachedFile {
  if (bytes.length > mostBytes) throw new Problem('file.too_large', { message: words.tooLarge });
  const mediaType = typeOf(bytes);
  const clean =
    mediaType === null || mediaType === 'application/pdf' ? bytes : withoutTraces(bytes, mediaType);
  if (mediaType === null || clean === null)
    throw new Problem('file.kind_not_supported', { message: words.kind, fields: { file: words.kind } });
  return { mediaType, bytes: Buffer.from(clean) };
}

function typeOf(bytes: Uint8Array): AttachedType | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('%PDF-')) return 'application/pdf';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'image/webp' : null;
}
