import { openNativeReader } from './native-reader.ts';

/** Reads QR codes from what a camera shows. The text of a code is handed over and kept nowhere. */
export interface FrameReader {
  engine: 'native' | 'wasm';
  /** The text of a QR code in the middle square of the present frame; null when none is seen. */
  read(video: HTMLVideoElement): Promise<string | null>;
  close(): void;
}

/**
 * The browser's own reader where it has one that works (Android's Chrome), else ZXing, which is fetched from our own server
 * only now. Throws when ZXing cannot be fetched or started.
 */
export async function openReader(): Promise<FrameReader> {
  const native = await openNativeReader();
  if (native) return native;
  const { openWasmReader } = await import('./wasm-reader.ts');
  return openWasmReader();
}
