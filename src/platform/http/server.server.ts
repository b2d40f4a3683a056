import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from '@fastify/helmet';
import compression from 'compression';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { newId } from '#shared/ids.ts';
import type { Log } from '#platform/log.server.ts';
import { serveStaticApp, type StaticApp } from './static-app.server.ts';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** How the pages take a request that no machine's route took. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface OuterServer {
  log: Log;
  trustProxy: string[];
  pages: PageHandler;
  /** Throws when something that the product needs is not well; for /suc-khoe. */
  checkHealth: () => Promise<void>;
  /** The phone's app, which lives beside the pages. */
  phoneApp?: StaticApp;
  /** The door of machines: adds its routes to the server. */
  machines?: (server: FastifyInstance) => Promise<void>;
}

/** The headers from which the pages read where a request really came from; written here, never believed from outside. */
export const pageEnvironment = {
  PROTOCOL_HEADER: 'x-to-so-protocol',
  HOST_HEADER: 'x-to-so-host',
  ADDRESS_HEADER: 'x-to-so-address',
  BODY_SIZE_LIMIT: '12M',
};

/** Nothing from elsewhere, nothing inline. */
const policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** What the phone's app may do beyond a page: run its QR reader (WebAssembly), keep a worker, look through the camera. */
const phoneHeaders = {
  helmet: {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...policy,
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
      },
    },
  },
  permissions: 'camera=(self)',
};

/**
 * The outer server: security headers, compression, request ids, health; hands everything else to the pages.
 * It listens when the caller says so; closing it lets running requests finish.
 */
export async function makeServer({
  log,
  trustProxy,
  pages,
  checkHealth,
  phoneApp,
  machines,
}: OuterServer): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = log;
  const server = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustProxy.length > 0 ? trustProxy : false,
    genReqId: () => newId(new Date()),
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
  });
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    // Plain http on an office network must keep working; TLS is the proxy's, and so is its HSTS.
    strictTransportSecurity: false,
  });
  server.addHook('onResponse', (request, reply, done) => {
    log.info({
      requestId: request.id,
      method: request.method,
      path: request.url.split('?')[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
  server.get('/suc-khoe', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      await checkHealth();
      return { status: 'ok' };
    } catch (error) {
      log.error({ err: error }, 'not well');
      return reply.code(503).send({ status: 'fail' });
    }
  });
  await machines?.(server);
  if (phoneApp) serveStaticApp(server, phoneApp, phoneHeaders);
  await server.register(async (scope) => {
    // The pages read the body themselves.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    // Its types speak of Express; all it uses is Node's own request and response.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const compress = compression() as unknown as Middleware;
    scope.all('/*', (request, reply) => {
      const { raw } = request;
      raw.headers['x-to-so-protocol'] = request.protocol;
      raw.headers['x-to-so-host'] = request.host;
      raw.headers['x-to-so-address'] = request.ip;
      raw.headers['x-request-id'] = request.id;
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.hijack();
      compress(raw, reply.raw, () => pages(raw, reply.raw));
    });
  });
  return server;
}
