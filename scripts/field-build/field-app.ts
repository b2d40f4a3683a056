import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type UserConfig } from 'vite';
import { partOf } from './app-parts.ts';
import { finishFolder } from './finish-folder.ts';
import { noteReader } from './note-reader.ts';
import { oldestBrowser } from './oldest-browser.ts';
import { plainScope } from './plain-scope.ts';
import { refuseServerCode } from './refuse-server-code.ts';

export interface FieldApp {
  /** Where index.html stands. */
  root: string;
  /** The folder that is served below /di-dong/. */
  out: string;
  /** What is done to the folder at last: compressing it. Tests leave it out. */
  finish?: (folder: string) => Promise<void>;
}

/** The build of the phone's app: hashed files, nothing inline (the policy refuses it), and its service worker. */
export function fieldApp({ root, out, finish = async () => undefined }: FieldApp): UserConfig {
  const onFirstUse = new Set<string>();
  return defineConfig({
    root,
    base: '/di-dong/',
    publicDir: 'static',
    plugins: [
      refuseServerCode(),
      svelte({ configFile: false, compilerOptions: { runes: true } }),
      plainScope(),
      noteReader(onFirstUse),
      finishFolder(out, onFirstUse, finish),
    ],
    worker: { format: 'es', plugins: () => [refuseServerCode(), noteReader(onFirstUse)] },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: oldestBrowser,
      cssTarget: oldestBrowser,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: true,
      reportCompressedSize: false,
      rolldownOptions: {
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ name: partOf(root), debugName: 'parts' }],
          },
        },
      },
    },
  });
}
