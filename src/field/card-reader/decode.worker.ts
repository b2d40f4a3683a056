import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** What the worker says: once that it is ready, then for each frame the text of its QR code, or null. */
export type Answer = { failed: false; text: string | null } | { failed: true };

// A worker's end of the line; TypeScript takes this file for one of a page.
const page: {
  addEventListener(type: 'message', listen: (event: MessageEvent<ImageData>) => void): void;
  postMessage(answer: Answer): void;
} = globalThis;

// Without `locateFile`, ZXing would fetch its WebAssembly from a foreign server.
const started = prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
started.then(
  () => say({ failed: false, text: null }),
  () => say({ failed: true }),
);

page.addEventListener('message', ({ data }) => void decode(data));

async function decode(frame: ImageData): Promise<void> {
  try {
    const [code] = await readBarcodes(frame, {
      formats: ['QRCode'],
      characterSet: 'UTF8',
      textMode: 'Plain',
      maxNumberOfSymbols: 1,
      tryInvert: false,
    });
    say({ failed: false, text: code?.isValid ? code.text : null });
  } catch {
    say({ failed: true });
  }
}

function say(answer: Answer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker speaks to its own page only
  page.postMessage(answer);
}
