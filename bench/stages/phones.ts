import { request } from 'node:http';
import type pg from 'pg';
import { oneOfEachHamlet } from '../actors.ts';
import type { Outcome, Outcomes } from '../bars.ts';
import { databaseProcessor, medianOf, ownProcessor, together } from '../measure.ts';
import { gatherCrowd, type Crowd } from '../phones/crowd.ts';
import { measuredSize, writeMeasuredHamlet } from '../phones/measured-hamlet.ts';
import { serveStore } from '../phones/serve.ts';
import { settlePhone, type SettledPhone } from '../phones/settle-phones.ts';
import { plainInserts } from '../plain-inserts.ts';
import { withOwner, type Store } from '../store.ts';

const most = 32;
const batch = 100;

/** One run of a crowd or of the floor, all per visit (or per pull). */
interface Run {
  perSecond: number;
  /** Of a request (ms). */
  median: number;
  p95: number;
  node: number;
  database: number | null;
}

/**
 * Phones send visits and ask for news over HTTP, from a process of their own: singly and a hundred at once, one phone, eight
 * and thirty-two, of different hamlets and all of one. Beside it the same machine inserts plain rows. Runs alternate.
 */
export async function measurePhones(store: Store, seconds: number, rounds: number): Promise<Outcomes> {
  const { server, url } = await serveStore(store);
  const crowd = gatherCrowd();
  try {
    const members = await oneOfEachHamlet(store, 'member');
    const phones = await Promise.all(
      Array.from({ length: most }, (_, index) => {
        const actor = members[index % members.length];
        if (!actor) throw new Error('a commune without members');
        return settlePhone(store, actor);
      }),
    );
    const [first] = members;
    if (!first) throw new Error('a commune without members');
    const neighbours = await Promise.all(Array.from({ length: 8 }, () => settlePhone(store, first)));
    return {
      ...(await withOwner(store, (owner) =>
        measurePushes(store, owner, { crowd, url, phones, neighbours, seconds, rounds }),
      )),
      ...(await measurePulls(store, { crowd, url, phones, seconds, rounds })),
    };
  } finally {
    await crowd.stop();
    await server.close();
  }
}

interface Given {
  crowd: Crowd;
  url: string;
  /** Of different hamlets, as far as there are so many. */
  phones: SettledPhone[];
  seconds: number;
  rounds: number;
}

async function measurePushes(
  store: Store,
  owner: pg.Client,
  { crowd, url, phones, neighbours, seconds, rounds }: Given & { neighbours: SettledPhone[] },
): Promise<Outcomes> {
  const floor = await plainInserts(store, owner, most);
  const measured = async (
    visits: number,
    work: () => Promise<{ count: number; perSecond: number; median: number; p95: number }>,
  ): Promise<Run> => {
    const before = { node: ownProcessor(), database: await databaseProcessor(owner) };
    const { count, perSecond, median, p95 } = await work();
    const after = await databaseProcessor(owner);
    return {
      perSecond: perSecond * visits,
      median,
      p95,
      node: (ownProcessor() - before.node) / (count * visits),
      database:
        after === null || before.database === null ? null : (after - before.database) / (count * visits),
    };
  };
  const push = (those: SettledPhone[], visits: number) =>
    measured(visits, () => crowd.run({ url, phones: those, seconds, what: { push: visits } }));
  const insert = (clients: number, visits: number) =>
    measured(visits, () => together(clients, seconds, () => floor.insert(visits)));
  const kinds = [1, batch].flatMap((visits) => [1, 8, 32].map((clients) => ({ visits, clients })));
  const runs = kinds.map((kind) => ({ ...kind, product: [] as Run[], floor: [] as Run[] }));
  const together8 = { single: [] as Run[], batches: [] as Run[] };
  try {
    await crowd.run({ url, phones: phones.slice(0, 8), seconds: Math.min(1, seconds), what: { push: 1 } });
    for (let round = 0; round < rounds; round += 1) {
      for (const one of runs) {
        one.floor.push(await insert(one.clients, one.visits));
        one.product.push(await push(phones.slice(0, one.clients), one.visits));
      }
      together8.single.push(await push(neighbours, 1));
      together8.batches.push(await push(neighbours, batch));
    }
  } finally {
    await floor.end();
  }
  const of = (visits: number, clients: number) => {
    const found = runs.find((one) => one.visits === visits && one.clients === clients);
    if (!found) throw new Error('no such run');
    return found;
  };
  const speed = (product: Run[], plain: Run[]): Outcome => ({
    value: middle(product, 'perSecond'),
    floor: middle(plain, 'perSecond'),
    note: `runs: ${listed(product)}; floor: ${listed(plain)}; a request takes ${middle(product, 'median').toFixed(1)} ms, p95 ${middle(product, 'p95').toFixed(1)} ms`,
  });
  const speedOf = (visits: number, clients: number) => {
    const { product, floor: plain } = of(visits, clients);
    return speed(product, plain);
  };
  const single = of(1, 8);
  const batches = of(batch, 8);
  return {
    phoneSingle1: speedOf(1, 1),
    phoneSingle8: speedOf(1, 8),
    phoneSingle8p95: { value: middle(single.product, 'p95'), floor: middle(single.floor, 'p95') },
    phoneSingle32: speedOf(1, 32),
    phoneSingleOneHamlet: speed(together8.single, single.floor),
    phoneBatch1: speedOf(batch, 1),
    phoneBatch8: speedOf(batch, 8),
    phoneBatch32: speedOf(batch, 32),
    phoneBatchOneHamlet: speed(together8.batches, batches.floor),
    phoneSingleCpu: processor(single),
    phoneBatchCpu: processor(batches),
  };
}

const middle = (runs: readonly Run[], what: 'perSecond' | 'median' | 'p95' | 'node') =>
  medianOf(runs.map((run) => run[what]));
const listed = (runs: readonly Run[]) => runs.map((run) => Math.round(run.perSecond)).join(', ');

function processor({ product, floor }: { product: Run[]; floor: Run[] }): Outcome {
  const database = middleOf(product);
  if (database === null)
    return { notMeasured: 'the system does not tell the processor time of the database' };
  const node = middle(product, 'node');
  const plain = middleOf(floor);
  return {
    value: node + database,
    ...(plain !== null && { floor: plain + middle(floor, 'node') }),
    note: `product ${node.toFixed(2)} ms, database ${database.toFixed(2)} ms`,
  };
}

function middleOf(runs: readonly Run[]): number | null {
  const told = runs.flatMap((run) => run.database ?? []);
  return told.length === 0 ? null : medianOf(told);
}

async function measurePulls(store: Store, { crowd, url, phones, seconds, rounds }: Given): Promise<Outcomes> {
  const nothing: { perSecond: number; p95: number; median: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    nothing.push(await crowd.run({ url, phones: phones.slice(0, 8), seconds, what: 'nothing new' }));
  const { token } = await settlePhone(store, await writeMeasuredHamlet(store));
  const first: Pulled[] = [];
  for (let index = 0; index < 3 + rounds * 2; index += 1) first.push(await pullAll(url, token, 'br'));
  const gzip = await pullAll(url, token, 'gzip');
  const size = `${measuredSize.households} households, ${measuredSize.people} people, ${measuredSize.visits} visits`;
  return {
    phoneNothingNew: {
      value: medianOf(nothing.map((one) => one.perSecond)),
      note: `8 phones; an answer takes ${medianOf(nothing.map((one) => one.median)).toFixed(1)} ms, p95 ${medianOf(nothing.map((one) => one.p95)).toFixed(1)} ms`,
    },
    phoneFirstPull: { value: medianOf(first.slice(3).map((one) => one.ms)), note: `br; ${size}` },
    phoneFirstPullBr: { value: first.at(-1)?.bytes ?? Number.NaN, note: size },
    phoneFirstPullGzip: { value: gzip.bytes, note: size },
  };
}

interface Pulled {
  ms: number;
  bytes: number;
}

/** Everything, as a phone asks the first time; the bytes are those of the body as it went over the line. */
function pullAll(url: string, token: string, encoding: 'br' | 'gzip'): Promise<Pulled> {
  const began = performance.now();
  return new Promise((done, failed) => {
    const headers = { authorization: `Bearer ${token}`, 'accept-encoding': encoding };
    request(`${url}/api/sync/pull`, { headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => (bytes += part.length));
      answer.on('error', failed);
      answer.on('end', () => {
        if (answer.statusCode === 200 && answer.headers['content-encoding'] === encoding)
          done({ ms: performance.now() - began, bytes });
        else failed(new Error(`a pull answers ${answer.statusCode}`));
      });
    })
      .on('error', failed)
      .end();
  });
}
