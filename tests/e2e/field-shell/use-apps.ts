import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { buildApp, forget, serveApp, type ServedApp } from './served-app.ts';

export interface Apps {
  /** The product's own app: its folder. */
  app: string;
  /** A page as small as can be around the same shell. */
  small: string;
  /** Serves one of them until the test ends. */
  serve: (...given: Parameters<typeof serveApp>) => Promise<ServedApp>;
  /** A folder to be removed when the file ends. */
  keep: (folder: string) => string;
}

/** Builds both apps once for the test file. */
export function useApps(): Apps {
  const running: ServedApp[] = [];
  const folders: string[] = [];
  const apps: Apps = {
    app: '',
    small: '',
    serve: async (...given) => {
      const served = await serveApp(...given);
      running.push(served);
      return served;
    },
    keep: (folder) => {
      folders.push(folder);
      return folder;
    },
  };
  beforeAll(async () => {
    apps.app = apps.keep(await buildApp(join(import.meta.dirname, '../../../src/field')));
    apps.small = apps.keep(await buildApp(import.meta.dirname));
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((served) => served.stop()));
  });
  afterAll(async () => {
    await Promise.all(folders.map(forget));
  });
  return apps;
}
