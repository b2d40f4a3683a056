import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { runQuery } from '#platform/commands/command.server.ts';
import {
  deviceOfToken,
  noteWiped,
  PhoneSignIn,
  signInOnPhone,
  type KnownDevice,
} from '#features/sync/devices.server.ts';
import { PushRequest } from '#features/sync/model/operation.ts';
import { readPullQuery } from '#features/sync/model/pull-query.ts';
import { todaysVersions, type Versions } from '#features/sync/model/upcast.ts';
import { pullLines } from '#features/sync/pull.server.ts';
import { push } from '#features/sync/push.server.ts';
import type { Runtime } from '#features/runtime.server.ts';
import { Problem } from '#shared/problem.ts';
import { sendLines } from './line-stream.ts';

/**
 * The phones' four calls. All but signing in are by the token that a phone got when it signed in. `versions` of operations are
 * today's; tests of older and newer phones give others.
 */
export function syncRoutes(runtime: Runtime, versions: Versions = todaysVersions) {
  return async function routes(api: FastifyInstance): Promise<void> {
    const { database } = runtime;
    const deviceOf = async (request: FastifyRequest): Promise<KnownDevice> => {
      const [, token = ''] = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '') ?? [];
      const device = token === '' ? null : await deviceOfToken({ database }, token);
      if (!device) throw new Problem('sign_in.required');
      return device;
    };

    const takePush = async (request: FastifyRequest) =>
      push(
        { database, device: await deviceOf(request), now: runtime.now(), requestId: request.id, versions },
        request.body,
      );

    api.post(
      '/sync/sign-in',
      {
        schema: {
          summary: 'Sign in on a phone with an invitation code or an account; anyone, limited by tries',
          body: z.toJSONSchema(PhoneSignIn, { io: 'input', target: 'draft-7' }),
          response: { 200: signedIn, default: problem },
        },
      },
      (request) =>
        signInOnPhone(
          {
            database,
            limits: runtime.limits,
            now: runtime.now(),
            address: request.ip,
            device: 'điện thoại',
          },
          request.body,
        ),
    );

    api.post(
      '/sync/push',
      {
        schema: {
          summary: 'Operations of a phone, in the order of their seq; each gets a result of its own',
          security: [{ device: [] }],
          body: z.toJSONSchema(PushRequest, { io: 'input', target: 'draft-7' }),
          response: { 200: pushAnswer, default: problem },
        },
      },
      (request) => takePush(request),
    );

    api.get(
      '/sync/pull',
      {
        schema: {
          summary: 'What the phone has not yet, as lines of JSON (docs/SYNC.md)',
          security: [{ device: [] }],
          querystring: pullQuery,
        },
      },
      async (request, reply) => {
        const device = await deviceOf(request);
        const query = readPullQuery(request.query);
        const lines = await runQuery(database, { actor: device.actor, now: runtime.now() }, (ctx) =>
          pullLines(ctx, device, query),
        );
        return sendLines(request, reply, lines);
      },
    );

    api.post(
      '/sync/wiped',
      {
        schema: {
          summary: 'The phone has forgotten everything of its owner, as it was told or as the owner wished',
          security: [{ device: [] }],
          response: { 204: { type: 'null' }, default: problem },
        },
      },
      async (request, reply) => {
        await noteWiped(database, await deviceOf(request), runtime.now());
        return reply.code(204).send(null);
      },
    );
  };
}

const text = { type: 'string' } as const;
const anyOf = { type: 'object', additionalProperties: true } as const;
const problem = {
  type: 'object',
  properties: { code: text, message: text, fields: anyOf },
  required: ['code', 'message', 'fields'],
} as const;
const signedIn = {
  type: 'object',
  properties: {
    deviceId: text,
    token: text,
    recoveryKey: text,
    account: { type: 'object', properties: { id: text, fullName: text, communeId: text } },
    replaces: { type: ['string', 'null'] },
    now: text,
  },
} as const;
const pushAnswer = {
  type: 'object',
  properties: {
    now: text,
    epoch: text,
    lastSeq: { type: 'integer' },
    results: {
      type: 'array',
      items: { type: 'object', properties: { opId: text, receivedAt: text, outcome: anyOf } },
    },
  },
} as const;
const pullQuery = {
  type: 'object',
  properties: {
    epoch: { ...text, description: 'the epoch that the phone knows' },
    book: { ...text, description: 'the hash of the book that the phone has' },
    scope: {
      description: 'one for each hamlet of the phone: its id, a colon, the cursor as the server gave it',
      anyOf: [text, { type: 'array', items: text }],
    },
  },
} as const;
