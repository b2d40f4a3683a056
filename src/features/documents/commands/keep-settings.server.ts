import { isDeepStrictEqual } from 'node:util';
import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { partsOf, settingParts, SettingsInput } from '../model/settings.ts';
import { canKeepSettings, canSeeDocuments } from '../policy.ts';
import { settingsOn } from '../queries/settings-on.server.ts';

/**
 * Keeps issuer, signer and recipients of a kind of paper from a day on, and the signer for other kinds too where asked. Only
 * what differs from what stands on that day is written; papers that were approved keep theirs. Tells what stood before.
 */
export const keepPaperSettings = defineCommand({
  name: 'document_settings.keep',
  input: SettingsInput,
  load: async (ctx) => visible(ctx.actor, canSeeDocuments),
  allow: (actor) => canKeepSettings(actor),
  run: async (ctx, input) => {
    const given = partsOf(input);
    for (const kind of new Set([input.kind, ...input.alsoFor])) {
      const standing = await settingsOn(ctx, kind, input.validFrom);
      const changed = settingParts.filter(
        (part) =>
          (kind === input.kind || part === 'signer') && !isDeepStrictEqual(given[part], standing[part]),
      );
      for (const part of changed) {
        const row = {
          value: JSON.stringify(given[part]),
          kept_by: ctx.actor.accountId,
          kept_at: ctx.now,
        };
        await ctx.tx
          .insertInto('document_settings')
          .values({ commune_id: ctx.communeId, kind, part, valid_from: input.validFrom, ...row })
          .onConflict((conflict) =>
            conflict.columns(['commune_id', 'kind', 'part', 'valid_from']).doUpdateSet(row),
          )
          .execute();
        await ctx.emit({
          name: 'document_settings.kept',
          hamletId: null,
          subject: 'document_settings',
          subjectId: ctx.id(),
          data: { kind, part, validFrom: input.validFrom, before: standing[part], after: given[part] },
        });
      }
    }
  },
});
