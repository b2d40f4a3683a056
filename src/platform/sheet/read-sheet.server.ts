import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem, type ProblemCode } from '#shared/problem.ts';
import type { Lettering } from './legacy-vietnamese.server.ts';
import * as words from './words.ts';
import { limits, type Sheet, type TextEncoding, type Workbook } from './workbook.ts';

/** What the child used: memory at its peak, and time of the processor, which a busy machine does not lengthen. */
export interface ReadCost {
  peakMegabytes: number;
  cpuMilliseconds: number;
}

export interface ReadOptions {
  /** How the text is to be read when a person has said so; else it is detected. */
  lettering?: Lettering;
  /** Milliseconds after which the child is ended. */
  timeLimit?: number;
  /** What the reading cost, told also when the file was refused; not told when the child had to be ended. */
  onFinished?: (cost: ReadCost) => void;
}

export interface WorkerTask {
  source: string | Uint8Array;
  fileName: string;
  lettering?: Lettering;
}

export type WorkerMessage =
  | { type: 'sheet'; sheet: Omit<Sheet, 'rows'> }
  | { type: 'rows'; rows: Sheet['rows'] }
  | { type: 'done'; kind: Workbook['kind']; textEncoding: TextEncoding; cost: ReadCost }
  | { type: 'problem'; code: ProblemCode; message: string; cost: ReadCost };

// Enough for 100,000 rows with their texts; what needs more is no household list.
const heapMegabytes = 128;

/**
 * Reads an .xlsx or .csv into its cells, in a child process with little memory and time, so that no file can hurt the
 * server (B1, B2, B6, B16). Text of the old fonts comes back as Unicode; `textEncoding` says what it was.
 * Throws `file.unreadable`, `file.too_large` or `file.kind_not_supported` with a Vietnamese sentence that says what to do.
 */
export async function readSheets(
  source: string | Buffer,
  fileName: string,
  options: ReadOptions = {},
): Promise<Workbook> {
  const size = typeof source === 'string' ? await sizeOf(source) : source.length;
  const most = Math.max(limits.zipBytes, limits.csvBytes);
  if (size > most) throw new Problem('file.too_large', { message: words.fileTooLarge(limits.zipBytes) });
  const { lettering, timeLimit = 15_000 } = options;
  const child = fork(workerPath(), {
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      '--max-semi-space-size=4',
      '--disable-warning=ExperimentalWarning',
    ],
    serialization: 'advanced',
    // It needs nothing of our environment, least of all its secrets.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), timeLimit);
  try {
    const answer = collect(child, options);
    child.send({
      source: typeof source === 'string' ? resolve(source) : source,
      fileName,
      ...(lettering && { lettering }),
    });
    return await answer;
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isFile()) throw new Problem('file.unreadable', { message: words.damaged });
  return found.size;
}

function collect(child: ChildProcess, options: ReadOptions): Promise<Workbook> {
  const sheets: Sheet[] = [];
  return new Promise((done, failed) => {
    child.on('message', (message: WorkerMessage) => {
      if (message.type === 'sheet') sheets.push({ ...message.sheet, rows: [] });
      else if (message.type === 'rows') {
        const sheet = sheets.at(-1);
        for (const row of message.rows) sheet?.rows.push(row);
      } else {
        options.onFinished?.(message.cost);
        if (message.type === 'done') done({ kind: message.kind, sheets, textEncoding: message.textEncoding });
        else failed(problemOf(message.code, message.message));
      }
    });
    child.on('error', failed);
    // Ended by its limit of memory or time, before it could answer.
    child.on('exit', () => failed(new Problem('file.too_large', { message: words.tooSlow })));
  });
}

function problemOf(code: ProblemCode, message: string): Error {
  return code === 'unexpected'
    ? new Error(`reading a sheet failed: ${message}`)
    : new Problem(code, { message });
}

/** The worker is started from the sources, also when this file has been bundled into a build. */
function workerPath(): string {
  const path = join('src', 'platform', 'sheet', 'sheet-worker.server.ts');
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, path))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`${path} not found above ${import.meta.url}`);
    folder = parent;
  }
  return join(folder, path);
}
