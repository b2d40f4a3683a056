import { formatCount } from '#shared/numbers.ts';
import type { ContentForm, ContentKind } from './content.ts';

export const kind: Record<ContentKind, string> = {
  policy: 'Chủ trương, chính sách',
  event: 'Sự kiện',
  how_to: 'Cách làm',
  scam_warning: 'Cảnh báo lừa đảo',
};

export const form: Record<ContentForm, string> = {
  loudspeaker: 'Bài đọc loa',
  leaflet: 'Tờ rơi',
  zalo: 'Tin nhóm Zalo',
  talk: 'Ý để nói',
};

/** "Đọc chừng 1 phút 20 giây" */
export const reading = (seconds: number) =>
  `Đọc chừng ${[
    seconds >= 60 ? `${formatCount(Math.floor(seconds / 60))} phút` : '',
    seconds % 60 > 0 ? `${formatCount(seconds % 60)} giây` : '',
  ]
    .filter(Boolean)
    .join(' ')}`;

/** What is wrong. */
export const unitGone = 'Đơn vị này không còn trong danh sách. Xin chọn lại.';
export const linkShape = 'Xin ghi địa chỉ bắt đầu bằng https://, ví dụ https://vneid.gov.vn.';
export const someForm = 'Xin viết ít nhất một dạng: bài đọc loa, tờ rơi, tin Zalo hoặc ý để nói.';
export const notInCatalogue = 'Mục này không còn trong danh mục của xã. Xin chọn mục khác.';
export const sameTitle = 'Đã có nội dung mang tên này. Xin sửa bài đó, hoặc đặt tên khác.';
