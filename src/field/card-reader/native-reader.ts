import type { FrameReader } from './read-frame.ts';

// The part of the Shape Detection API that we use; TypeScript's own library does not know it yet.
interface QrDetector {
  detect(source: HTMLVideoElement | HTMLCanvasElement): Promise<{ rawValue: string }[]>;
}

declare global {
  var BarcodeDetector:
    | {
        new (options: { formats: string[] }): QrDetector;
        getSupportedFormats(): Promise<string[]>;
      }
    | undefined;
}

/**
 * The browser's own QR reader. Null when there is none, when it cannot read QR codes, and when it promises to but fails at an
 * empty picture: phones without Google's services have the class and nothing behind it.
 */
export async function openNativeReader(): Promise<FrameReader | null> {
  try {
    const Detector = globalThis.BarcodeDetector;
    if (!Detector || !(await Detector.getSupportedFormats()).includes('qr_code')) return null;
    const detector = new Detector({ formats: ['qr_code'] });
    await detector.detect(emptyPicture());
    return {
      engine: 'native',
      read: async (video) => (await detector.detect(video))[0]?.rawValue ?? null,
      close: () => undefined,
    };
  } catch {
    return null;
  }
}

function emptyPicture(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 32;
  canvas.getContext('2d')?.fillRect(0, 0, 32, 32);
  return canvas;
}
