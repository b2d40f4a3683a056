import type { Plugin } from 'vite';

/**
 * Notes the files that a phone needs only when a card is first read: the script with the QR reader (zxing) and its
 * WebAssembly. Stands in the build of the app and in that of its web workers, where the reader lives.
 */
export function noteReader(noted: Set<string>): Plugin {
  return {
    name: 'note-reader',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        const modules = part.type === 'chunk' ? part.moduleIds : [];
        const isReader = modules.some((id) => id.includes('/node_modules/zxing-wasm/dist/'));
        if (isReader || part.fileName.endsWith('.wasm')) noted.add(part.fileName);
      }
    },
  };
}
