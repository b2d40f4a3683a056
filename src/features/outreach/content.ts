import * as z from 'zod/mini';
import { id, optionalDay, optionalId, optionalLine } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import { code, safeLine, safeText } from '#features/visits/model/fields.ts';
import * as words from './content-words.ts';

/** What the plan wants people told: policy (R31), events, how to do a thing, warnings of fraud. */
export const contentKinds = ['policy', 'event', 'how_to', 'scam_warning'] as const;
export type ContentKind = (typeof contentKinds)[number];

/** The forms in which one content is written, each for its channel (R24, "nhiều hình thức"). */
export const contentForms = ['loudspeaker', 'leaflet', 'zalo', 'talk'] as const;
export type ContentForm = (typeof contentForms)[number];

/** How long each may be (letters): a minute and a half of loudspeaker, one A5 page, one message, one sheet to speak from. */
export const longest: Record<ContentForm, number> = {
  loudspeaker: 1500,
  leaflet: 900,
  zalo: 1500,
  talk: 2000,
};

const optionalCode = z.pipe(
  z.pipe(
    z.nullish(z.string()),
    z.transform((text) => text || null),
  ),
  z.nullable(code),
);

export const ContentInput = z
  .object({
    /** Made by whoever writes a new one, so that sending twice writes once. */
    id: z._default(optionalId, null),
    /** Null: a new one. */
    contentId: z._default(optionalId, null),
    kind: z.enum(contentKinds, shared.chooseOne),
    title: safeLine(140),
    topic: z._default(optionalCode, null),
    platform: z._default(optionalCode, null),
    /** The unit that gave it (R66); null: the office's own. */
    unitId: z._default(optionalId, null),
    link: z._default(
      z.pipe(optionalLine(300), z.nullable(z.string().check(z.regex(/^https:\/\/[^\s]+$/, words.linkShape)))),
      null,
    ),
    validUntil: z._default(optionalDay, null),
    loudspeaker: z._default(safeText(longest.loudspeaker), null),
    leaflet: z._default(safeText(longest.leaflet), null),
    zalo: z._default(safeText(longest.zalo), null),
    talk: z._default(safeText(longest.talk), null),
  })
  .check(
    z.refine((one) => contentForms.some((form) => one[form] !== null), {
      message: words.someForm,
      path: ['loudspeaker'],
    }),
  );
export type ContentInput = z.infer<typeof ContentInput>;

export const ContentRetirement = z.object({ contentId: id });

/** [I] Syllables (tiếng) that a village speaker reads in a minute, slowly and clearly. */
const perMinute = 130;

/** How long a script takes to read aloud (giây), at least five. */
export function secondsToRead(text: string): number {
  const syllables = text.split(/\s+/).filter(Boolean).length;
  return Math.max(5, Math.ceil(((syllables / perMinute) * 60) / 5) * 5);
}

/** What outreach form of the catalogue says a content in which of its forms; everything where one speaks is talk. */
export function formOfChannel(channel: string): ContentForm {
  if (channel === 'loudspeaker' || channel === 'zalo') return channel;
  return channel === 'leaflet' || channel === 'banner' ? 'leaflet' : 'talk';
}
