import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Column } from './bars.ts';
import { measureColumn } from './column.ts';
import { remarksOf, tableOf, type Columns } from './table.ts';

// npm run bench: measures what the product promises, on the embedded database and on Debian's PostgreSQL, and prints one
// table. --quick, --households N, --only embedded|postgresql, --stage NAME (one of column.ts), --write (puts the table into docs/PERFORMANCE.md).

const { values } = parseArgs({
  options: {
    households: { type: 'string' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    stage: { type: 'string' },
    write: { type: 'boolean', default: false },
    /** Used by this script itself: measure one database and put the figures here. */
    column: { type: 'string' },
    out: { type: 'string' },
  },
});

const root = join(import.meta.dirname, '..');
const begin = '<!-- measured: bench/run.ts --write puts the newest run between these lines -->';
const end = '<!-- /measured -->';
const households = Number(values.households ?? (values.quick ? 1250 : 15_000));
if (!Number.isInteger(households) || households < 1250)
  throw new Error('--households is a whole number from 1250 on');
const tell = (line: string) => process.stderr.write(`${line}\n`);

if (values.column === 'embedded' || values.column === 'postgresql') {
  const column = await measureColumn({
    kind: values.column,
    households,
    quick: values.quick,
    tell,
    ...(values.stage !== undefined && { only: values.stage }),
  });
  if (values.out === undefined) console.log(JSON.stringify(column, null, 2));
  else await writeFile(values.out, JSON.stringify(column));
} else {
  await compare();
}

async function compare(): Promise<void> {
  const loadBefore = loadavg()[0] ?? 0;
  const columns: Columns = {
    embedded: values.only === 'postgresql' ? { notMeasured: 'left out' } : await measureApart('embedded', []),
    postgresql: await measureServer(),
  };
  const loadAfter = loadavg()[0] ?? 0;
  const text = [
    ...aboutRun(columns, loadBefore, loadAfter),
    '',
    tableOf(columns),
    '',
    ...remarksOf(columns).map((remark) => `- ${remark}`),
  ].join('\n');
  console.log(text);
  if (values.write) await writeInto(join(root, 'docs', 'PERFORMANCE.md'), text);
}

async function measureServer(): Promise<Column | { notMeasured: string }> {
  if (values.only === 'embedded') return { notMeasured: 'left out' };
  if (!existsSync('/usr/lib/postgresql'))
    return { notMeasured: 'PostgreSQL of Debian is not installed here' };
  return measureApart('postgresql', [join(root, 'scripts', 'debian-postgres.sh')]);
}

/** A column in a process of its own, so that neither's memory or caches are the other's. */
async function measureApart(
  kind: 'embedded' | 'postgresql',
  before: string[],
): Promise<Column | { notMeasured: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'to-so-bench-'));
  const out = join(folder, 'column.json');
  const command = [...before, process.execPath, join(import.meta.dirname, 'run.ts')];
  const options = ['--column', kind, '--out', out, '--households', String(households)];
  if (values.quick) options.push('--quick');
  if (values.stage !== undefined) options.push('--stage', values.stage);
  try {
    const [program = '', ...rest] = [...command, ...options];
    const child = spawn(program, rest, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DURABLE: '1' },
    });
    const code = await new Promise<number | null>((done, failed) => {
      child.once('error', failed);
      child.once('exit', done);
    });
    if (code !== 0) return { notMeasured: `the run on it ended with code ${code}` };
    return JSON.parse(await readFile(out, 'utf8')) as Column;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function aboutRun(columns: Columns, loadBefore: number, loadAfter: number): string[] {
  const processors = cpus();
  const measured = Object.values(columns).filter((column) => 'outcomes' in column);
  const share = Math.min(...measured.map((column) => column.processorShare));
  const [one] = measured;
  const databases = measured.map((column) => `PostgreSQL ${column.database}`).join(', ');
  return [
    `Measured on ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC${revision()} by \`${commandLine()}\`.`,
    '',
    `- Machine: ${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}; ${databases}; both force writes to disk.`,
    `- Neighbours: load ${loadBefore.toFixed(1)} before and ${loadAfter.toFixed(1)} after; a busy loop got ${Math.round(share * 100)} % of one processor between the stages. ${
      share < 0.9
        ? 'Others used the machine: times are longer than on an idle one. Compare with the floor of the same run.'
        : 'The machine was ours.'
    }`,
    ...(one
      ? [
          `- Commune: ${one.households} households, ${one.residents} residents, ${one.visits} visits; the small one has ${one.smallHouseholds} households.`,
        ]
      : []),
    '- Middle values; p95 in parentheses. Floor, ratio (product to floor) and "met?" are embedded / PostgreSQL.',
  ];
}

function commandLine(): string {
  const options = process.argv.slice(2).filter((option) => option !== '--write');
  return ['npm run bench', ...(options.length > 0 ? ['--', ...options] : [])].join(' ');
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
async function writeInto(path: string, text: string): Promise<void> {
  const old = await readFile(path, 'utf8').catch(() => `# Performance\n\n${begin}\n${end}\n`);
  const from = old.indexOf(begin);
  const to = old.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} has lost the marks between which the table goes`);
  await writeFile(path, `${old.slice(0, from + begin.length)}\n\n${text}\n\n${old.slice(to)}`);
  tell(`${path} is written`);
}
