import { phoneKinds, phoneWith } from '../phone-words.ts';

/** Makers by what their phones call themselves; models are of no use to anybody who looks for "chiếc Samsung". */
const makers: [RegExp, string][] = [
  [/\bSM-|Samsung/i, 'Samsung'],
  [/\bCPH\d|\bOPPO/i, 'OPPO'],
  [/\bRMX\d|realme/i, 'realme'],
  [/\bV\d{4}[A-Z]?\b|\bvivo/i, 'vivo'],
  [/\bRedmi|\bPOCO|Xiaomi|\bMi \d|\bM2\d{3}|\b2\d{3,4}[A-Z0-9]{4,}/i, 'Xiaomi'],
  [/\bNokia/i, 'Nokia'],
  [/\bPixel/i, 'Pixel'],
  [/\bHUAWEI|\bHONOR/i, 'Huawei'],
  [/Vsmart/i, 'Vsmart'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
];
const browsers: [RegExp, string][] = [
  [/coc_coc_browser\/(\d+)/i, 'Cốc Cốc'],
  [/SamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/Edg[A-Z]?\w*\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)|FxiOS\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];

/**
 * A phone as people tell it from another: "Samsung, Chrome 120" from what its browser says of itself. Newer browsers hide the
 * make; then it is "Điện thoại Android, Chrome 130". What is no browser's text is given as it is, shortened.
 */
export function phoneName(label: string): string {
  const text = label.trim();
  if (text === '') return phoneKinds.unknown;
  if (!text.startsWith('Mozilla/')) return text.slice(0, 60);
  const maker =
    makers.find(([pattern]) => pattern.test(text))?.[1] ??
    (/Android/.test(text) ? phoneKinds.android : phoneKinds.computer);
  const browser = browsers.flatMap(([pattern, name]) => {
    const version = pattern.exec(text)?.slice(1).find(Boolean);
    return version === undefined ? [] : [`${name} ${version}`];
  })[0];
  return browser === undefined ? maker : phoneWith(maker, browser);
}
