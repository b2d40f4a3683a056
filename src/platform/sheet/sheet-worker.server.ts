import { readFileSync } from 'node:fs';
import { Problem } from '#shared/problem.ts';
import { readFileHere } from './read-file.server.ts';
import type { ReadCost, WorkerMessage, WorkerTask } from './read-sheet.server.ts';

// The child process of `readSheets`: reads one file, sends it back in pieces, and ends.

const rowsPerMessage = 2000;

const send = (message: WorkerMessage) =>
  new Promise<void>((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });

async function run(task: WorkerTask): Promise<void> {
  const source = typeof task.source === 'string' ? task.source : Buffer.from(task.source);
  const { sheets, ...rest } = await readFileHere(source, task.fileName, task.lettering);
  for (const { rows, ...sheet } of sheets) {
    await send({ type: 'sheet', sheet });
    for (let from = 0; from < rows.length; from += rowsPerMessage) {
      await send({ type: 'rows', rows: rows.slice(from, from + rowsPerMessage) });
    }
  }
  await send({ type: 'done', ...rest, cost: cost() });
}

function cost(): ReadCost {
  const { user, system } = process.cpuUsage();
  return { peakMegabytes: peakKilobytes() / 1024, cpuMilliseconds: (user + system) / 1000 };
}

/** Our own peak: what `resourceUsage` tells on Linux begins with the size of the server that forked us. */
function peakKilobytes(): number {
  try {
    const peak = /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
    if (peak !== undefined) return Number(peak);
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS;
}

process.once('message', (task: WorkerTask) => {
  run(task)
    .catch((error: unknown) => {
      const known = error instanceof Problem;
      return send({
        type: 'problem',
        code: known ? error.code : 'unexpected',
        message: error instanceof Error ? error.message : String(error),
        cost: cost(),
      });
    })
    .finally(() => process.disconnect());
});
