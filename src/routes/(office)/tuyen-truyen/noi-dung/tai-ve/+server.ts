import { kind } from '#features/outreach/content-words.ts';
import { canSeeContents } from '#features/outreach/policy.ts';
import { listContents } from '#features/outreach/queries/contents.server.ts';
import { formatDay } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { askedOf } from '../filter.ts';
import { exported as words } from '../words.ts';

export const _access: Access = canSeeContents;

/** The library that the reader sees, each form in a column of its own. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'outreach_contents',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) =>
      (await listContents(ctx, askedOf(event.url.searchParams))).map((one) => [
        kind[one.kind],
        one.title,
        one.version,
        one.validUntil && formatDay(one.validUntil),
        one.loudspeaker,
        one.leaflet,
        one.zalo,
        one.talk,
        one.link,
        one.writerName,
      ]),
  });
