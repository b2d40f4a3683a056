import * as z from 'zod/mini';
import { cleanText } from '#shared/fold.ts';
import { day, id, line, optionalId, optionalText } from '#shared/fields.ts';
import { chooseOne, needed, tooLong } from '#shared/words.ts';
import { periodNeeded } from '../words.ts';
import { isPeriodKey } from './span.ts';

/** A key of a period, see span.ts. */
export const period = z.string(needed).check(z.refine(isPeriodKey, periodNeeded));

export const OpenReportInput = z.object({ hamletId: id, period });
export const ReportInput = z.object({ reportId: id });

/** `text` empty or null takes the person's text away, and the draft comes back. */
export const NarrativeInput = z.object({
  reportId: id,
  section: z.string().check(z.regex(/^[a-z][a-z_]{0,29}$/)),
  text: optionalText(6000),
});

const note = z.pipe(
  z.pipe(z.string(needed), z.transform(cleanText)),
  z.string().check(z.minLength(1, needed), z.maxLength(2000, tooLong(2000))),
);
/** A return of the commune's report says what to do. */
export const ReturnInput = z.object({ reportId: id, note });
/** A hamlet's report: an acceptance may say thanks; a return says what to do, here or beside the figures. */
export const DecideInput = z.object({ reportId: id, note: z._default(optionalText(2000), null) });

/** A later due day: for one hamlet, or (null) for all. */
export const ExtensionInput = z.object({
  period,
  hamletId: optionalId,
  dueOn: day,
  reason: line(300),
});

export const DayOffInput = z.object({
  day,
  kind: z.enum(['off', 'working'], chooseOne),
  name: line(80),
});
export const DayInput = z.object({ day });
