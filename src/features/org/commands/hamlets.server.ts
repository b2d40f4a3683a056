import { sql } from 'kysely';
import * as z from 'zod/mini';
import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import { fold, sortKey } from '#shared/fold.ts';
import { day, id, line } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import type { Id } from '#shared/ids.ts';
import { HamletInput, hamletKindOf, HamletNames, type HamletKind } from '../model.ts';
import { canKeepUnits } from '../policy.ts';
import { findLivingHamlet } from '../queries.server.ts';
import * as words from '../words.ts';

/** Adds a hamlet that the commune names (R11). Throws `duplicate` when a living hamlet has that name. */
export const addHamlet = defineCommand({
  name: 'hamlet.add',
  input: HamletInput,
  load: async () => null,
  allow: (actor) => canKeepUnits(actor),
  run: (ctx, input) => insertHamlet(ctx, input),
});

/** Adds hamlets that are named one a line, all or none. Throws `duplicate` that names the one which is there already. */
export const addHamlets = defineCommand({
  name: 'hamlet.add_many',
  input: z.object({ names: HamletNames, validFrom: day }),
  load: async () => null,
  allow: (actor) => canKeepUnits(actor),
  run: async (ctx, input) => {
    for (const name of input.names) {
      try {
        await insertHamlet(ctx, { name, kind: hamletKindOf(name), validFrom: input.validFrom });
      } catch (cause) {
        if (!(cause instanceof Problem)) throw cause;
        throw new Problem(cause.code, { fields: { names: cause.message } });
      }
    }
  },
});

/** The insertion itself, for set-up and imports that have already been allowed. Returns the hamlet's id. */
export async function insertHamlet(
  ctx: WriteContext,
  input: { name: string; kind: HamletKind; validFrom: string },
): Promise<Id> {
  const folded = fold(input.name);
  const rows = await ctx.tx
    .selectFrom('hamlets')
    .select(['name_folded', 'valid_to'])
    .where('commune_id', '=', ctx.communeId)
    .execute();
  if (rows.some((row) => row.valid_to === null && row.name_folded === folded)) {
    throw new Problem('duplicate', {
      message: words.hamletExists(input.name),
      fields: { name: words.hamletExists(input.name) },
    });
  }
  const hamletId = ctx.id();
  await ctx.tx
    .insertInto('hamlets')
    .values({
      commune_id: ctx.communeId,
      id: hamletId,
      code: `${ctx.communeId}-${String(rows.length + 1).padStart(2, '0')}`,
      name: input.name,
      name_folded: folded,
      sort_key: sortKey(input.name),
      kind: input.kind,
      valid_from: input.validFrom,
      valid_to: null,
    })
    .execute();
  await ctx.emit({
    name: 'hamlet.added',
    hamletId,
    subject: 'hamlet',
    subjectId: hamletId,
    data: { after: { name: input.name } },
  });
  return hamletId;
}

/** Puts right how a hamlet's name is written; a new name by a decision is `renameHamletFrom`. The past keeps its history in the event. */
export const renameHamlet = defineCommand({
  name: 'hamlet.rename',
  input: z.object({ hamletId: id, name: line(80) }),
  load: async (ctx, input) => visible(await findLivingHamlet(ctx, input.hamletId), () => true),
  allow: (actor) => canKeepUnits(actor),
  run: async (ctx, input, hamlet) => {
    const twin = await ctx.tx
      .selectFrom('hamlets')
      .select('id')
      .where('commune_id', '=', ctx.communeId)
      .where('name_folded', '=', fold(input.name))
      .where('valid_to', 'is', null)
      .where('id', '!=', hamlet.id)
      .executeTakeFirst();
    if (twin)
      throw new Problem('duplicate', {
        message: words.hamletExists(input.name),
        fields: { name: words.hamletExists(input.name) },
      });
    await ctx.tx
      .updateTable('hamlets')
      .set({ name: input.name, name_folded: fold(input.name), sort_key: sortKey(input.name) })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', hamlet.id)
      .execute();
    // Of a hamlet that has had several names, the one in force was misspelt.
    await sql`
      update hamlet_names as n set name = ${input.name}
       where n.commune_id = ${ctx.communeId} and n.hamlet_id = ${hamlet.id} and n.valid_from = (
         select max(valid_from) from hamlet_names
          where commune_id = ${ctx.communeId} and hamlet_id = ${hamlet.id} and valid_from <= ${ctx.today})`.execute(
      ctx.tx,
    );
    await ctx.emit({
      name: 'hamlet.renamed',
      hamletId: hamlet.id,
      subject: 'hamlet',
      subjectId: hamlet.id,
      data: { before: { name: hamlet.name }, after: { name: input.name } },
    });
  },
});
