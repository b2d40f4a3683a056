import { paperKinds } from '#features/documents/model/kinds.ts';
import { canKeepSettings } from '#features/documents/policy.ts';
import { keptSettings, settingsOn } from '#features/documents/queries/settings-on.server.ts';
import type { PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import * as words from '../words.ts';

export const _access: Access = canKeepSettings;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const kinds = [];
    for (const kind of paperKinds) {
      const coming = (await keptSettings(ctx, kind)).map(({ validFrom }) => validFrom);
      kinds.push({
        kind,
        ...(await settingsOn(ctx, kind, ctx.today)),
        coming: [...new Set(coming.filter((day) => day > ctx.today))].sort(),
      });
    }
    return { kinds, done: doneText(words.done, event.url) };
  });
