import type { Id } from '#shared/ids.ts';
import { Problem, problems, type ProblemCode } from '#shared/problem.ts';
import type { PullLine, PullQuery } from '#features/sync/model/lines.ts';
import type { PushAnswer, PushRequest } from '#features/sync/model/operation.ts';
import { writePullQuery } from '#features/sync/model/pull-query.ts';

/** What the phone gets when it signs in. */
export interface SignedIn {
  deviceId: Id;
  token: string;
  recoveryKey: string;
  account: { id: Id; fullName: string; communeId: string };
  /** The account's own of the told stores that this phone takes the place of: revoked, or gone. */
  replaces: Id | null;
  /** The server's clock when it answered, ISO 8601. */
  now: string;
}

/** What a store keeps of a sign-in. */
export type ServerKeys = Pick<SignedIn, 'token' | 'recoveryKey'>;

export interface SignInRequest {
  code?: string;
  login?: string;
  password?: string;
  /** A word of this phone: the same code and word let it in again until its first contact. */
  claim?: string;
  label: string;
  appVersion: string;
  /** The stores of this phone, whoever's: the account's own goes on. `vanished`: it is gone with so many unsent (phiếu). */
  stores?: { deviceId: Id; vanished: number | null }[];
}

/** The server as a phone sees it. Every call throws a Problem; `service.unavailable` when nobody answers. */
export interface Server {
  signIn(request: SignInRequest): Promise<SignedIn>;
  push(token: string, request: PushRequest): Promise<PushAnswer>;
  /** Gives each line as it arrives and waits for what is done with it. */
  pull(token: string, query: PullQuery, take: (line: PullLine) => Promise<void>): Promise<void>;
  /** Tells that this phone has forgotten everything of its owner. */
  wiped(token: string): Promise<void>;
}

/** How long the phone waits for a word, the first of an answer or the next (ms). */
const usualPatience = 30_000;

/** The server of this page's own address; `call` is `fetch`. */
export function openServer(
  call: typeof fetch = (...args) => fetch(...args),
  origin = '',
  patience = usualPatience,
): Server {
  /** Reads the answer with `read`, which says by `heard` that something came. */
  const ask = async <Answer>(
    path: string,
    init: RequestInit,
    read: (response: Response, heard: () => void) => Promise<Answer>,
  ): Promise<Answer> => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), patience);
    };
    heard();
    try {
      const response = await call(`${origin}/api/sync/${path}`, {
        ...init,
        signal: abort.signal,
        cache: 'no-store',
      }).catch(() => {
        throw new Problem('service.unavailable');
      });
      heard();
      if (!response.ok) throw await problemOf(response);
      return await read(response, heard);
    } finally {
      clearTimeout(timer);
    }
  };
  const post = async <Answer>(
    path: string,
    token: string | null,
    body: unknown,
    read: (response: Response) => Promise<Answer>,
  ): Promise<Answer> => {
    const { headers, body: text } = await packed(body);
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
    return ask(path, { method: 'POST', headers: { ...headers, ...authorization }, body: text }, read);
  };
  return {
    signIn: (request) => post('sign-in', null, request, (response) => answerOf<SignedIn>(response, 'token')),
    push: (token, request) =>
      post('push', token, request, (response) => answerOf<PushAnswer>(response, 'results')),
    wiped: (token) => post('wiped', token, {}, async () => {}),
    pull: (token, query, take) =>
      ask(
        `pull?${writePullQuery(query)}`,
        { headers: { authorization: `Bearer ${token}` } },
        (response, heard) => eachLine(response, heard, take),
      ),
  };
}

interface Packed {
  headers: Record<string, string>;
  body: BodyInit;
}

/** JSON, packed where packing pays: a day's work goes through a weak line in one breath. */
async function packed(body: unknown): Promise<Packed> {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json' };
  if (text.length < 1000 || typeof CompressionStream === 'undefined') return { headers, body: text };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { headers: { ...headers, 'content-encoding': 'gzip' }, body: await new Response(stream).blob() };
}

/** Our own server's answer, known by the field that it always has; a captive portal's is as if nobody answered. */
async function answerOf<Answer>(response: Response, field: keyof Answer & string): Promise<Answer> {
  const told: unknown = await response.json().catch(() => null);
  if (typeof told !== 'object' || told === null || !(field in told)) throw new Problem('service.unavailable');
  // What our own server answers.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return told as Answer;
}

/** A refusal in the server's words; anything that is not ours (a captive portal, a proxy) is as if nobody answered. */
async function problemOf(response: Response): Promise<Problem> {
  const told: unknown = await response.json().catch(() => null);
  const record: Record<string, unknown> =
    typeof told === 'object' && told !== null ? Object.fromEntries(Object.entries(told)) : {};
  const { code, message } = record;
  if (typeof code !== 'string' || !isProblemCode(code)) return new Problem('service.unavailable');
  return new Problem(code, typeof message === 'string' ? { message } : {});
}

const isProblemCode = (code: string): code is ProblemCode => code in problems;

/** Reads lines of JSON as they come. A line that was cut off is not a line: the next pull brings it again. */
async function eachLine(
  response: Response,
  heard: () => void,
  take: (line: PullLine) => Promise<void>,
): Promise<void> {
  if (!response.headers.get('content-type')?.includes('ndjson') || !response.body)
    throw new Problem('service.unavailable');
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      heard();
      const { done, value } = await reader.read();
      if (done) break;
      heard();
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const line: PullLine = JSON.parse(part);
        await take(line);
      }
    }
  } catch (error) {
    await reader.cancel().catch(() => {});
    throw error instanceof Problem || isStorageError(error) ? error : new Problem('service.unavailable');
  }
}

/** The phone's own storage failed: that is not the line's fault. */
const isStorageError = (error: unknown) =>
  error instanceof DOMException && error.name !== 'AbortError' && error.name !== 'NetworkError';
