import { expect, it } from 'vitest';
import { linksOf, pageOfPath, pagesOfSite } from './walk-pages.ts';

it('chooses a written segment before a parameter, as the router does', () => {
  const pages = ['/so-ho/[id]', '/so-ho/moi', '/so-ho/[id]/nguoi/[nguoi]', '/so-ho/[id]/nguoi/moi'];
  expect(pageOfPath(pages, '/so-ho/moi')).toBe('/so-ho/moi');
  expect(pageOfPath(pages, '/so-ho/0a1b')).toBe('/so-ho/[id]');
  expect(pageOfPath(pages, '/so-ho/0a1b/nguoi/moi')).toBe('/so-ho/[id]/nguoi/moi');
  expect(pageOfPath(pages, '/so-ho/0a1b/nguoi/2c')).toBe('/so-ho/[id]/nguoi/[nguoi]');
  expect(pageOfPath(pages, '/so-ho')).toBeNull();
});

it('reads where links lead, once each, whatever stands before the address', () => {
  expect(
    linksOf('<a class="x" href="/a?b=1&amp;c=2">A</a><a href="/a?b=1&amp;c=2">A</a><link href="/x.css">'),
  ).toEqual(['/a?b=1&c=2']);
});

it('knows pages from the folder of routes, without the addresses that only take forms', () => {
  const pages = pagesOfSite();
  expect(pages).toContain('/so-ho/[id]/ghi-lan-gap');
  expect(pages).toContain('/dang-nhap');
  expect(pages).not.toContain('/dang-xuat');
});
