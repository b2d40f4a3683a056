import { attachment } from '#platform/http/attachment.ts';

/**
 * Answers with a file whose bytes `work` makes while they are sent, so that memory stays flat. What `work` throws before it
 * calls `send` is thrown here; after that the download breaks off. When the reader goes away, `send` returns and `work` ends as
 * if all had been sent: the audit of what was read must not be undone by closing a window.
 */
export async function streamedFile(
  file: { name: string; type: string },
  work: (send: (bytes: AsyncIterable<Uint8Array>) => Promise<void>) => Promise<unknown>,
): Promise<Response> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => controller.enqueue(new Uint8Array(chunk)),
  });
  const writer = writable.getWriter();
  let readerIsGone = false;
  writer.closed.catch(() => {
    readerIsGone = true;
  });
  return new Promise((resolve, reject) => {
    const send = async (bytes: AsyncIterable<Uint8Array>) => {
      resolve(
        new Response(readable, {
          headers: {
            'content-type': file.type,
            'content-disposition': attachment(file.name),
            'cache-control': 'private, no-store',
          },
        }),
      );
      for await (const chunk of bytes) {
        await writer.ready.catch(() => {});
        if (readerIsGone) return;
        writer.write(chunk).catch(() => {});
      }
      await writer.close().catch(() => {});
    };
    work(send).catch((cause: unknown) => {
      reject(cause instanceof Error ? cause : new Error('the file could not be made', { cause }));
      writer.abort(cause).catch(() => {});
    });
  });
}
