import type pg from 'pg';
import type { Actor } from '#platform/commands/actor.ts';
import { runCommand, runQuery } from '#platform/commands/command.server.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { newId, type Id } from '#shared/ids.ts';
import { oneOfEachHamlet } from '../actors.ts';
import type { Outcome, Outcomes } from '../bars.ts';
import { databaseProcessor, medianOf, ownProcessor, together, type Throughput } from '../measure.ts';
import { plainInserts } from '../plain-inserts.ts';
import { withOwner, type Store } from '../store.ts';

const clients = 8;

interface Worker {
  actor: Actor;
  homes: { id: Id; residentId: Id }[];
}

interface Run extends Throughput {
  /** Processor time a visit (ms). */
  node: number;
  database: number | null;
}

/**
 * Members record visits, each with one person met, one guidance and what was learned, one request each; beside it the same
 * machine inserts plain rows. Runs alternate, so that both feel the same neighbours.
 */
export async function measureVisits(store: Store, secondsOfRun: number, rounds: number): Promise<Outcomes> {
  const workers = await workersOf(store);
  const first = workers[0];
  if (workers.length < clients || !first)
    return allNotMeasured(`the commune has only ${workers.length} hamlets with a team`);
  return withOwner(store, async (owner) => {
    const floor = await plainInserts(store, owner, clients);
    const run = (count: number, work: (client: number, index: number) => Promise<unknown>) =>
      measured(owner, () => together(count, secondsOfRun, work));
    const one = { product: [] as Run[], floor: [] as Run[] };
    const eight = { product: [] as Run[], floor: [] as Run[] };
    const crowd: Run[] = [];
    const visit = (client: number, index: number) => record(store, workers[client] ?? first, index);
    await together(clients, Math.min(1, secondsOfRun), visit);
    for (let round = 0; round < rounds; round += 1) {
      one.floor.push(await run(1, () => floor.insert()));
      one.product.push(await run(1, visit));
      eight.floor.push(await run(clients, () => floor.insert()));
      eight.product.push(await run(clients, visit));
      crowd.push(await run(clients, (client, index) => record(store, first, client + index * clients)));
    }
    await floor.end();
    const speed = (product: Run[], plain: Run[]): Outcome => ({
      value: medianOf(product.map((one) => one.perSecond)),
      floor: medianOf(plain.map((one) => one.perSecond)),
      note: `runs: ${product.map((one) => Math.round(one.perSecond)).join(', ')}; floor: ${plain.map((one) => Math.round(one.perSecond)).join(', ')}; p95 ${medianOf(product.map((one) => one.p95)).toFixed(1)} ms`,
    });
    const node = medianOf(eight.product.map((one) => one.node));
    const database = middleOf(eight.product);
    const plain = middleOf(eight.floor);
    const untold: Outcome = { notMeasured: 'the system does not tell the processor time of the database' };
    return {
      visits1: speed(one.product, one.floor),
      visits8: speed(eight.product, eight.floor),
      visits8p95: {
        value: medianOf(eight.product.map((one) => one.p95)),
        floor: medianOf(eight.floor.map((one) => one.p95)),
      },
      visitsOneHamlet: speed(crowd, eight.floor),
      visitCpuNode: { value: node },
      visitCpuDatabase:
        database === null ? untold : { value: database, ...(plain !== null && { floor: plain }) },
      visitCpu: database === null ? untold : { value: node + database },
    };
  });
}

function middleOf(runs: Run[]): number | null {
  const told = runs.flatMap((run) => run.database ?? []);
  return told.length === 0 ? null : medianOf(told);
}

async function measured(owner: pg.Client, work: () => Promise<Throughput>): Promise<Run> {
  const before = { node: ownProcessor(), database: await databaseProcessor(owner) };
  const result = await work();
  const database = await databaseProcessor(owner);
  return {
    ...result,
    node: (ownProcessor() - before.node) / result.count,
    database:
      database === null || before.database === null ? null : (database - before.database) / result.count,
  };
}

/** A member of each hamlet with the homes that they go to. */
async function workersOf(store: Store): Promise<Worker[]> {
  const members = (await oneOfEachHamlet(store, 'member')).slice(0, clients);
  return Promise.all(
    members.map(async (actor) => {
      const homes = await runQuery(store.runtime.database, { actor, now: store.runtime.now() }, (ctx) =>
        ctx.tx
          .selectFrom('households as h')
          .innerJoin('residents as r', (join) =>
            join.on('r.commune_id', '=', ctx.communeId).onRef('r.id', '=', 'h.head_id'),
          )
          .select(['h.id', 'r.id as residentId'])
          .where('h.commune_id', '=', ctx.communeId)
          .where('h.hamlet_id', 'in', hamletsOf(actor, 'member'))
          .where('h.state', '=', 'living')
          .where('r.state', '=', 'living')
          .orderBy('h.id')
          .execute(),
      );
      return { actor, homes };
    }),
  );
}

async function record(store: Store, { actor, homes }: Worker, index: number): Promise<void> {
  const home = homes[index % homes.length];
  if (!home) throw new Error('a hamlet without homes');
  const { residentId } = home;
  await runCommand(
    store.runtime.database,
    recordVisit,
    { actor, now: store.runtime.now() },
    {
      id: newId(store.runtime.now()),
      householdId: home.id,
      met: 'someone',
      metResidents: [residentId],
      need: 'Muốn nộp hồ sơ trên mạng',
      guidances: [{ residentId, platform: 'vneid', outcome: 'activated' }],
      records: [{ residentId, source: 'declared', bank_account: index % 2 ? 'yes' : 'no' }],
      nextStep: null,
      minutes: 20,
    },
  );
}

function allNotMeasured(reason: string): Outcomes {
  const names = [
    'visits1',
    'visits8',
    'visits8p95',
    'visitsOneHamlet',
    'visitCpuNode',
    'visitCpuDatabase',
    'visitCpu',
  ] as const;
  return Object.fromEntries(names.map((name) => [name, { notMeasured: reason }]));
}
