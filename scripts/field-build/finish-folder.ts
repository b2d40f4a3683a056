import type { Plugin } from 'vite';
import { writeServiceWorker } from './write-service-worker.ts';

/** After the bundle: the service worker with the list of what the folder holds, then what else is to be done to the folder. */
export function finishFolder(
  folder: string,
  onFirstUse: ReadonlySet<string>,
  then: (folder: string) => Promise<void>,
): Plugin {
  return {
    name: 'finish-folder',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        await writeServiceWorker(folder, [...onFirstUse]);
        await then(folder);
      },
    },
  };
}
