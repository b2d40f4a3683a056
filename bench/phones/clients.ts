import { Agent, request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { newId } from '#shared/ids.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import { ownProcessor, together, type Throughput } from '../measure.ts';
import type { SettledPhone } from './settle-phones.ts';

// Phones over HTTP, in a process of their own, so that their work is not the server's. Started by crowd.ts.

/** What a crowd of phones does for so many seconds, each going on as soon as it has its answer. */
export interface Task {
  url: string;
  phones: SettledPhone[];
  seconds: number;
  /** Pushes of so many visits, or pulls by phones that have everything. */
  what: { push: number } | 'nothing new';
}

/** `count` and the times are of requests. */
export interface CrowdResult extends Throughput {
  /** Processor time (ms) of the phones themselves. */
  processor: number;
}

process.on('message', (task: Task) => {
  void run(task).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : 'unknown' }),
  );
});

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
/** How far each phone has counted, by its token: runs follow one another. */
const counts = new Map<string, number>();

async function run({ url, phones, seconds, what }: Task): Promise<CrowdResult> {
  const queries =
    what === 'nothing new' ? await Promise.all(phones.map((phone) => upToDate(url, phone))) : [];
  const began = ownProcessor();
  const result = await together(phones.length, seconds, async (client) => {
    const phone = phones[client];
    if (!phone) throw new Error('no phone');
    if (what === 'nothing new') await pull(url, phone, queries[client] ?? '');
    else await push(url, phone, client, what.push);
  });
  return { ...result, processor: ownProcessor() - began };
}

async function push(url: string, phone: SettledPhone, client: number, visits: number): Promise<void> {
  const seq = counts.get(phone.token) ?? 0;
  counts.set(phone.token, seq + visits);
  const operations = Array.from({ length: visits }, (_, index) => visitOf(phone, client, seq + index + 1));
  const clock = new Date().toISOString();
  const text = JSON.stringify({
    epoch: null,
    appVersion: 'bench',
    clock,
    unsent: visits,
    oldest: clock,
    operations,
  });
  // As the phone does (field/sync/server.ts).
  const packed = text.length < 1000 ? Buffer.from(text) : gzipSync(text);
  const answer = await call(url, '/api/sync/push', phone.token, {
    body: packed,
    headers: {
      'content-type': 'application/json',
      ...(text.length < 1000 ? {} : { 'content-encoding': 'gzip' }),
    },
  });
  const ok = answer.toString().split('"status":"ok"').length - 1;
  if (ok !== visits) throw new Error(`${ok} of ${visits} taken: ${answer.toString().slice(0, 300)}`);
}

/** Somebody was met, shown VNeID, and told whether they have a bank account; another household each time. */
function visitOf({ homes, hamletId }: SettledPhone, client: number, seq: number): Operation {
  // Phones of one hamlet begin at different houses.
  const home = homes[(seq + client * 61) % homes.length];
  if (!home) throw new Error('a hamlet without homes');
  const now = new Date();
  const { residentId } = home;
  return {
    opId: newId(now),
    seq,
    version: 1,
    command: 'visit.record',
    scope: hamletId,
    household: home.id,
    input: {
      id: newId(now),
      householdId: home.id,
      met: 'someone',
      metResidents: [residentId],
      need: 'Muốn nộp hồ sơ trên mạng',
      guidances: [{ residentId, platform: 'vneid', outcome: 'activated' }],
      records: [{ residentId, source: 'declared', bank_account: seq % 2 ? 'yes' : 'no' }],
      minutes: 20,
    },
    base: null,
    revision: 0,
    at: now.toISOString(),
    clock: now.toISOString(),
    after: null,
  };
}

/** The question of a phone that has everything: what the first answer said, without the households. */
async function upToDate(url: string, phone: SettledPhone): Promise<string> {
  const parts = new URLSearchParams();
  const cursors = new Map<string, string>();
  for (const line of (await pull(url, phone, '')).toString().split('\n')) {
    if (line === '') continue;
    const told = JSON.parse(line) as {
      line: string;
      epoch: string;
      hash: string;
      scope: string;
      cursor: string;
    };
    if (told.line === 'hello') parts.set('epoch', told.epoch);
    if (told.line === 'book') parts.set('book', told.hash);
    if (told.line === 'list' || told.line === 'homes') cursors.set(told.scope, told.cursor);
  }
  for (const [scope, cursor] of cursors) parts.append('scope', `${scope}:${cursor}`);
  return parts.toString();
}

const pull = (url: string, phone: SettledPhone, query: string) =>
  call(url, `/api/sync/pull${query === '' ? '' : `?${query}`}`, phone.token);

function call(
  url: string,
  path: string,
  token: string,
  post?: { body: Buffer; headers: Record<string, string> },
): Promise<Buffer> {
  return new Promise((done, failed) => {
    const asked = request(
      url + path,
      {
        agent,
        method: post ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${token}`,
          ...(post && { ...post.headers, 'content-length': post.body.length }),
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', failed);
        answer.on('end', () => {
          const body = Buffer.concat(parts);
          if (answer.statusCode === 200) done(body);
          else
            failed(
              new Error(
                `${path.split('?')[0]} answers ${answer.statusCode}: ${body.toString().slice(0, 200)}`,
              ),
            );
        });
      },
    );
    asked.on('error', failed);
    asked.end(post?.body);
  });
}
