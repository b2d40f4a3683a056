/** Cuts what comes over a line into whole HTTP requests and gives each when it is complete: headers, and a body of known length. */
export function requestReader(take: (request: Buffer) => void): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0);
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const length = lengthOf(pending);
      if (length === null || pending.length < length) return;
      const request = pending.subarray(0, length);
      pending = pending.subarray(length);
      take(request);
    }
  };
}

/** How long the first request is (bytes); null while its headers have not all come. */
function lengthOf(bytes: Buffer): number | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const headers = bytes.subarray(0, end).toString('latin1').toLowerCase();
  if (/^transfer-encoding:/m.test(headers))
    throw new Error('the chaos proxy reads bodies of known length only');
  const told = /^content-length:\s*(\d+)/m.exec(headers)?.[1];
  return end + 4 + Number(told ?? 0);
}
