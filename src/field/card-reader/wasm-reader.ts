import type { Answer } from './decode.worker.ts';
import { middleSquare } from './middle-square.ts';
import type { FrameReader } from './read-frame.ts';

/**
 * ZXing in a worker, so that the page stays quick on a slow phone: a frame takes it longer than one may keep a finger waiting.
 * Throws when the worker or its WebAssembly does not start.
 */
export async function openWasmReader(): Promise<FrameReader> {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' });
  try {
    // The worker says once by itself that it is ready.
    await answerOf(worker);
  } catch (cause) {
    worker.terminate();
    throw cause;
  }
  const canvas = document.createElement('canvas');
  return {
    engine: 'wasm',
    read: async (video) => {
      const frame = middleSquare(video, canvas);
      if (!frame) return null;
      worker.postMessage(frame, [frame.data.buffer]);
      return answerOf(worker);
    },
    close: () => worker.terminate(),
  };
}

/** The next answer of the worker: the text of a code, or null. */
async function answerOf(worker: Worker): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const { signal } = settled;
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Answer>) => {
        settled.abort();
        if (data.failed) reject(new Error('the QR reader failed'));
        else resolve(data.text);
      },
      { signal },
    );
    worker.addEventListener(
      'error',
      () => {
        settled.abort();
        reject(new Error('the QR reader could not be loaded'));
      },
      { signal },
    );
  });
}
