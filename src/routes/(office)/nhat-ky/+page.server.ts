import { canReadAudit } from '#features/accounts/policy.ts';
import { listActors, listEvents } from '#features/accounts/queries/list-events.server.ts';
import { isId } from '#shared/ids.ts';
import { readDay } from '#ui/read-day.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';

export const _access: Access = canReadAudit;

const pageSize = 50;

const asked = (url: URL, name: string) => url.searchParams.get(name)?.trim() ?? '';

/** `?ngay=` a day, `?nguoi=` an account, `?sau=` the key of the last line of the page before. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const typedDay = asked(event.url, 'ngay');
    const after = asked(event.url, 'sau');
    const nguoi = asked(event.url, 'nguoi');
    const day = readDay(typedDay);
    const person = isId(nguoi) ? nguoi : '';
    const dayWrong = typedDay !== '' && day === null;
    const lines = dayWrong
      ? []
      : await listEvents(ctx, { day, actorId: person || null, after }, pageSize + 1);
    const shown = lines.slice(0, pageSize);
    const kept = new URLSearchParams({ ...(day && { ngay: day }), ...(person && { nguoi: person }) });
    const last = lines.length > pageSize ? shown.at(-1) : undefined;
    return {
      lines: shown,
      actors: await listActors(ctx),
      day: day ?? typedDay,
      person,
      dayWrong,
      exportQuery: kept.toString(),
      filtered: typedDay !== '' || person !== '',
      firstHref: after === '' ? null : `/nhat-ky?${kept.toString()}`,
      nextHref: last ? `/nhat-ky?${new URLSearchParams([...kept, ['sau', last.key]]).toString()}` : null,
    };
  });
