import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { CommuneNaming } from '../model.ts';
import { canKeepUnits } from '../policy.ts';
import { getCommune } from '../queries.server.ts';
import { communeNames } from '../queries/commune-names.server.ts';
import * as words from '../words.ts';

/**
 * Gives the commune a new name, or another kind, from a day on by a decision (R93, W22): what is about a day before keeps the name
 * of then; its code, by which everything is kept, stays. Said again for the same day it replaces what was said. Tells
 * 'commune.renamed'. Throws `input.invalid` for the name that it has, and for a day before a later name.
 */
export const renameCommuneFrom = defineCommand({
  name: 'commune.rename_from',
  input: CommuneNaming,
  load: (ctx) => communeNames(ctx),
  allow: (actor) => canKeepUnits(actor),
  async run(ctx, input, names) {
    const later = names.find((one) => one.validFrom > input.validFrom);
    if (later)
      throw new Problem('input.invalid', {
        fields: { validFrom: words.communeNameBeforeLater(later.title, later.validFrom) },
      });
    const before = await getCommune(ctx, input.validFrom);
    const replaced = names.find((one) => one.validFrom === input.validFrom);
    if (!replaced && before.name === input.name && before.type === input.type)
      throw new Problem('input.invalid', { fields: { name: words.communeNameSame(before.title) } });
    const id = ctx.id();
    const told = { name: input.name, type: input.type, decision: input.decision };
    await ctx.tx
      .insertInto('commune_names')
      .values({
        commune_id: ctx.communeId,
        id,
        valid_from: input.validFrom,
        ...told,
        written_at: ctx.now,
        written_by: ctx.actor.accountId,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['commune_id', 'valid_from'])
          .doUpdateSet({ ...told, written_at: ctx.now, written_by: ctx.actor.accountId }),
      )
      .execute();
    await ctx.emit({
      name: 'commune.renamed',
      hamletId: null,
      subject: 'commune',
      subjectId: replaced?.id ?? id,
      data: {
        before: { name: before.name, type: before.type },
        after: { name: input.name, type: input.type },
        validFrom: input.validFrom,
        decision: input.decision,
      },
    });
  },
});
