import { redirect } from '@sveltejs/kit';
import { renameCommuneFrom } from '#features/org/commands/commune-names.server.ts';
import { communeTitle } from '#features/org/model.ts';
import { canKeepUnits } from '#features/org/policy.ts';
import { communeNames } from '#features/org/queries/commune-names.server.ts';
import { getCommune } from '#features/org/queries.server.ts';
import { communeTypes } from '#features/org/words.ts';
import { addDays } from '#shared/calendar.ts';
import { readDay } from '#ui/read-day.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { communePage as words, newNamePage } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canKeepUnits;

const isType = (text: string): text is keyof typeof communeTypes => Object.hasOwn(communeTypes, text);

/** First what is meant (`?loai=…&ten=…&tu=…&theo=…`), then the same with what it will change, to be pressed. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { searchParams } = event.url;
    const asked = (name: string) => searchParams.get(name)?.trim() ?? '';
    const commune = await getCommune(ctx);
    const [type, name, validFrom] = [asked('loai'), asked('ten'), readDay(asked('tu'))];
    const wasAsked = searchParams.has('ten');
    const wrong = wasAsked
      ? {
          ...(name === '' ? { ten: words.needed } : {}),
          ...(validFrom === null ? { tu: newNamePage.dayWrong } : {}),
          ...(asked('theo') === '' ? { theo: words.needed } : {}),
        }
      : {};
    const isReady = wasAsked && Object.keys(wrong).length === 0 && validFrom !== null && isType(type);
    return {
      commune: { title: commune.title, type: commune.type },
      names: await communeNames(ctx),
      asked: { type, name, validFrom: asked('tu'), decision: asked('theo') },
      wrong,
      preview: isReady
        ? {
            before: (await getCommune(ctx, addDays(validFrom, -1))).title,
            after: communeTitle({ type, name }),
            type,
            name,
            validFrom,
          }
        : null,
      today: ctx.today,
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { problem } = await act(event, renameCommuneFrom, await formOf(event));
    return problem ?? redirect(303, '/ap?xong=doi-ten-xa');
  },
};
