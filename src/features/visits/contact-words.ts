import { formatDay, type Day } from '#shared/calendar.ts';
import { formatCount } from '#shared/numbers.ts';

/** The words about what the team does for a household, on the office's pages and on the phone. */
export const nextStep = (due: string) => `Việc đã hẹn: ${due}`;
export const skills = 'Kỹ năng số cơ bản';
export const checkedOn = (on: Day) => `kiểm tra ngày ${formatDay(on)}`;
export const skillsUnknown = 'Chưa kiểm tra';
export const helper = 'Người giúp kỹ năng số';
export const helperNone = 'Chưa có ai được cử giúp hộ này.';
export const helperEvery = (days: number) => `ghé ${formatCount(days)} ngày một lần`;
export const helperSince = (on: Day) => `từ ${formatDay(on)}`;
export const helperNext = (on: Day, due: string) => `Lần ghé tới: ${formatDay(on)}, ${due}`;
export const contacts = 'Những lần gặp';
export const contactsNone = 'Chưa có lần gặp nào';
export const contactsNoneText = 'Ghé thăm hộ, rồi ghi lại gặp ai, đã hướng dẫn gì.';
export const outreach = (form: string, place: string | null) =>
  [`${form} (tuyên truyền theo nhóm)`, place].filter(Boolean).join(', ');
