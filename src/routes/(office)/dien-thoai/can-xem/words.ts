import { formatMoment } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words of what somebody should look at, beside the register. */
export const title = 'Những gì cần xem';
export const lead =
  'Khi máy và sổ nói khác nhau về một người, cả hai được giữ lại cho anh/chị chọn. Không có gì bị mất.';
export const reviews = (count: number) =>
  count === 0 ? 'Chọn giữa máy và sổ' : `Chọn giữa máy và sổ (${formatCount(count)} mục)`;
export const noReviews = 'Không có mục nào chờ chọn';
export const noReviewsText = 'Khi hai người ghi khác nhau về một người dân, mục đó hiện ra ở đây.';
export const about = (person: string | null, field: string) =>
  person === null ? field : `${field} của ${person}`;
export const compared = 'So sánh';
export const onPhone = (owner: string) => `Trên máy của ${owner}`;
export const inRegister = 'Trong sổ';
export const value = 'Ghi là';
export const written = 'Lúc';
export const writer = 'Người ghi';
export const at = (moment: Date) => formatMoment(moment);
export const unknown = 'chưa rõ';
export const useTold = 'Dùng chữ của máy';
export const useStood = 'Giữ như trong sổ';
export const goneText =
  'Người này đã được gộp hoặc rút khỏi sổ nên không sửa theo máy được nữa. Bấm giữ như trong sổ để đóng mục này.';
export const household = 'Mở hộ';
export const householdOf = (person: string) => `Mở hộ của ${person}`;
export const whichOne = (button: string, about: string) => `${button}: ${about}`;

export const attention = 'Máy gửi mà không ghi thẳng vào sổ';
export const noAttention = 'Không có gì';
export const noAttentionText = 'Mọi phiếu từ điện thoại đều đã ghi vào sổ.';
export const status = {
  ok: 'Đã ghi, có điều lạ',
  merged: 'Ghi một phần',
  review: 'Đã chọn',
  rejected: 'Không ghi được',
} as const;
export const waiting = 'Chờ chọn';
export const wrongField = (label: string, sentence: string) => `${label}: ${sentence}`;
export const who = (teller: string, hamlet: string | null, made: Date) =>
  [teller, hamlet, `ghi lúc ${formatMoment(made)}`].filter((part) => part !== null).join(' · ');
export const homeOf = (title: string, head: string | null) =>
  head === null ? title : `${title}: hộ ${head}`;
export const received = (at: Date) => `Máy chủ nhận lúc ${formatMoment(at)}.`;
export const content = 'Nội dung đã ghi trên máy';
export const hidden = 'Phiếu này nói về một hộ ngoài phần anh/chị được xem, nên không hiện nội dung.';
export const overruled = (told: string, stands: string) => `máy ghi “${told}”, trong sổ là “${stands}”`;
export const because = (written: string) => (written === '' ? '' : ` (${written})`);
export const older = 'Cũ hơn';
export const newest = 'Mới nhất';
