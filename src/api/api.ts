import swagger from '@fastify/swagger';
import type { FastifyError, FastifyInstance } from 'fastify';
import type { Runtime } from '#features/runtime.server.ts';
import { todaysVersions, type Versions } from '#features/sync/model/upcast.ts';
import { isOfTheMoment } from '#platform/db/fault-of-the-moment.server.ts';
import { Problem, type ProblemCode } from '#shared/problem.ts';
import { problemText } from '#shared/words.ts';
import { readCompressedBodies } from './compressed-body.ts';
import { syncRoutes } from './sync.ts';

/** What a machine gets when something went wrong: the code decides, the message is for the person who looks at it. */
export interface ProblemAnswer {
  code: ProblemCode;
  message: string;
  fields: Record<string, string>;
}

/**
 * The door of machines: every route declares its schemas, who may call it and what it notes down; /api/openapi.json says the
 * same to other systems. Phones come here, people never.
 */
export async function openApi(
  server: FastifyInstance,
  runtime: Runtime,
  versions: Versions = todaysVersions,
): Promise<void> {
  await server.register(
    async (api) => {
      await api.register(swagger, {
        openapi: {
          openapi: '3.1.0',
          info: {
            title: 'Tổ Số',
            version: '1',
            description: 'The door of machines. Sync of the phones: see docs/SYNC.md.',
          },
          components: { securitySchemes: { device: { type: 'http', scheme: 'bearer' } } },
        },
      });
      api.setErrorHandler((error: FastifyError, request, reply) => {
        const answer = asProblem(error);
        if (answer.status >= 500) runtime.log.error({ requestId: request.id, err: error }, answer.code);
        if (answer.retryAfter !== undefined) reply.header('retry-after', String(answer.retryAfter));
        const { code, fields } = answer;
        const message = answer.hasMessage ? answer.message : problemText[code];
        return reply.code(answer.status).send({ code, message, fields } satisfies ProblemAnswer);
      });
      api.addHook('onSend', async (_request, reply) => {
        reply.header('cache-control', 'no-store');
      });
      // Inputs are read by the features' own schemas; those of the routes are for whoever reads the description.
      api.setValidatorCompiler(() => (value: unknown) => ({ value }));
      readCompressedBodies(api);
      await api.register(syncRoutes(runtime, versions));
      // Before the pages take it.
      api.all('/*', { schema: { hide: true } }, () => {
        throw new Problem('not_found');
      });
      api.get('/openapi.json', { schema: { hide: true } }, () => api.swagger());
    },
    { prefix: '/api' },
  );
}

/** Fastify's own refusals in the words of the catalogue. */
function asProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  // The phone keeps what it has and asks again.
  if (isOfTheMoment(error)) return new Problem('service.unavailable', { retryAfter: 5 });
  if (error.statusCode === 413) return new Problem('input.too_large');
  if (error.validation || error.statusCode === 400 || error.statusCode === 415)
    return new Problem('input.invalid');
  return new Problem('unexpected');
}
