import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runQuery } from '#platform/commands/command.server.ts';
import { enter } from './actors.ts';
import { bars, type BarName, type Column, type Outcomes } from './bars.ts';
import { medianOf, processorShare, reasonOf } from './measure.ts';
import { measureDocuments } from './stages/documents.ts';
import { boardHamlets, measureBoard } from './stages/board.ts';
import { measureExport, measureImport } from './stages/lists.ts';
import { measurePhones } from './stages/phones.ts';
import { measureProduct } from './stages/product.ts';
import { measureDifferences, measureReading } from './stages/reading.ts';
import { measureReports } from './stages/reports.ts';
import { measureVisits } from './stages/visits.ts';
import { makeStore, withOwner, type Store } from './store.ts';

export interface ColumnOptions {
  kind: 'embedded' | 'postgresql';
  households: number;
  /** Few tries, short runs: to see that it works. */
  quick: boolean;
  tell: (line: string) => void;
  /** Only this stage. */
  only?: string;
}

/** Measures everything on one kind of database. What fails is a row that says why, and the others go on. */
export async function measureColumn({ kind, households, quick, tell, only }: ColumnOptions): Promise<Column> {
  const folder = await mkdtemp(join(tmpdir(), 'to-so-bench-'));
  // PostgreSQL's own account must reach it, or the data would go elsewhere and stay.
  await chmod(folder, 0o755);
  const tries = quick ? 10 : 100;
  const rounds = quick ? 1 : 3;
  const outcomes: Outcomes = {};
  const shares: number[] = [];
  const stage = async (name: string, names: readonly BarName[], work: () => Promise<Outcomes>) => {
    if (only !== undefined && only !== name) return;
    tell(`${kind}: ${name}`);
    shares.push(processorShare());
    try {
      Object.assign(outcomes, await work());
    } catch (error) {
      const reason = reasonOf(error);
      tell(`${kind}: ${name} failed: ${reason}`);
      for (const one of names) outcomes[one] ??= { notMeasured: reason };
    }
  };
  const stores: Store[] = [];
  const open = async (name: string, size: number, hamlets?: number) => {
    tell(`${kind}: a commune of ${size} households`);
    const store = await makeStore(kind, name, folder, size, hamlets);
    stores.push(store);
    return store;
  };
  try {
    const smallHouseholds = Math.max(1250, Math.round(households / 2.4));
    const large = await open('bench_large', households);
    const size = await sizeOf(large);
    const small = await open('bench_small', smallHouseholds);
    await stage('reading', starting('search', 'list', 'board', 'left', 'recount'), () =>
      measureReading(large, small, tries),
    );
    await stage('visits', starting('visit'), () => measureVisits(large, quick ? 1 : 5, rounds));
    await stage('phones', starting('phone'), () => measurePhones(large, quick ? 1 : 5, rounds));
    await stage('differences', ['recountDifferences'], () => measureDifferences(large));
    await stage('reports', ['reportDocx', 'sumDocx'], () => measureReports(large, quick ? 3 : 30));
    await stage('export', starting('export'), () => measureExport(large));
    await stage('import', starting('import'), () => measureImport(small, households, quick ? 1 : 2));
    await close(stores, small);
    const { token } = await enter(large, 'hanh');
    await close(stores, large);
    await stage('documents', starting('document'), async () =>
      measureDocuments(await open('bench_documents', 1250, boardHamlets), quick ? 3 : 10),
    );
    await stage('board', starting('hamlet'), async () =>
      measureBoard(await open('bench_board', 1250, boardHamlets), tries),
    );
    await stage('product', starting('start', 'page', 'server'), () =>
      measureProduct(large.environment, token, { tries, starts: rounds, households }),
    );
    shares.push(processorShare());
    return {
      database: size.version,
      households,
      residents: size.residents,
      visits: size.visits,
      smallHouseholds,
      processorShare: medianOf(shares),
      outcomes,
    };
  } finally {
    await Promise.all(stores.map((store) => store.runtime.close()));
    await rm(folder, { recursive: true, force: true });
  }
}

const starting = (...beginnings: string[]) =>
  (Object.keys(bars) as BarName[]).filter((name) => beginnings.some((one) => name.startsWith(one)));

async function close(stores: Store[], store: Store): Promise<void> {
  stores.splice(stores.indexOf(store), 1);
  await store.runtime.close();
}

async function sizeOf(store: Store): Promise<{ version: string; residents: number; visits: number }> {
  const version = await withOwner(store, async (owner) => {
    const { rows } = await owner.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version ?? '';
  });
  const { actor } = await enter(store, 'hanh');
  return runQuery(store.runtime.database, { actor, now: store.runtime.now() }, async (ctx) => {
    const count = async (table: 'residents' | 'visits') =>
      (
        await ctx.tx
          .selectFrom(table)
          .select((on) => on.fn.countAll<number>().as('count'))
          .where('commune_id', '=', ctx.communeId)
          .executeTakeFirstOrThrow()
      ).count;
    return { version, residents: await count('residents'), visits: await count('visits') };
  });
}
