import { sql } from 'kysely';
import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import { fold, sortKey } from '#shared/fold.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { HamletNaming } from '../model.ts';
import { canKeepUnits } from '../policy.ts';
import { livingHamlet } from '../queries/hamlet-names.server.ts';
import * as words from '../words.ts';

/**
 * Gives a hamlet, and its team where one is given, a new name from a day on (R93, W22): today's name is shown until then, reports of earlier periods keep the
 * name of then, and its code, households and figures are those of the same hamlet. Said again for the same day it replaces what
 * was said. Tells 'hamlet.renamed' when the day has come, else 'hamlet.rename_planned'. Throws `duplicate` for a name that
 * another living hamlet has or will have, `input.invalid` for a day before the hamlet was there or before a later name.
 */
export const renameHamletFrom = defineCommand({
  name: 'hamlet.rename_from',
  input: HamletNaming,
  load: async (ctx, input) => visible(await livingHamlet(ctx, input.hamletId), () => true),
  allow: (actor) => canKeepUnits(actor),
  async run(ctx, input, hamlet) {
    if (input.validFrom <= hamlet.validFrom)
      throw new Problem('input.invalid', { fields: { validFrom: words.nameBeforeHamlet(hamlet.validFrom) } });
    const later = hamlet.names.find((one) => one.validFrom > input.validFrom);
    if (later)
      throw new Problem('input.invalid', {
        fields: { validFrom: words.nameBeforeLater(later.name, later.validFrom) },
      });
    await refuseTwin(ctx, hamlet.id, input.name);
    if (hamlet.names.length === 0)
      await writeName(ctx, hamlet.id, { name: hamlet.name, validFrom: hamlet.validFrom });
    await writeName(ctx, hamlet.id, input);
    if (input.validFrom <= ctx.today) return takeName(ctx, hamlet.id, hamlet.name, input);
    await ctx.emit({
      name: 'hamlet.rename_planned',
      hamletId: hamlet.id,
      subject: 'hamlet',
      subjectId: hamlet.id,
      data: { before: { name: hamlet.name }, after: { name: input.name }, validFrom: input.validFrom },
    });
  },
});

async function refuseTwin(ctx: WriteContext, hamletId: Id, name: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name, name_folded from hamlets
     where commune_id = ${ctx.communeId} and valid_to is null and id <> ${hamletId} and name_folded = ${fold(name)}
    union all
    select n.name, '' from hamlet_names as n
     where n.commune_id = ${ctx.communeId} and n.hamlet_id <> ${hamletId} and n.valid_from > ${ctx.today}
       and lower(n.name) = lower(${name})`.execute(ctx.tx);
  if (rows.length > 0)
    throw new Problem('duplicate', {
      message: words.hamletExists(name),
      fields: { name: words.hamletExists(name) },
    });
}

async function writeName(
  ctx: WriteContext,
  hamletId: Id,
  {
    name,
    validFrom,
    decision = null,
    teamName = null,
  }: { name: string; validFrom: Day; decision?: string | null; teamName?: string | null },
): Promise<void> {
  await ctx.tx
    .insertInto('hamlet_names')
    .values({
      commune_id: ctx.communeId,
      id: ctx.id(),
      hamlet_id: hamletId,
      name,
      valid_from: validFrom,
      decision,
      team_name: teamName,
      written_at: ctx.now,
      written_by: ctx.actor.accountId,
    })
    .onConflict((conflict) =>
      conflict.columns(['commune_id', 'hamlet_id', 'valid_from']).doUpdateSet({
        name,
        decision,
        team_name: teamName,
        written_at: ctx.now,
        written_by: ctx.actor.accountId,
      }),
    )
    .execute();
}

/** Writes the name of today on the hamlet's own row, and its team's where one was given. */
async function takeName(
  ctx: WriteContext,
  hamletId: Id,
  before: string,
  { name, validFrom, teamName = null }: { name: string; validFrom: Day; teamName?: string | null },
): Promise<void> {
  if (name === before) return;
  if (teamName !== null) await renameTeam(ctx, hamletId, teamName, validFrom);
  await ctx.tx
    .updateTable('hamlets')
    .set({ name, name_folded: fold(name), sort_key: sortKey(name) })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', hamletId)
    .execute();
  await ctx.emit({
    name: 'hamlet.renamed',
    hamletId,
    subject: 'hamlet',
    subjectId: hamletId,
    data: { before: { name: before }, after: { name }, validFrom },
  });
}

async function renameTeam(ctx: WriteContext, hamletId: Id, name: string, validFrom: Day): Promise<void> {
  const team = await ctx.tx
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('commune_id', '=', ctx.communeId)
    .where('hamlet_id', '=', hamletId)
    .where('ended_on', 'is', null)
    .where('beside', '=', false)
    .executeTakeFirst();
  if (!team || team.name === name) return;
  await ctx.tx
    .updateTable('teams')
    .set({ name })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', team.id)
    .execute();
  await ctx.emit({
    name: 'team.renamed',
    hamletId,
    subject: 'team',
    subjectId: team.id,
    data: { before: { name: team.name }, after: { name }, validFrom },
  });
}

/** Once a day: names whose day has come are written on their hamlets. Run again it changes nothing. */
export async function takeNamesOfToday(ctx: WriteContext): Promise<void> {
  const { rows } = await sql<{
    id: Id;
    was: string;
    name: string;
    valid_from: Day;
    team_name: string | null;
  }>`
    select h.id, h.name as was, n.name, n.valid_from, n.team_name from hamlets as h
      join lateral (
        select name, valid_from, team_name from hamlet_names
         where commune_id = ${ctx.communeId} and hamlet_id = h.id and valid_from <= ${ctx.today}
         order by valid_from desc limit 1) as n on true
     where h.commune_id = ${ctx.communeId} and h.valid_to is null and n.name <> h.name
     order by h.id`.execute(ctx.tx);
  for (const row of rows)
    await takeName(ctx, row.id, row.was, {
      name: row.name,
      validFrom: row.valid_from,
      teamName: row.team_name,
    });
}
