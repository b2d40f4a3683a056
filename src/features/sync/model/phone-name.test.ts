import { expect, it } from 'vitest';
import { phoneName } from './phone-name.ts';

const android = (model: string, browser: string) =>
  `Mozilla/5.0 (Linux; Android 10; ${model}) AppleWebKit/537.36 (KHTML, like Gecko) ${browser} Mobile Safari/537.36`;

it.each([
  [android('SM-A107F', 'Chrome/107.0.0.0'), 'Samsung, Chrome 107'],
  [android('CPH2239', 'Chrome/120.0.6099.43'), 'OPPO, Chrome 120'],
  [android('Redmi Note 9', 'Chrome/111.0.0.0'), 'Xiaomi, Chrome 111'],
  [android('V2029', 'Chrome/119.0.0.0'), 'vivo, Chrome 119'],
  [android('SM-A107F', 'SamsungBrowser/23.0 Chrome/115.0.0.0'), 'Samsung, Samsung Internet 23'],
  [android('K', 'Chrome/130.0.0.0'), 'Điện thoại Android, Chrome 130'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
    'iPhone, Safari 17',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
    'Máy tính, Chrome 120',
  ],
  // Cut in the middle, as the server keeps it.
  ['Mozilla/5.0 (Linux; Android 10; SM-A107F) AppleWebKit/537.36 (KHTML, like', 'Samsung'],
  ['Điện thoại thử', 'Điện thoại thử'],
  ['  ', 'Máy chưa rõ tên'],
])('%s is %s', (label, name) => {
  expect(phoneName(label)).toBe(name);
});
