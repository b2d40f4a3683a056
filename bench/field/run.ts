import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { appSize } from '../../scripts/field-build/app-size.ts';
import { compressFolder } from '../../scripts/field-build/compress-folder.ts';
import { fieldApp } from '../../scripts/field-build/field-app.ts';
import { medianOf, processorShare, reasonOf } from '../measure.ts';
import { measuredSize, writeMeasuredHamlet } from '../phones/measured-hamlet.ts';
import { makeStore } from '../store.ts';
import { measureFirstSync, measurePushes, readHamlet, type Field } from './exchange.ts';
import { measureHidden } from './hidden.ts';
import { measureMemory } from './memory.ts';
import { documentsOf, measurePouch, startPouch } from './pouch.ts';
import { rows, Runs, type RowName, type Way } from './rows.ts';
import { serveField } from './served.ts';
import { launchPhones, slowness } from './slow-phone.ts';
import { measureStarts } from './starts.ts';
import { remarksOf, tableOf } from './table.ts';

// npm run bench:field: measures the phone in Chromium, slowed down, against the plainest page and PouchDB, in one run, and prints
// one table. --quick (one run of each), --only first|push|memory|hidden|start|size|pouch, --write (into docs/PERFORMANCE.md).

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const root = join(import.meta.dirname, '..', '..');
const begin = '<!-- measured: bench/field/run.ts --write puts the newest run between these lines -->';
const end = '<!-- /measured: the phone -->';
const tell = (line: string) => process.stderr.write(`${line}\n`);
const runs = new Runs();
const shares: number[] = [];
const starting = (...beginnings: string[]) =>
  (Object.keys(rows) as RowName[]).filter((name) => beginnings.some((one) => name.startsWith(one)));

const loadBefore = loadavg()[0] ?? 0;
const folder = await mkdtemp(join(tmpdir(), 'to-so-bench-field-'));
try {
  await measureAll();
} finally {
  await rm(folder, { recursive: true, force: true });
}
const text = [
  ...aboutRun(loadBefore, loadavg()[0] ?? 0),
  '',
  tableOf(runs),
  '',
  ...remarksOf(runs).map((remark) => `- ${remark}`),
].join('\n');
console.log(text);
if (values.write) await writeInto(join(root, 'docs', 'PERFORMANCE.md'), text);

async function measureAll(): Promise<void> {
  const app = join(folder, 'app');
  tell('building the app');
  await build({
    ...fieldApp({ root: join(root, 'src', 'field'), out: app, finish: compressFolder }),
    configFile: false,
    logLevel: 'error',
  });
  await stage('size', 'ours', ['screenBytes', 'appBytes'], async () => {
    const { firstScreen, whole } = await appSize(app);
    runs.add('ours', { screenBytes: firstScreen, appBytes: whole });
  });
  tell('a commune with the hamlet');
  const store = await makeStore('embedded', 'bench_field', folder, 1250);
  try {
    const actor = await writeMeasuredHamlet(store);
    const served = await serveField(store, app);
    try {
      const field: Field = { store, served, actor, runs, count: values.quick ? 1 : 5, tell };
      const inBrowser = (work: (browser: Browser) => Promise<void>) => async () => {
        const browser = await launchPhones();
        try {
          await work(browser);
        } finally {
          await browser.close();
        }
      };
      let documents: object[] = [];
      await inBrowser(async (browser) => {
        documents = documentsOf(await readHamlet(browser, field));
      })();
      // First, while the hamlet has just the size of the bar.
      await stage(
        'first',
        'ours',
        starting('first'),
        inBrowser((browser) => measureFirstSync(browser, field)),
      );
      await stage(
        'memory',
        'ours',
        starting('left', 'figure', 'search', 'longTask'),
        inBrowser((browser) => measureMemory(browser, field)),
      );
      await stage('start', 'ours', starting('start', 'form'), () => measureStarts(app, field));
      await stage(
        'hidden',
        'ours',
        ['hidden'],
        inBrowser((browser) => measureHidden(browser, field)),
      );
      await stage(
        'push',
        'ours',
        starting('push', 'day', 'nothing'),
        inBrowser((browser) => measurePushes(browser, field)),
      );
      const alike = starting('firstList', 'firstAll', 'firstBytes', 'firstRequests', 'push', 'nothing');
      await stage('pouch', 'pouch', alike, async () => {
        const pouch = await startPouch(join(folder, 'pouch'));
        try {
          await inBrowser((browser) => measurePouch(browser, pouch, documents, field))();
        } finally {
          await pouch.close();
        }
      });
    } finally {
      await served.close();
    }
  } finally {
    await store.runtime.close();
  }
}

/** What fails is a row that says why, and the others go on. */
async function stage(
  name: string,
  way: Way,
  names: readonly RowName[],
  work: () => Promise<void>,
): Promise<void> {
  if (values.only !== undefined && !values.only.split(',').includes(name)) return;
  tell(name);
  shares.push(processorShare());
  try {
    await work();
  } catch (error) {
    const reason = reasonOf(error).split('\n')[0] ?? '';
    tell(`${name} failed: ${reason}`);
    runs.missing(way, names, reason);
  }
}

function aboutRun(before: number, after: number): string[] {
  const processors = cpus();
  const share = Math.round(medianOf(shares) * 100);
  const { processor, latency, down, up } = slowness;
  return [
    `Measured on ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC${revision()} by \`npm run bench:field\`.`,
    '',
    `- Machine: ${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}; the server runs on the same machine.`,
    `- Slow phone: Chromium with the processor ${processor} times slower, ${latency} ms of waiting, ${(down * 8) / 1e6} Mbit/s down and ${(up * 8) / 1e6} up.`,
    `- Neighbours: load ${before.toFixed(1)} before and ${after.toFixed(1)} after; a busy loop got ${share} % of one processor between the stages.${
      share < 90
        ? ' Others used the machine: times are longer than on an idle one. Compare with the floor of the same run.'
        : ''
    }`,
    `- Hamlet: ${measuredSize.households} households, ${measuredSize.people} people, ${measuredSize.visits} visits of this year. Middle of ${values.quick ? 'one run' : 'five runs'}, in turns with the floor.`,
    '- Floor: one JSON file (gzip) kept as one blob, nothing sealed; a push or a question is one bare fetch; a start draws a list of names from the blob. PouchDB: one document for each row, a server that speaks its protocol, packed answers.',
  ];
}

function revision(): string {
  try {
    const told = (args: string[]) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    const changed =
      told(['status', '--porcelain', '--', 'src', 'db']) === '' ? '' : ' with uncommitted changes';
    return `, revision ${told(['rev-parse', '--short', 'HEAD'])}${changed},`;
  } catch {
    return '';
  }
}

/** Replaces what stands between the two marks; what people wrote around them stays. */
async function writeInto(path: string, table: string): Promise<void> {
  const old = await readFile(path, 'utf8');
  const from = old.indexOf(begin);
  const to = old.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} has lost the marks between which the table goes`);
  await writeFile(path, `${old.slice(0, from + begin.length)}\n\n${table}\n\n${old.slice(to)}`);
  tell(`${path} is written`);
}
