import { fileURLToPath } from 'node:url';
import { compressFolder } from './scripts/field-build/compress-folder.ts';
import { fieldApp } from './scripts/field-build/field-app.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default fieldApp({ root: here('src/field'), out: here('build/field'), finish: compressFolder });
