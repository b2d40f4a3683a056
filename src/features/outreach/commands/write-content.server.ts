import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';
import { unitNames } from '#features/units/queries/units.server.ts';
import { contentForms, ContentInput, ContentRetirement } from '../content.ts';
import * as words from '../content-words.ts';
import { canSeeContents, canWriteContents } from '../policy.ts';
import { getContent, listContents, type Content } from '../queries/contents.server.ts';

/**
 * Writes a new content of the library, or the next version of one: what was said before stays as it was (law 4). Nothing is
 * written when nothing changes; a retired one is in use again. Tells 'outreach_content.written'. Throws `duplicate` for a title
 * in use, `input.invalid` for a topic or platform that is not in the catalogue, or a unit that is none.
 */
export const writeContent = defineCommand({
  name: 'outreach.write_content',
  input: ContentInput,
  async load(ctx, input) {
    visible(ctx.actor, canSeeContents);
    return input.contentId === null ? null : getContent(ctx, input.contentId);
  },
  allow: (actor) => canWriteContents(actor),
  async run(ctx, input, before) {
    const id = before?.id ?? input.id ?? ctx.id();
    if (before === null && input.id !== null && (await isThere(ctx, id))) return { id };
    if (before !== null && before.retiredOn === null && isSame(before, input)) return { id };
    await check(ctx, input, before);
    const version = (before?.version ?? 0) + 1;
    await ctx.tx
      .insertInto('outreach_contents')
      .values({
        commune_id: ctx.communeId,
        id,
        kind: input.kind,
        unit_id: input.unitId,
        version,
        retired_on: null,
        created_by: ctx.actor.accountId,
        created_at: ctx.now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['commune_id', 'id'])
          .doUpdateSet({ kind: input.kind, unit_id: input.unitId, version, retired_on: null }),
      )
      .execute();
    const after = {
      title: input.title,
      topic: input.topic,
      platform: input.platform,
      link: input.link,
      valid_until: input.validUntil,
      loudspeaker: input.loudspeaker,
      leaflet: input.leaflet,
      zalo: input.zalo,
      talk: input.talk,
    };
    await ctx.tx
      .insertInto('outreach_content_versions')
      .values({
        commune_id: ctx.communeId,
        content_id: id,
        version,
        written_by: ctx.actor.accountId,
        written_at: ctx.now,
        ...after,
      })
      .execute();
    await ctx.emit({
      name: 'outreach_content.written',
      hamletId: null,
      subject: 'outreach_content',
      subjectId: id,
      data: { version, kind: input.kind, title: input.title, unitId: input.unitId },
    });
    return { id };
  },
});

/** Takes a content out of use; what was said of it stays. Tells 'outreach_content.retired'. */
export const retireContent = defineCommand({
  name: 'outreach.retire_content',
  input: ContentRetirement,
  async load(ctx, input) {
    visible(ctx.actor, canSeeContents);
    return getContent(ctx, input.contentId);
  },
  allow: (actor) => canWriteContents(actor),
  async run(ctx, _input, content) {
    if (content.retiredOn !== null) return;
    await ctx.tx
      .updateTable('outreach_contents')
      .set({ retired_on: ctx.today })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', content.id)
      .execute();
    await ctx.emit({
      name: 'outreach_content.retired',
      hamletId: null,
      subject: 'outreach_content',
      subjectId: content.id,
      data: { title: content.title },
    });
  },
});

async function isThere(ctx: WriteContext, id: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('outreach_contents')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

const compared = [
  'kind',
  'title',
  'topic',
  'platform',
  'unitId',
  'link',
  'validUntil',
  ...contentForms,
] as const;
const isSame = (before: Content, input: ContentInput) =>
  compared.every((field) => before[field] === input[field]);

async function check(ctx: WriteContext, input: ContentInput, before: Content | null): Promise<void> {
  const fields: FieldProblems = {};
  for (const kind of ['topic', 'platform'] as const) {
    const chosen = input[kind];
    const known = (await listCatalogue(ctx, kind)).some((entry) => entry.code === chosen);
    if (chosen !== null && !known && before?.[kind] !== chosen) fields[kind] = words.notInCatalogue;
  }
  const { unitId } = input;
  const isUnit = unitId === null || (await unitNames(ctx)).some(({ id }) => id === unitId);
  if (!isUnit && before?.unitId !== unitId) fields['unitId'] = words.unitGone;
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
  const title = input.title.toLocaleLowerCase('vi');
  const others = (await listContents(ctx)).filter((one) => one.id !== before?.id);
  if (others.some((one) => one.title.toLocaleLowerCase('vi') === title))
    throw new Problem('duplicate', { message: words.sameTitle, fields: { title: words.sameTitle } });
}
