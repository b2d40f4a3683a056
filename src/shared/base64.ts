/** Bytes as base64, the same in the browser and in Node. */
export function toBase64(bytes: Uint8Array): string {
  let letters = '';
  // One by one: spreading a long array overflows the stack.
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

/** What `toBase64` was given; throws for a text that is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
