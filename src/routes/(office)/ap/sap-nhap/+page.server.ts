import { redirect } from '@sveltejs/kit';
import { mergeHamlets } from '#features/merging/commands/merge-hamlets.server.ts';
import { canMergeHamlets } from '#features/merging/policy.ts';
import { mergerPreview } from '#features/merging/queries/merger-preview.server.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { readDay } from '#ui/read-day.ts';
import { isId } from '#shared/ids.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { mergePage as words, newNamePage } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canMergeHamlets;

/** The choice of `vao` that is no hamlet. */
const fresh = 'moi';

/** First which hamlets and from when (`?ap=…&vao=…&ten=…&tu=…&so=…&ngay=…`), then in numbers what it will change, to be pressed. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { searchParams } = event.url;
    const asked = (name: string) => searchParams.get(name)?.trim() ?? '';
    const hamlets = await listHamlets(ctx);
    const chosen = hamlets.filter(({ id }) => searchParams.getAll('ap').includes(id));
    const goesOn = chosen.find(({ id }) => id === asked('vao'));
    const into = goesOn?.name ?? (asked('vao') === fresh ? asked('ten') : '');
    const wasAsked = searchParams.has('tu');
    const [validFrom, decisionOn] = [readDay(asked('tu')), readDay(asked('ngay'))];
    const wrong = wasAsked
      ? {
          ...(chosen.length < 2 ? { ap: words.two } : {}),
          ...(!goesOn && asked('vao') !== fresh ? { vao: words.intoNeeded } : {}),
          ...(!goesOn && asked('vao') === fresh && into === '' ? { ten: words.nameNeeded } : {}),
          ...(validFrom === null ? { tu: newNamePage.dayWrong } : {}),
          ...(decisionOn === null ? { ngay: newNamePage.dayWrong } : {}),
        }
      : {};
    const isReady = wasAsked && Object.keys(wrong).length === 0 && validFrom !== null && decisionOn !== null;
    return {
      hamlets,
      fresh,
      asked: {
        hamletIds: searchParams.getAll('ap').filter(isId),
        into: asked('vao'),
        name: asked('ten'),
        validFrom: asked('tu'),
        number: asked('so'),
        decisionOn: asked('ngay'),
      },
      wrong,
      preview: isReady
        ? {
            ...(await mergerPreview(
              ctx,
              chosen.map(({ id }) => id),
            )),
            into,
            intoHamletId: goesOn?.id ?? null,
            ending: chosen.filter(({ id }) => id !== goesOn?.id).map(({ name }) => name),
            validFrom,
            decisionOn,
          }
        : null,
      today: ctx.today,
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, mergeHamlets, await formOf(event));
    return problem ?? redirect(303, `/ap?xong=${done?.isDone ? 'sap-nhap' : 'cho-sap-nhap'}`);
  },
};
