import { redirect } from '@sveltejs/kit';
import { parseInput } from '#platform/commands/parse-input.ts';
import { found } from '#shared/problem.ts';
import { keepPaperSettings } from '#features/documents/commands/keep-settings.server.ts';
import { composeFrame } from '#features/documents/document/compose-frame.ts';
import { paperKinds } from '#features/documents/model/kinds.ts';
import { partsOf, SettingsInput } from '#features/documents/model/settings.ts';
import { canKeepSettings } from '#features/documents/policy.ts';
import { keptSettings, settingsOn } from '#features/documents/queries/settings-on.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, attempt, formOf, read, type Access } from '#routes/door.server.ts';
import { kindOfCode } from '../../kind-codes.ts';

export const _access: Access = canKeepSettings;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const kind = found(kindOfCode(paperKinds, event.params.loai));
    const standing = await settingsOn(ctx, kind, ctx.today);
    return {
      kind,
      today: ctx.today,
      standing,
      frame: composeFrame(kind, standing, ctx.today),
      kept: (await keptSettings(ctx, kind)).map(({ part, validFrom }) => ({ part, validFrom })),
    };
  });

export const actions: Actions = {
  /** Shows what was typed as it will stand on paper, and keeps nothing. */
  xem: async (event) => {
    const kind = found(kindOfCode(paperKinds, event.params.loai));
    const values = await formOf(event);
    const { done, problem } = await attempt(values, async () => {
      const input = parseInput(SettingsInput, { ...values, kind });
      return composeFrame(kind, partsOf(input), input.validFrom);
    });
    return problem ?? { seen: { values, frame: done } };
  },
  luu: async (event) => {
    const kind = found(kindOfCode(paperKinds, event.params.loai));
    const { problem } = await act(event, keepPaperSettings, { ...(await formOf(event)), kind });
    return problem ?? redirect(303, '/van-ban/mau-ky?xong=mau');
  },
};
