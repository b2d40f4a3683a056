import { formatCount } from '#shared/numbers.ts';
import type { ItemState } from './campaign.ts';

export const state: Record<ItemState, string> = {
  planned: 'Chưa làm',
  held: 'Đã làm',
  dropped: 'Đã bỏ',
};

/** What is wrong. */
export const someForm = 'Xin chọn ít nhất một hình thức.';
export const somePlace = 'Xin chọn ít nhất một ấp, hoặc toàn xã.';
export const endsBefore = 'Ngày kết thúc trước ngày bắt đầu. Xin xem lại hai ngày.';
export const notInCatalogue = 'Hình thức này không còn trong danh mục của xã. Xin chọn mục khác.';
export const placeGone = 'Có ấp không còn trong danh sách. Xin tải lại trang rồi chọn lại.';
export const contentGone = 'Bài này không còn trong thư viện. Xin chọn bài khác.';
export const leftOutside = (n: number) =>
  `${formatCount(n)} buổi chưa làm nằm ngoài hai ngày này. Xin đổi ngày hoặc bỏ những buổi đó trước, rồi đổi ngày của đợt.`;
export const outsideCampaign = 'Ngày này nằm ngoài đợt. Xin chọn ngày trong đợt.';
export const noSuchStep = (from: ItemState) =>
  `Buổi này đang ở bước “${state[from]}” nên chưa làm bước đó được. Xin tải lại trang để xem bước hiện tại.`;

/** After the number on the first page. */
export const waiting = { due: 'buổi tuyên truyền đã đến ngày, chưa ghi' };
