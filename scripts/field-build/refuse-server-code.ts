import { builtinModules } from 'node:module';
import { relative } from 'node:path';
import type { Plugin } from 'vite';

const builtins = new Set(builtinModules);

/** Why a file may not be on a phone; null when it may. */
function whyNot(source: string): string | null {
  if (/\.server(\.ts)?$/.test(source)) return 'a *.server.ts file runs on the server only';
  if (source.startsWith('node:') || builtins.has(source)) return 'Node’s own modules are not on a phone';
  if (/^\$(app|env|service-worker)(\/|$)/.test(source)) return 'SvelteKit’s modules belong to src/routes';
  return null;
}

/**
 * Stops the phone's build at an import that only a server can follow, with the file that asks for it. Vite alone would
 * put an empty module in its place, and the phone would find out.
 */
export function refuseServerCode(): Plugin {
  return {
    name: 'refuse-server-code',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || importer.includes('/node_modules/')) return null;
      const reason = whyNot(source);
      if (reason)
        this.error(`${relative(process.cwd(), importer)} imports ${source} into the field app: ${reason}.`);
      return null;
    },
  };
}
