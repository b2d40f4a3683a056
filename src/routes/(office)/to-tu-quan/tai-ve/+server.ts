import { canSeeAllGroups } from '#features/groups/policy.ts';
import { listGroups } from '#features/groups/queries.server.ts';
import { groupsCare } from '#features/groups/queries/group-members.server.ts';
import { grade, placeKind, state } from '#features/groups/words.ts';
import { formatDay } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { exported as words } from '../words.ts';

export const _access: Access = canSeeAllGroups;

/** The commune's list of registered groups (R72). */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'groups',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) => {
      const care = await groupsCare(ctx);
      return (await listGroups(ctx, null)).map((group) => {
        const { lead, members, grade: found } = care.get(group.id) ?? { lead: null, members: 0, grade: null };
        return [
          group.hamletName,
          group.name,
          group.place,
          placeKind[group.placeKind],
          group.openingHours,
          formatDay(group.registeredOn),
          group.late ? words.late : null,
          state[group.state],
          formatDay(group.stateOn),
          lead,
          members,
          found && grade[found],
        ];
      });
    },
  });
