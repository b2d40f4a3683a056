import { daysBetween, dayOf, formatDay } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';
import type { Standing } from './session/session.svelte.ts';

/** The product's name, as on the home screen of a phone (static/manifest.webmanifest). */
export const product = 'Tổ Số';

export const today = 'Hôm nay';
export const households = 'Hộ dân';
export const targets = 'Chỉ tiêu';
export const me = 'Tôi';

/** "Máy này còn 3 phiếu chưa gửi, phiếu cũ nhất từ hôm qua"; "Đã gửi hết, lúc 14:05". */
export function standing({ unsent, oldest, contactAt, running }: Standing, now: Date): string {
  if (unsent > 0) {
    const since = oldest === null ? '' : `, phiếu cũ nhất ${sinceWhen(oldest, now)}`;
    return running
      ? `Đang gửi ${formatCount(unsent)} phiếu…`
      : `Máy này còn ${formatCount(unsent)} phiếu chưa gửi${since}`;
  }
  if (contactAt === null) return running ? 'Đang tải sổ của ấp…' : 'Máy này chưa tải được sổ của ấp';
  return running ? 'Đang hỏi xã có gì mới…' : `Đã gửi hết · cập nhật ${momentIn(contactAt, now)}`;
}

function sinceWhen(moment: Date, now: Date): string {
  const days = daysBetween(dayOf(moment), dayOf(now));
  if (days <= 0) return `từ ${clockOf(moment)}`;
  return days === 1 ? 'từ hôm qua' : `từ ${formatCount(days)} ngày trước`;
}

/** "lúc 14:05", "hôm qua lúc 14:05", "ngày 05/11/2026", seen from now. */
export function momentIn(moment: Date, now: Date): string {
  const days = daysBetween(dayOf(moment), dayOf(now));
  if (days <= 0) return `lúc ${clockOf(moment)}`;
  return days === 1 ? `hôm qua lúc ${clockOf(moment)}` : `ngày ${formatDay(dayOf(moment))}`;
}

/** 14:05 in Vietnam. */
function clockOf(moment: Date): string {
  return new Date(moment.getTime() + 7 * 60 * 60 * 1000).toISOString().slice(11, 16);
}
