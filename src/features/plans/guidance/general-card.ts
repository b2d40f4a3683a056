import type { GuidanceCard } from './card.ts';
import { findCard } from './find-card.ts';

/** What the catalogue knows of a platform and a card shows. */
export interface PlatformOfCard {
  code: string;
  name: string;
  purpose: string | null;
  link: string | null;
}

/** The card of a platform: our own where there is one, else the one that holds for any. */
export function cardOf(platform: PlatformOfCard): GuidanceCard {
  return findCard(platform.code) ?? generalCard(platform);
}

/** A card for a platform that a commune added itself: "tự chọn, tự gõ", true whatever its screens look like. */
export function generalCard({ code, name, purpose, link }: PlatformOfCard): GuidanceCard {
  return {
    platform: code,
    title: name,
    about: purpose ? sentence(purpose) : 'Xã đã chọn nền tảng này để giúp bà con.',
    needed: ['Điện thoại và số điện thoại của chính bà con', 'Mạng Wi-Fi hoặc 4G'],
    steps: [
      { text: 'Hỏi bà con cần làm việc gì, rồi mới mở máy.', drawing: 'together' },
      link
        ? {
            text: 'Mở đúng địa chỉ ghi ở đầu bài này.',
            hint: 'Không mở từ đường dẫn trong tin nhắn.',
            drawing: 'search',
          }
        : {
            text: 'Mở CH Play hoặc App Store, tìm đúng tên ghi ở đầu bài này.',
            hint: 'Không cài từ đường dẫn trong tin nhắn. Chưa chắc đúng tên thì hỏi xã.',
            drawing: 'store',
          },
      {
        text: 'Bà con tự chọn việc cần làm; mình đọc chữ và chỉ chỗ bấm.',
        drawing: 'form',
      },
      {
        text: 'Máy hỏi mật khẩu, mã OTP thì bà con tự gõ; mình quay mặt đi.',
        hint: 'Mỗi người một tài khoản, không cho mượn.',
        drawing: 'code',
      },
      { text: 'Đọc lại với bà con trước khi bấm nút cuối cùng.', drawing: 'check' },
    ],
    goal: 'Bà con tự mở lại và tự làm được một lần.',
    trouble: [
      {
        problem: 'Màn hình không giống điều mình biết',
        answer: 'Đừng bấm đại. Nhớ chỗ đang vướng rồi hỏi tổ trưởng hoặc xã.',
      },
      {
        problem: 'Máy đòi trả tiền',
        answer: 'Dừng lại, hỏi xã trước. Bà con tự quyết định, mình không trả giùm.',
      },
    ],
    writtenOn: '2026-11-23',
  };
}

const sentence = (text: string) => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
