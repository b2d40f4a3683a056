import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Drawing from './Drawing.svelte';
import { drawings, type DrawingName } from './drawings.ts';
import { findCard, guidanceCards } from './find-card.ts';
import { generalCard } from './general-card.ts';
import GuidanceCard from './GuidanceCard.svelte';
import NeverAsk from './NeverAsk.svelte';

const plain = ({ body }: { body: string }) => body.replaceAll(/<!--.*?-->/g, '');
const vneid = findCard('vneid');
if (!vneid) throw new Error('no card');

describe('thẻ trên màn hình', () => {
  it.each(guidanceCards.map((card) => [card.platform, card] as const))(
    '%s: lời nhắc đứng trước các bước, các bước đánh số, có ngày',
    (_, card) => {
      const html = plain(render(GuidanceCard, { props: { card, link: null, checkedOn: null } }));
      const reminder = html.indexOf('Không bao giờ hỏi, không ghi, không gõ hộ mật khẩu và mã OTP.');
      expect(reminder).toBeGreaterThan(0);
      expect(reminder).toBeLessThan(html.indexOf('<ol'));
      expect(html.match(/<li class="step/g)).toHaveLength(card.steps.length);
      expect(html.match(/<details/g)).toHaveLength(card.trouble.length);
      expect(html).toContain(`Bước ${card.steps.length}<`);
      expect(html).toContain('Viết ngày 23/11/2026');
      expect(html).toContain('Xã chưa kiểm tra');
      expect(html).not.toMatch(/style=|undefined|NaN/);
    },
  );

  it('nói xã kiểm tra ngày nào, và kiểm tra trước khi viết thì không tính', () => {
    const html = (checkedOn: string) =>
      plain(render(GuidanceCard, { props: { card: vneid, link: null, checkedOn } }));
    expect(html('2026-12-02')).toContain('Xã kiểm tra ngày 02/12/2026<');
    expect(html('2026-12-02')).not.toContain('Màn hình trên máy có thể hơi khác');
    expect(html('2026-09-02')).toContain('Xã kiểm tra ngày 02/09/2026, trước khi viết bài này');
  });

  it('ghi địa chỉ đúng để so, và không mở trang lạ thay trang của mình', () => {
    const html = plain(
      render(GuidanceCard, { props: { card: vneid, link: 'https://vneid.gov.vn/', checkedOn: null } }),
    );
    expect(html).toMatch(
      /<a href="https:\/\/vneid\.gov\.vn\/"[^>]*rel="external noreferrer"[^>]*>vneid\.gov\.vn</,
    );
  });

  it('chưa biết máy có giọng đọc hay không thì chưa có nút nghe', () => {
    const html = plain(render(GuidanceCard, { props: { card: vneid, link: null, checkedOn: null } }));
    expect(html).not.toContain('<button');
    expect(html).not.toContain('giọng đọc tiếng Việt');
  });

  it('không tin tên do người gõ', () => {
    const card = generalCard({ code: 'x', name: '<script>', purpose: '<img src=x>', link: null });
    const html = plain(render(GuidanceCard, { props: { card, link: null, checkedOn: null } }));
    expect(html).not.toMatch(/<script|<img/);
  });

  it('bậc tiêu đề đi theo chỗ đứng', () => {
    const html = plain(
      render(GuidanceCard, { props: { card: vneid, link: null, checkedOn: null, level: 1 } }),
    );
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<h2/g)).toHaveLength(3);
    expect(html).not.toContain('<h3');
  });
});

describe('hình vẽ trên màn hình', () => {
  it.each(Object.keys(drawings))('%s: dưới 1 kB, không chữ, trình đọc màn hình bỏ qua', (name) => {
    const html = plain(render(Drawing, { props: { name: name as DrawingName } }));
    expect(html).toMatch(/^<svg [^>]*aria-hidden="true" focusable="false"/);
    expect(html).not.toMatch(/<text|style=/);
    expect(html.length).toBeLessThanOrEqual(1024);
  });
});

it('lời nhắc đứng một mình được ở mọi chỗ hướng dẫn', () => {
  expect(plain(render(NeverAsk))).toContain('Bà con tự gõ.');
});
