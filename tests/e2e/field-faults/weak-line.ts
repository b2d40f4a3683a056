import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type { Files } from './harness-app.ts';

/** A saved operation, as the page told it in the moment after. */
export interface ToldSaved {
  seq: number;
  opId: string;
  visit: string;
}

/** Answers a call of the phone instead of the server. */
type Instead = (request: IncomingMessage, response: ServerResponse) => void;

/** The line between a phone and the commune's server, with everything that happens to lines; the harness page lies here. */
export interface WeakLine {
  url: string;
  /** Where the server is; another one when it was restored. */
  server: string;
  /** What the page said that it had saved. */
  saved: ToldSaved[];
  /** Called at each such word. */
  onSaved: (told: ToldSaved) => void;
  /** So many lines of a pull go through, then it is dead. */
  lines: number;
  /** What went through of each pull: the kinds of line, and with how many bytes. */
  pulls: { lines: string[]; bytes: number }[];
  /** Called when a pull has died. */
  onDead: () => void;
  instead: Instead | null;
  /** The answers to so many calls are lost on the way back. */
  cutAnswers: number;
  close(): void;
}

export async function openWeakLine(files: Files, server: string): Promise<WeakLine> {
  const line: WeakLine = {
    url: '',
    server,
    saved: [],
    onSaved: () => {},
    lines: Infinity,
    pulls: [],
    onDead: () => {},
    instead: null,
    cutAnswers: 0,
    close() {
      http.closeAllConnections();
      http.close();
    },
  };
  const http = createServer((request, response) => answer(line, files, request, response));
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  line.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/`;
  return line;
}

function answer(line: WeakLine, files: Files, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '', line.url);
  if (pathname === '/da-luu') {
    const told = {
      seq: Number(searchParams.get('seq')),
      opId: searchParams.get('op') ?? '',
      visit: searchParams.get('visit') ?? '',
    };
    line.saved.push(told);
    response.writeHead(204).end();
    line.onSaved(told);
  } else if (!pathname.startsWith('/api/')) {
    const path = pathname === '/' ? '/index.html' : pathname;
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(files.has(path) ? 200 : 404, { 'content-type': type }).end(files.get(path));
  } else if (line.instead) line.instead(request, response);
  else forward(line, request, response);
}

function forward(line: WeakLine, request: IncomingMessage, response: ServerResponse): void {
  const { headers, method, url } = request;
  const plain = { ...headers, 'accept-encoding': 'identity', host: new URL(line.server).host };
  const onward = ask(`${line.server}${url}`, { method, headers: plain }, (told) => {
    if (line.cutAnswers > 0) {
      line.cutAnswers -= 1;
      // Its first bytes arrive: a browser asks again by itself when nothing at all came.
      response.writeHead(told.statusCode ?? 502, { 'content-type': told.headers['content-type'] });
      return void told.once('data', (begin: Buffer) =>
        response.write(begin.subarray(0, 5), () => response.destroy()),
      );
    }
    response.writeHead(told.statusCode ?? 502, told.headers);
    if (url?.includes('/pull')) void sendLines(line, told, response);
    else told.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

async function sendLines(line: WeakLine, told: IncomingMessage, response: ServerResponse): Promise<void> {
  const sent = { lines: [] as string[], bytes: 0 };
  line.pulls.push(sent);
  for await (const text of createInterface({ input: told })) {
    if (sent.lines.length === line.lines) {
      // Half of a line still arrives; nothing after it, and nobody says so.
      response.write(text.slice(0, text.length / 2));
      return line.onDead();
    }
    response.write(`${text}\n`);
    sent.lines.push(kindOf(text));
    sent.bytes += text.length;
  }
  response.end();
  return undefined;
}

function kindOf(text: string): string {
  const told: unknown = JSON.parse(text);
  return typeof told === 'object' && told !== null && 'line' in told ? String(told.line) : '';
}
