import { canKeepUnits } from '#features/org/policy.ts';
import { listMembers, listTeams } from '#features/org/queries.server.ts';
import { organisations, positions } from '#features/org/words.ts';
import type { ExportValue } from '#platform/sheet/write-sheet.server.ts';
import { formatDay } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { exported as words } from '../words.ts';

/** The list carries phone numbers: who keeps the teams takes it away, nobody else. */
export const _access: Access = canKeepUnits;

/** All active teams with their members, the commune's first. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'members',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) => {
      const lines: (readonly ExportValue[])[] = [];
      for (const team of await listTeams(ctx)) {
        for (const member of await listMembers(ctx, team.id)) {
          if (member.endedOn !== null) continue;
          lines.push([
            team.hamletName,
            team.name,
            team.decisionNumber,
            member.fullName,
            positions[member.position],
            organisations[member.organisation],
            member.phone,
            formatDay(member.startedOn),
          ]);
        }
      }
      return lines;
    },
  });
