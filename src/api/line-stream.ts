import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Sends objects as lines of JSON, compressed as the caller understands it, each line complete on the wire before the next is
 * written: a phone on a weak line shows the list while the rest is still coming.
 */
export function sendLines(
  request: FastifyRequest,
  reply: FastifyReply,
  lines: readonly object[],
): FastifyReply {
  reply.header('content-type', 'application/x-ndjson; charset=utf-8').header('vary', 'accept-encoding');
  const understood = request.headers['accept-encoding'] ?? '';
  const texts = lines.map((line) => `${JSON.stringify(line)}\n`);
  if (/\bbr\b/.test(understood)) {
    const packer = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    return sendPacked(reply, 'br', packer, texts);
  }
  if (/\bgzip\b/.test(understood)) return sendPacked(reply, 'gzip', createGzip({ level: 6 }), texts);
  return reply.send(Readable.from(texts));
}

function sendPacked(
  reply: FastifyReply,
  encoding: string,
  packer: BrotliCompress | Gzip,
  texts: readonly string[],
): FastifyReply {
  reply.header('content-encoding', encoding);
  void writeAll(packer, texts);
  return reply.send(packer);
}

async function writeAll(packer: BrotliCompress | Gzip, texts: readonly string[]): Promise<void> {
  try {
    for (const text of texts) {
      await new Promise<void>((resolve, reject) => {
        packer.write(text, (error) => (error ? reject(error) : packer.flush(() => resolve())));
      });
    }
    packer.end();
  } catch {
    // The caller has gone: it will ask again from where it stopped.
    packer.destroy();
  }
}
