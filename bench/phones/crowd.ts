import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CrowdResult, Task } from './clients.ts';

/** The process in which the phones of a bench live; each task waits for the one before it. */
export interface Crowd {
  run(task: Task): Promise<CrowdResult>;
  stop(): Promise<void>;
}

export function gatherCrowd(): Crowd {
  const child = fork(join(import.meta.dirname, 'clients.ts'));
  return {
    async run(task) {
      const ended = once(child, 'exit').then(() => ({ error: 'the phones’ process ended' }));
      const answered = once(child, 'message').then(
        ([message]: { result?: CrowdResult; error?: string }[]) => message ?? {},
      );
      child.send(task);
      const message: { result?: CrowdResult; error?: string } = await Promise.race([answered, ended]);
      if (!message.result) throw new Error(message.error ?? 'the phones did not answer');
      return message.result;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
