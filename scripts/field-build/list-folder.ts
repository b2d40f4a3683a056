import { readdirSync } from 'node:fs';

/** The files that a phone is served, relative and in order: not Vite's own notes, not the compressed twins. */
export function listFolder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('.') && !/\.(br|gz)$/.test(file))
    .sort();
}
