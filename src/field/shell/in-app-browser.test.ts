import { describe, expect, it } from 'vitest';
import { inAppBrowser, intentLink } from './in-app-browser.ts';

const android = (tail: string) =>
  `Mozilla/5.0 (Linux; Android 12; SM-A047F Build/SP1A.210812.016; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/118.0.0.0 Mobile Safari/537.36${tail}`;
const chrome =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/521 ZaloTheme/light ZaloLanguage/vn';

describe('the browser inside another app', () => {
  it.each([
    [android(' Zalo android/12120735 ZaloTheme/light ZaloLanguage/vi'), 'zalo'],
    [iphone, 'zalo'],
    [android(' [FB_IAB/FB4A;FBAV/430.0.0.23.113;]'), 'facebook'],
    ['Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/441.0.0;]', 'facebook'],
    [chrome, null],
    [android(''), null],
  ])('%s', (userAgent, app) => {
    expect(inAppBrowser(userAgent)).toBe(app);
  });
});

describe('the way out to Chrome', () => {
  it('keeps the address and its question', () => {
    expect(intentLink('https://to.example:8443/di-dong/ho?tim=an#x', android(' Zalo'))).toBe(
      'intent://to.example:8443/di-dong/ho?tim=an#Intent;scheme=https;package=com.android.chrome;end',
    );
  });

  it('is Android’s only', () => {
    expect(intentLink('https://to.example/di-dong/', iphone)).toBeNull();
  });
});
