import { canReadAudit } from '#features/accounts/policy.ts';
import { listEvents } from '#features/accounts/queries/list-events.server.ts';
import type { ExportValue } from '#platform/sheet/write-sheet.server.ts';
import { isId } from '#shared/ids.ts';
import { readDay } from '#ui/read-day.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import * as words from '../words.ts';

export const _access: Access = canReadAudit;

const mostLines = 5000;

/** The audit as the page's filter (ngay, nguoi) shows it, newest first; at most five thousand lines, as its title says. */
export const GET: RequestHandler = (event) => {
  const day = readDay(event.url.searchParams.get('ngay') ?? '');
  const person = event.url.searchParams.get('nguoi') ?? '';
  return listFile(event, {
    list: 'audit',
    title: words.exported.title,
    columns: words.exported.columns,
    rows: async (ctx) => {
      const lines = await listEvents(ctx, { day, actorId: isId(person) ? person : null }, mostLines);
      return lines.map((line): readonly ExportValue[] => [
        words.when(line.recordedAt),
        line.actorName ?? words.product,
        words.what(line.name),
        words.about(line.subject, line.count, line.accountName),
        line.hamletName,
      ]);
    },
  });
};
