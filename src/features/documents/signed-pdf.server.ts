import { Problem } from '#shared/problem.ts';
import { signed as words } from './words.ts';

/** A signed file of many scanned pages is smaller (byte). */
export const mostSignedBytes = 10 * 1024 * 1024;

/** Throws `file.too_large`, and `file.kind_not_supported` for what is no PDF. */
export function refuseUnlessSignedPdf(bytes: Uint8Array): void {
  if (bytes.length > mostSignedBytes) throw new Problem('file.too_large', { message: words.tooLarge });
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-')
    throw new Problem('file.kind_not_supported', { message: words.notAPdf });
}
