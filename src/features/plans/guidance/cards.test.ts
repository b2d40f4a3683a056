import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isDay } from '#shared/calendar.ts';
import { secretIn } from '#shared/secrets.ts';
import { defaultCatalogue } from '../default-catalogue.ts';
import { communeCheck, type GuidanceCard } from './card.ts';
import { drawings } from './drawings.ts';
import { findCard, guidanceCards } from './find-card.ts';
import { cardOf, generalCard } from './general-card.ts';

const platforms = defaultCatalogue.filter(({ kind }) => kind === 'platform');
const ownPlatforms = [
  { code: 'cho_que', name: 'Chợ quê', purpose: 'Bán trái cây trong xã', link: 'https://example.vn' },
  { code: 'loa_so', name: 'Loa số', purpose: null, link: null },
];
const cards = [...guidanceCards, ...ownPlatforms.map(generalCard)];

/** Every sentence that a person may read or hear. */
const textsOf = (card: GuidanceCard) => [
  card.title,
  card.about,
  ...card.needed,
  ...card.steps.flatMap(({ text, hint }) => (hint ? [text, hint] : [text])),
  card.goal,
  ...card.trouble.flatMap(({ problem, answer }) => [problem, answer]),
];

describe('thẻ hướng dẫn', () => {
  it('có cho mọi nền tảng của danh mục ban đầu, và chỉ cho chúng', () => {
    expect(guidanceCards.map(({ platform }) => platform)).toEqual(platforms.map(({ code }) => code));
    for (const { code } of platforms) expect(findCard(code)?.platform).toBe(code);
  });

  it('của nền tảng xã tự thêm: tự chọn, tự gõ, theo tên, mục đích và địa chỉ trong danh mục', () => {
    expect(findCard('cho_que')).toBeNull();
    const [market, speaker] = ownPlatforms.map(cardOf);
    expect(market).toMatchObject({ title: 'Chợ quê', about: 'Bán trái cây trong xã.' });
    expect(market?.steps[1]?.text).toContain('địa chỉ');
    expect(speaker?.steps[1]?.text).toContain('CH Play');
    expect(cardOf({ code: 'vneid', name: 'VNeID', purpose: null, link: null })).toBe(findCard('vneid'));
  });

  it.each(cards.map((card) => [card.platform, card] as const))('%s: ngắn, rõ, đủ', (_, card) => {
    expect(card.steps.length).toBeGreaterThanOrEqual(4);
    expect(card.steps.length).toBeLessThanOrEqual(7);
    for (const { text, hint } of card.steps) {
      expect(text.length, text).toBeLessThanOrEqual(120);
      expect(hint?.length ?? 0, hint).toBeLessThanOrEqual(120);
      // One sentence each.
      expect(text, text).toMatch(/^[^.!?]+(?:\.[a-z][^.!?]*)*\.$/);
    }
    expect(new Set(card.steps.map(({ text }) => text)).size).toBe(card.steps.length);
    expect(card.needed.length).toBeGreaterThan(0);
    expect(card.trouble.length).toBeGreaterThan(1);
    expect(isDay(card.writtenOn)).toBe(true);
    for (const text of textsOf(card)) {
      expect(text, text).toBe(text.normalize('NFC').trim());
      expect(secretIn(text), text).toBeNull();
    }
  });

  it.each(cards.map((card) => [card.platform, card] as const))(
    '%s: không bảo ai nói, đưa, ghi hay gõ hộ mật khẩu, mã OTP',
    (_, card) => {
      const clauses = textsOf(card).flatMap((text) => text.split(/[.;:!?]/));
      for (const clause of clauses.filter((part) => /mật khẩu|OTP/.test(part))) {
        // Either the person's own doing, or a prohibition, or somebody else's trick that the answer refuses.
        expect(clause, clause).toMatch(
          /tự (?:gõ|đặt)|[Kk]hông|khỏi nhớ|[Qq]uên mật khẩu|không thấy mã|là của bà con|xin mã OTP|bảo gõ mã OTP|Chờ/,
        );
        expect(clause, clause).not.toMatch(/gõ (?:hộ|giùm|thay)/);
      }
    },
  );

  it('ai phải đăng ký, đăng nhập thì có bước tự gõ, mình quay mặt đi', () => {
    const signsIn = cards.filter((card) =>
      card.steps.some(({ text }) => /đăng ký|đăng nhập|kích hoạt|mở tài khoản/i.test(text)),
    );
    expect(signsIn.length).toBeGreaterThan(8);
    for (const card of signsIn) {
      const code = card.steps.filter(({ drawing }) => drawing === 'code');
      expect(code, card.platform).toHaveLength(1);
      expect(code[0]?.text, card.platform).toMatch(/tự (?:gõ|đặt).*(?:mật khẩu|OTP)/);
    }
  });

  it('cài ứng dụng thì từ kho chính thức, không từ tin nhắn', () => {
    const installs = cards.filter((card) => card.steps.some(({ text }) => /cài (?:đặt|từ)/.test(text)));
    expect(installs.length).toBeGreaterThan(5);
    for (const card of installs) {
      const texts = textsOf(card).join('\n');
      expect(texts, card.platform).toMatch(/CH Play hoặc App Store/);
      expect(texts, card.platform).toMatch(
        /không (?:cài )?(?:từ|qua) (?:đường dẫn trong )?tin nhắn|Không bấm đường dẫn lạ/i,
      );
    }
  });

  it('ngày viết không phải là ngày xã kiểm tra', () => {
    const card = guidanceCards[0];
    if (!card) throw new Error('no card');
    expect(communeCheck(card, null)).toBe('never');
    expect(communeCheck(card, '2026-10-01')).toBe('before');
    expect(communeCheck(card, card.writtenOn)).toBe('since');
    expect(communeCheck(card, '2026-12-01')).toBe('since');
  });
});

describe('hình vẽ', () => {
  it('mỗi hình không quá 1 kB, và hình nào cũng có bước dùng đến', () => {
    const used = new Set(cards.flatMap(({ steps }) => steps.map(({ drawing }) => drawing)));
    expect(Object.keys(drawings).sort()).toEqual([...used].sort());
    for (const [name, layers] of Object.entries(drawings)) {
      expect(JSON.stringify(layers).length, name).toBeLessThanOrEqual(1024);
    }
  });

  it('cùng mọi thẻ không quá 14 kB khi nén', () => {
    const size = brotliCompressSync(JSON.stringify([guidanceCards, drawings])).length;
    expect(size).toBeLessThanOrEqual(14_000);
    expect(size).toBeGreaterThan(2_000);
  });
});
