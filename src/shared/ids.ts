/** A UUID of version 7: its first 48 bits are the time in milliseconds, so ids sort by birth. */
export type Id = string;

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

// Ids made for one moment (a command has one `now`) go on counting, so that they also sort in the order of making:
// 26 bits after the time, beginning somewhere in the lower half, the rest by chance (RFC 9562, method 1).
let lastTime = -1;
let counter = 0;

/**
 * Makes a UUIDv7 for the given moment; a later call for the same moment gives a greater one. Whoever creates a row makes
 * its id (law 7), on the phone too; features get theirs from `ctx.id()`, so that tests can set the clock.
 */
export function newId(at: Date): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const milliseconds = at.getTime();
  const start = ((bytes[6] ?? 0) << 16) | ((bytes[7] ?? 0) << 8) | (bytes[8] ?? 0);
  counter = milliseconds === lastTime ? (counter + 1) & 0x3ffffff : start;
  lastTime = milliseconds;
  let time = milliseconds;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = 0x70 | (counter >>> 22);
  bytes[7] = (counter >>> 14) & 0xff;
  bytes[8] = 0x80 | ((counter >>> 8) & 0x3f);
  bytes[9] = counter & 0xff;
  const text = hex(bytes);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUID of any version: what may stand in a URL or a form as an id. */
export function isId(text: string): boolean {
  return shape.test(text);
}
