import { formatWeekday } from '#shared/calendar.ts';
import type { PageServerLoad } from './$types';
import { read, signedIn, type Access } from '#routes/door.server.ts';

export const _access: Access = signedIn;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({ day: formatWeekday(ctx.today) }));
