import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { bareWindow, chromiumPath, phone } from '../../browser.ts';

declare global {
  interface Window {
    /** What the camera was asked for, and what the light beside the lens was told. */
    tracks: MediaStreamTrack[];
    light: unknown[];
    /** What the browser's own reader reads. */
    shown: string;
  }
}

/** What the page asked for and said on the console. */
export interface Seen {
  requests: string[];
  said: string[];
}

export interface Scene {
  /** The text of the QR before the fake camera; null: an empty wall. */
  shows: string | null;
  /** What the browser's own reader reads; or how it fails. */
  native?: string;
  permission?: boolean;
  camera?: boolean;
  insecure?: boolean;
  offline?: boolean;
  light?: boolean;
}

let films = 0;

/** A fresh browser before a camera that shows the scene, at the form; the film is laid down in the folder. The caller closes it. */
export async function openBefore(
  scene: Scene,
  at: { site: string; folder: string },
): Promise<{ browser: Browser; page: Page; seen: Seen }> {
  films += 1;
  const path = join(at.folder, `${films}.y4m`);
  await film(scene.shows, path);
  const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path}`];
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      ...bareWindow,
      '--host-resolver-rules=MAP xa.test 127.0.0.1',
      ...(scene.camera === false ? [] : camera),
    ],
  });
  const context = await browser.newContext({ ...phone, locale: 'vi-VN', reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  if (scene.permission !== false) await context.grantPermissions(['camera']);
  const page = await context.newPage();
  const seen: Seen = { requests: [], said: [] };
  context.on('request', (request) => seen.requests.push(request.url()));
  page.on('console', (message) => seen.said.push(message.text()));
  page.on('pageerror', (error) => seen.said.push(String(error)));
  await page.addInitScript(prepareWindow, { native: scene.native ?? null, light: scene.light ?? false });
  if (scene.offline) await context.route(/\.wasm$/, (route) => route.abort());
  await page.goto(scene.insecure ? at.site.replace('127.0.0.1', 'xa.test') : at.site);
  return { browser, page, seen };
}

/** Runs in the page before it: counts the tracks of the camera, and stands in for the browser's own reader and a light. */
function prepareWindow({ native, light }: { native: string | null; light: boolean }): void {
  window.tracks = [];
  window.light = [];
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  const ask = devices?.getUserMedia.bind(devices);
  if (ask)
    devices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      window.tracks.push(...stream.getTracks());
      return stream;
    };
  if (light) {
    MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true });
    MediaStreamTrack.prototype.applyConstraints = async (wanted) =>
      void window.light.push(wanted?.advanced?.[0]?.torch);
  }
  if (native === null) return;
  window.shown = native;
  class Reader {
    static getSupportedFormats = async () => [native === 'other formats' ? 'ean_13' : 'qr_code'];
    async detect(source: unknown) {
      if (native === 'fails') throw new DOMException('Barcode detection service unavailable.');
      return source instanceof HTMLVideoElement ? [{ rawValue: window.shown }] : [];
    }
  }
  Object.assign(window, { BarcodeDetector: Reader });
}

/** A second of raw video with a QR in the middle of a grey wall, as the fake camera wants it. */
async function film(text: string | null, path: string): Promise<void> {
  const [width, height] = [640, 480];
  const light = Buffer.alloc(width * height, 150);
  if (text !== null) {
    const wasmBinary = await readFile(
      fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')),
    );
    prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer } });
    const { symbol } = await writeBarcode(text, {
      format: 'QRCode',
      options: 'ecLevel=M',
      scale: 1,
      addQuietZones: false,
    });
    // Around a code belong four modules of white.
    const modules = symbol.width + 8;
    const scale = Math.floor(360 / modules);
    const [left, top] = [width, height].map((room) => Math.floor((room - modules * scale) / 2)) as [
      number,
      number,
    ];
    for (let y = 0; y < modules * scale; y++)
      for (let x = 0; x < modules * scale; x++) {
        const [column, row] = [Math.floor(x / scale) - 4, Math.floor(y / scale) - 4];
        const inside = column >= 0 && column < symbol.width && row >= 0 && row < symbol.width;
        light[(top + y) * width + left + x] = inside ? (symbol.data[row * symbol.width + column] ?? 0) : 255;
      }
  }
  const colour = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F20:1 Ip A1:1 C420mpeg2\n`);
  await writeFile(path, Buffer.concat([head, ...Array.from({ length: 20 }, () => frame)]));
}
