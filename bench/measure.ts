import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type pg from 'pg';

/** How long something took (ms) in how many tries. */
export interface Times {
  median: number;
  p95: number;
  count: number;
}

/** The same work again and again, one after the other; the first tries only warm up. */
export async function repeat(
  count: number,
  work: (index: number) => Promise<unknown>,
  warmUp = Math.ceil(count / 5),
): Promise<Times> {
  const times: number[] = [];
  for (let index = -warmUp; index < count; index += 1) {
    const began = performance.now();
    await work(index + warmUp);
    if (index >= 0) times.push(performance.now() - began);
  }
  return timesOf(times);
}

export interface Throughput extends Times {
  perSecond: number;
}

/** As many clients as told, each asking again as soon as it has its answer, for so many seconds. */
export async function together(
  clients: number,
  seconds: number,
  work: (client: number, index: number) => Promise<unknown>,
): Promise<Throughput> {
  const times: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  const client = async (number: number) => {
    for (let index = 0; performance.now() < end; index += 1) {
      const asked = performance.now();
      await work(number, index);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return { ...timesOf(times), perSecond: (times.length * 1000) / (performance.now() - began) };
}

export function timesOf(times: readonly number[]): Times {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), count: sorted.length };
}

export const medianOf = (values: readonly number[]) => timesOf(values).median;

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Processor time (ms) that this process has used so far. */
export function ownProcessor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Processor time (ms) that the database's processes on this machine have used so far, background ones included; null where
 * the system does not tell (not Linux, or a server elsewhere).
 */
export async function databaseProcessor(client: pg.Client): Promise<number | null> {
  try {
    const perSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
    const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity');
    let ticks = 0;
    for (const { pid } of rows) {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      if (!stat.includes('postgres')) return null;
      // After the name in parentheses: user and system time are fields 14 and 15, those of ended children 16 and 17.
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      for (const index of [11, 12, 13, 14]) ticks += fields[index] ?? 0;
    }
    return (ticks * 1000) / perSecond;
  } catch {
    return null;
  }
}

/** How much of one processor this process gets right now (0 to 1): below 1, others are using the machine. */
export function processorShare(): number {
  const began = performance.now();
  const start = ownProcessor();
  let used = 0;
  while (used < 200) used = ownProcessor() - start;
  return Math.min(1, used / (performance.now() - began));
}

/** Why something failed, in one line, with what lies behind it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
