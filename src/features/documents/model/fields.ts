import * as z from 'zod/mini';
import { isDay } from '#shared/calendar.ts';
import { optionalDay, optionalLine } from '#shared/fields.ts';
import { cleanLine } from '#shared/fold.ts';

import { safeText } from '#features/visits/model/fields.ts';
import * as words from '../words.ts';

/** One line or nothing; nothing is ''. Drafts may lack anything until they are approved. */
export const someLine = (max = 300) =>
  z._default(
    z.pipe(
      optionalLine(max),
      z.transform((text: string | null) => text ?? ''),
    ),
    '',
  );

/** Lines of text or nothing; passwords and numbers of papers are refused (R106). */
export const someText = (max = 8000) =>
  z._default(
    z.pipe(
      safeText(max),
      z.transform((text: string | null) => text ?? ''),
    ),
    '',
  );

/** A list, typed one a line; empty lines and the marks that people put before a line go. */
export const someLines = (most = 100, max = 300) =>
  z._default(
    z.pipe(
      z.pipe(z.union([z.string(), z.array(z.string())]), z.transform(linesOf)),
      // A line that is too long is said of the whole field: a field of the form is one.
      z.array(z.string()).check(
        z.maxLength(most, words.tooManyLines(most)),
        z.refine((lines) => lines.every((line) => line.length <= max), words.lineTooLong(max)),
      ),
    ),
    [],
  );

function linesOf(typed: string | string[]): string[] {
  const lines = typeof typed === 'string' ? typed.split(/\r\n?|\n/) : typed;
  return lines.map((line) => cleanLine(line.replace(/^\s*[-–—•+*]\s+/, ''))).filter(Boolean);
}

export const someDay = z._default(optionalDay, null);

/** A time of the day as 'HH:MM', typed as 7:30, 7h30, 7 giờ 30 or 8 giờ. */
export const someTime = z._default(
  z.pipe(
    z.pipe(
      optionalLine(30),
      z.transform((text: string | null) => (text === null ? null : timeOf(text))),
    ),
    z.nullable(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, words.timeWrong))),
  ),
  null,
);

function timeOf(text: string): string {
  const typed = /^(\d{1,2})\s*(?::|h|giờ|g)?\s*(\d{1,2})?\s*(?:phút|p|’|')?$/iu.exec(text.normalize('NFC'));
  return typed ? `${(typed[1] ?? '').padStart(2, '0')}:${(typed[2] ?? '').padStart(2, '0')}` : text;
}

/** "07 giờ 30 phút, ngày 01 tháng 12 năm 2026"; what is not known is left open. */
export function momentInText(day: string | null, time: string | null): string {
  const [hour = '…', minute = '…'] = time?.split(':') ?? [];
  if (day === null || !isDay(day)) return `${hour} giờ ${minute} phút, ngày … tháng … năm …`;
  return `${hour} giờ ${minute} phút, ${dayInText(day)}`;
}

/** "ngày 05 tháng 01 năm 2026": a 0 before days below 10 and the months 1 and 2 (NĐ 30/2020, Phụ lục I, II.4). */
export function dayInText(day: string): string {
  const month = Number(day.slice(5, 7));
  return `ngày ${day.slice(8, 10)} tháng ${month < 3 ? `0${month}` : month} năm ${day.slice(0, 4)}`;
}
