export type InAppBrowser = 'zalo' | 'facebook';

/**
 * Whether a page stands inside the browser of another app. Those forget what they hold, cannot be installed and lose
 * work that was not yet sent, so the app refuses to begin there and says how to open Chrome.
 */
export function inAppBrowser(userAgent: string): InAppBrowser | null {
  if (/\bZalo(?:Theme|Language)?\b/i.test(userAgent)) return 'zalo';
  if (/\bFB(?:AN|AV|_IAB)\b|\bMessenger\b/.test(userAgent)) return 'facebook';
  return null;
}

/** An address that Android opens in Chrome itself; null where there is no Android to follow it. */
export function intentLink(url: string, userAgent: string): string | null {
  if (!/Android/i.test(userAgent)) return null;
  const { protocol, host, pathname, search } = new URL(url);
  return `intent://${host}${pathname}${search}#Intent;scheme=${protocol.replace(':', '')};package=com.android.chrome;end`;
}
