import { ensurePages } from './ensure-pages.ts';

// npm run build: the pages and the phone's app, unless they are there and nothing has changed since.

await ensurePages();
