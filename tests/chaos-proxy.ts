import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { requestReader } from './chaos-proxy/request-reader.ts';
import { seededRandom } from './seeded-random.ts';

/** What becomes of one request on its way. `null`: it goes through. */
export type Trouble =
  /** The line is cut before anything of it has passed (F5). */
  | 'cut_before'
  /** Half of it passes, then the line is cut. */
  | 'cut_in_upload'
  /** The server answers; the line is cut before the answer passes (P3). */
  | 'cut_before_answer'
  /** Half of what comes back first passes, then the line is cut. */
  | 'cut_in_answer'
  /** It passes later. */
  | 'delay'
  /** Its answer drips (F8). */
  | 'throttle'
  /** It arrives twice, at the same time, over two lines (F6). */
  | 'duplicate'
  /** It seems lost, and arrives after the next one (F6). */
  | 'reorder'
  | null;

export const troubles = [
  'cut_before',
  'cut_in_upload',
  'cut_before_answer',
  'cut_in_answer',
  'delay',
  'throttle',
  'duplicate',
  'reorder',
] as const satisfies Trouble[];

export interface ChaosProxy {
  /** Where phones connect: http://127.0.0.1:<port> */
  url: string;
  /** What has become of requests so far, one after the other. */
  fates: Trouble[];
  close(): Promise<void>;
}

export interface ChaosOptions {
  /** The port of the server on this machine; asked for each connection, so that a server may come back elsewhere. */
  target: () => number;
  /** Decides about the next request. */
  next: () => Trouble;
  /** How long a delayed request waits (ms), and how many bytes of a throttled answer pass in a millisecond. */
  delay?: number;
  bytesPerMillisecond?: number;
}

/** A line between phones and the server on which everything happens that happens on lines: our own, since it may be told what. */
export async function openChaosProxy(options: ChaosOptions): Promise<ChaosProxy> {
  const { delay = 20, bytesPerMillisecond = 64 } = options;
  const fates: Trouble[] = [];
  const open = new Set<Socket>();
  /** Requests that wait for a later one to overtake them. */
  const overtaken: Buffer[] = [];

  const keep = (socket: Socket): Socket => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    return socket;
  };
  const toServer = () => keep(connect(options.target(), '127.0.0.1'));
  /** Sends a request by itself; whatever comes back is nobody's. */
  const sendApart = (request: Buffer) => {
    const line = toServer();
    line.resume();
    line.write(request);
    // The answer has come; the server may keep the line open for more.
    line.once('data', () => line.end());
  };

  const proxy = createServer((client) => {
    keep(client);
    const server = toServer();
    const cut = () => {
      client.destroy();
      server.destroy();
    };
    client.on('close', cut);
    server.on('close', cut);
    let fate: Trouble = null;
    server.on('data', (answer: Buffer) => {
      if (fate === 'cut_before_answer') cut();
      else if (fate === 'cut_in_answer') {
        client.write(answer.subarray(0, Math.ceil(answer.length / 2)), cut);
      } else if (fate === 'throttle') {
        server.pause();
        client.write(answer);
        setTimeout(() => server.resume(), answer.length / bytesPerMillisecond);
      } else client.write(answer);
    });

    const pass = (request: Buffer): void => {
      switch (fate) {
        case 'cut_before':
          return cut();
        case 'cut_in_upload':
          server.write(request.subarray(0, Math.floor(request.length / 2)), cut);
          return undefined;
        case 'reorder':
          overtaken.push(request);
          return cut();
        case 'delay':
          setTimeout(() => server.write(request), delay);
          return undefined;
        case 'duplicate':
          sendApart(request);
          server.write(request);
          return undefined;
        default:
          server.write(request);
          return undefined;
      }
    };
    client.on(
      'data',
      requestReader((request) => {
        fate = options.next();
        fates.push(fate);
        const late = fate === 'reorder' ? [] : overtaken.splice(0);
        pass(request);
        for (const one of late) sendApart(one);
      }),
    );
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    fates,
    async close() {
      for (const socket of open) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

/** Troubles in an order that a seed decides: so many of a hundred requests have one. */
export function seededTroubles(seed: number, percent: number): () => Trouble {
  const random = seededRandom(seed);
  return () => (random() * 100 < percent ? (troubles[Math.floor(random() * troubles.length)] ?? null) : null);
}
