/** A UUID of version 7: its first 48 bits are the time in milliseconds, so ids sort by birth. */
export type Id = string;

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Makes a UUIDv7 for the given moment. Whoever creates a row makes its id (law 7), on the phone too;
 * features get theirs from `ctx.id()`, so that tests can set the clock.
 */
export function newId(at: Date): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = at.getTime();
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const text = hex(bytes);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUID of any version: what may stand in a URL or a form as an id. */
export function isId(text: string): boolean {
  return shape.test(text);
}
