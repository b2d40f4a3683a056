import { attachment } from '#platform/http/attachment.ts';

/** A signed PDF as the browser takes it: never kept by anybody between. */
export function signedPdfResponse(file: { name: string; bytes: Buffer }): Response {
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': attachment(file.name),
      'cache-control': 'private, no-store',
    },
  });
}
