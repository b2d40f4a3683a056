import { createGunzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Phones send their bodies as gzip (weak lines). The limit of a body counts what comes out, so a bomb stops early (B1). */
export function readCompressedBodies(api: FastifyInstance): void {
  api.addHook('preParsing', async (request, _reply, payload) => {
    if (request.headers['content-encoding'] !== 'gzip') return payload;
    delete request.headers['content-encoding'];
    delete request.headers['content-length'];
    const unpacked = createGunzip();
    payload.on('error', (error) => unpacked.destroy(error));
    return payload.pipe(unpacked);
  });
}
