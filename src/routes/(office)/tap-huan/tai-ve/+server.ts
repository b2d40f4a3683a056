import { canOpenTraining } from '#features/training/policy.ts';
import { listClasses } from '#features/training/queries/classes.server.ts';
import { form, state, wholeCommune } from '#features/training/words.ts';
import { formatDay } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { classFilter } from '../class-filter.ts';
import { exported as words } from '../words.ts';

export const _access: Access = canOpenTraining;

/** The classes that the reader sees, by the conditions of the list. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'classes',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) =>
      (await listClasses(ctx, classFilter(event.url.searchParams))).map((one) => [
        formatDay(one.heldOn),
        one.endsAt === null ? one.startsAt : `${one.startsAt}–${one.endsAt}`,
        one.name,
        one.topics.map(({ name }) => name).join('; '),
        one.hamletName ?? wholeCommune,
        form[one.form],
        one.place ?? one.link,
        one.trainer,
        one.organiser,
        state[one.state],
        one.trainees,
        one.present,
        one.passed,
      ]),
  });
