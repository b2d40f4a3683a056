import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A built app of one page: its folder, and the path below which it lives, as '/di-dong'. */
export interface StaticApp {
  at: string;
  folder: string;
}

interface StaticFile {
  type: string;
  tag: string;
  /** The same content as it goes over the line; 'identity' always. */
  bodies: Map<string, Buffer>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.wasm': 'application/wasm',
};

/**
 * Serves a built app from memory: it is small, nothing outside its folder can be asked for, and a new build during the
 * run never mixes two versions. Every address of the app that is no file is its one page.
 */
export function serveStaticApp(
  server: FastifyInstance,
  { at, folder }: StaticApp,
  headers: { helmet: FastifyHelmetOptions; permissions: string },
): void {
  const files = readFolder(folder);
  const page = files.get('index.html');
  if (!page) throw new Error(`${folder} holds no built app`);
  server.get(at, (_request, reply) => reply.redirect(`${at}/`, 308));
  server.get(`${at}/*`, { helmet: headers.helmet }, (request, reply) => {
    const path = (request.url.split('?')[0] ?? '').slice(at.length + 1);
    const file = files.get(path || 'index.html') ?? (isNavigation(request, path) ? page : undefined);
    reply.header('permissions-policy', headers.permissions);
    if (!file) return reply.code(404).header('cache-control', 'no-store').send();
    // A hashed name never changes its content; the others are asked about each time, and answer 304.
    const isHashed = path.startsWith('assets/');
    reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    return send(request, reply, file);
  });
}

/** A person opens an address; a script or a picture that is missing must not get a page instead. */
const isNavigation = (request: FastifyRequest, path: string) =>
  extname(path) === '' && (request.headers.accept ?? '').includes('text/html');

function send(request: FastifyRequest, reply: FastifyReply, file: StaticFile): FastifyReply {
  const encoding = ['br', 'gzip'].find((name) => file.bodies.has(name) && accepts(request, name));
  const tag = `"${file.tag}${encoding ? `-${encoding}` : ''}"`;
  reply.header('etag', tag).header('vary', 'accept-encoding');
  if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send();
  if (encoding) reply.header('content-encoding', encoding);
  return reply.type(file.type).send(file.bodies.get(encoding ?? 'identity'));
}

const accepts = (request: FastifyRequest, encoding: string) =>
  (request.headers['accept-encoding'] ?? '').split(',').some((part) => {
    const [name = '', ...rest] = part.split(';').map((piece) => piece.trim());
    return name === encoding && !rest.some((piece) => /^q=0(\.0*)?$/.test(piece));
  });

function readFolder(folder: string): Map<string, StaticFile> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.startsWith('.'));
  const files = new Map<string, StaticFile>();
  for (const path of paths.filter((each) => !/\.(br|gz)$/.test(each))) {
    const content = readFileSync(join(folder, path));
    const bodies = new Map([['identity', content]]);
    for (const [encoding, ending] of [
      ['br', 'br'],
      ['gzip', 'gz'],
    ] as const)
      if (paths.includes(`${path}.${ending}`))
        bodies.set(encoding, readFileSync(join(folder, `${path}.${ending}`)));
    const type = types[extname(path)] ?? 'application/octet-stream';
    const tag = createHash('sha256').update(content).digest('base64url').slice(0, 22);
    files.set(path, { type, tag, bodies });
  }
  return files;
}
