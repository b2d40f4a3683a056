import { canOpenSupport } from '#features/support/policy.ts';
import { channel, place, satisfaction, state, urgency } from '#features/support/words.ts';
import { formatDay } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { chosenSupport } from '../chosen.server.ts';
import { askedOf } from '../filter.ts';
import { exported as words } from '../words.ts';

export const _access: Access = canOpenSupport;

/** The list that the reader sees, under the same conditions and the same rights; telephones stay on the page of each. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'support',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) =>
      (await chosenSupport(ctx, askedOf(event.url.searchParams))).map((one) => [
        formatDay(one.raisedOn),
        one.hamletName,
        one.personName,
        one.need,
        channel[one.channel],
        one.point?.name ?? place[one.place],
        urgency[one.urgency],
        formatDay(one.dueOn),
        state[one.state],
        one.memberName,
        one.scheduledOn && formatDay(one.scheduledOn),
        one.waited,
        one.overdue > 0 ? one.overdue : null,
        one.satisfaction && satisfaction[one.satisfaction],
        one.raiserName,
      ]),
  });
