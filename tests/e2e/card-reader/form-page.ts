import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const root = join(import.meta.dirname, '../../..');

declare global {
  interface Window {
    /** Takes the reader away as a page does that goes on while it is open. */
    leave: () => void;
  }
}

/** A page with a form and a button that opens the reader, built as the phone's is. */
export async function buildFormPage(into: string, fields: Record<string, string>): Promise<void> {
  const from = (path: string) => JSON.stringify(join(root, path));
  await mkdir(join(into, 'page'));
  await writeFile(
    join(into, 'page/main.ts'),
    `import { mount, unmount } from 'svelte';
     import ${from('src/ui/ui.css')};
     import CardReader from ${from('src/field/card-reader/CardReader.svelte')};
     const field = (name) => document.querySelector('[name=' + name + ']');
     document.querySelector('button').addEventListener('click', () => {
       const reader = mount(CardReader, {
         target: document.body,
         props: {
           today: '2026-11-24',
           onread: (person) => {
             field('name').value = person.fullName;
             field('birth').value = person.birth.date;
             field('sex').value = person.sex ?? '';
             field('address').value = person.address ?? '';
             document.querySelector('output').textContent = 'Đã đọc thẻ: ' + Object.keys(person).join(' ');
           },
           onclose: () => unmount(reader),
         },
       });
       window.leave = () => unmount(reader);
     });`,
  );
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [svelte()],
    resolve: { dedupe: ['svelte'] },
    build: {
      outDir: join(into, 'built'),
      emptyOutDir: true,
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: join(into, 'page/main.ts'),
        output: { entryFileNames: 'main.js', assetFileNames: '[name][extname]' },
      },
    },
  });
  await writeFile(
    join(into, 'built/index.html'),
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
     <title>Thêm người</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css">
     <script type="module" src="/main.js"></script></head><body><main><h1>Thêm người</h1>
     ${Object.entries(fields)
       .map(([name, value]) => `<p><label>${name} <input name="${name}" value="${value}"></label></p>`)
       .join('')}
     <button type="button" class="btn">Quét thẻ</button><output></output></main></body></html>`,
  );
}

/** The built page under the policy of the product; WebAssembly of our own may run, nothing may come from elsewhere. */
export function servePage(built: string): Server {
  const types: Record<string, string> = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.wasm': 'application/wasm',
  };
  return createServer((request, response) => {
    const path = (request.url ?? '/') === '/' ? '/index.html' : (request.url ?? '');
    response.setHeader(
      'content-security-policy',
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'",
    );
    readFile(join(built, path)).then(
      (body) => response.setHeader('content-type', types[extname(path)] ?? 'font/woff2').end(body),
      () => response.writeHead(404).end(),
    );
  });
}
