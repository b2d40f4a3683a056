import type { Feature } from '#platform/feature.server.ts';
import { importsWaiting } from './waiting.server.ts';
import { markInterruptedImports } from './commands/import/drop-import.server.ts';

/** The register of households and residents. */
export const registry: Feature = {
  name: 'registry',
  daily: [markInterruptedImports],
  waiting: importsWaiting,
};
