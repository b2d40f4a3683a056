import { notFound, found } from '#shared/problem.ts';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { getUnit } from '#features/units/queries/units.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { contentForms, type ContentForm, type ContentKind } from '../content.ts';
import { canSeeContents } from '../policy.ts';

/** The words of one version. */
export interface ContentVersion extends Record<ContentForm, string | null> {
  version: number;
  title: string;
  topic: string | null;
  platform: string | null;
  link: string | null;
  validUntil: Day | null;
  writtenAt: Date;
  writerName: string | null;
}

/** A content of the library as it stands. */
export interface Content extends ContentVersion {
  id: Id;
  kind: ContentKind;
  /** The unit that gave it (R66); null: the office's own. */
  unitId: Id | null;
  unitName: string | null;
  retiredOn: Day | null;
  /** The forms that it is written in. */
  forms: ContentForm[];
}

export interface ContentFilter {
  kind?: ContentKind | null;
  form?: ContentForm | null;
  /** Also those out of use. */
  retired?: boolean;
}

/** The contents of the library, newest first, those out of use last. Throws `not_found` for who may not read them. */
export async function listContents(ctx: ReadContext, filter: ContentFilter = {}): Promise<Content[]> {
  if (!canSeeContents(ctx.actor)) throw notFound();
  const { kind, form } = filter;
  const rows = await versionRows(ctx)
    .$if(kind != null, (query) => query.where('c.kind', '=', kind ?? 'policy'))
    .$if(form != null, (query) => query.where(`v.${form ?? 'talk'}`, 'is not', null))
    .$if(filter.retired !== true, (query) => query.where('c.retired_on', 'is', null))
    .whereRef('v.version', '=', 'c.version')
    .orderBy('c.retired_on', (order) => order.desc().nullsFirst())
    .orderBy('v.written_at', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  return rows.map(toContent);
}

/** One content as it stands; throws `not_found` when there is none, and for who may not read it. */
export async function getContent(ctx: ReadContext, id: Id): Promise<Content> {
  if (!canSeeContents(ctx.actor)) throw notFound();
  const row = await versionRows(ctx)
    .where('c.id', '=', id)
    .whereRef('v.version', '=', 'c.version')
    .executeTakeFirst();
  return toContent(found(row));
}

/** What a unit gave, by its title alone: for who sees the unit (its own people too), else `not_found`. Newest first, those out of use left out. */
export async function contentsOfUnit(
  ctx: ReadContext,
  unitId: Id,
): Promise<{ id: Id; title: string; kind: ContentKind; writtenAt: Date }[]> {
  const unit = await getUnit(ctx, unitId);
  const rows = await versionRows(ctx)
    .where('c.unit_id', '=', unit.id)
    .where('c.retired_on', 'is', null)
    .whereRef('v.version', '=', 'c.version')
    .orderBy('v.written_at', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  return rows.map(({ id, title, kind, written_at: writtenAt }) => ({ id, title, kind, writtenAt }));
}

/** The versions of a content before the one that stands, newest first; throws `not_found` as `getContent` does. */
export async function listContentVersions(ctx: ReadContext, id: Id): Promise<Content[]> {
  const content = await getContent(ctx, id);
  const rows = await versionRows(ctx)
    .where('c.id', '=', content.id)
    .whereRef('v.version', '<', 'c.version')
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map(toContent);
}

function versionRows(ctx: ReadContext) {
  return ctx.tx
    .selectFrom('outreach_contents as c')
    .innerJoin('outreach_content_versions as v', (join) =>
      join.on('v.commune_id', '=', ctx.communeId).onRef('v.content_id', '=', 'c.id'),
    )
    .leftJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 'v.written_by'),
    )
    .leftJoin('units as u', (join) =>
      join.on('u.commune_id', '=', ctx.communeId).onRef('u.id', '=', 'c.unit_id'),
    )
    .selectAll('v')
    .select(['c.id', 'c.kind', 'c.unit_id', 'c.retired_on', 'a.full_name', 'u.name as unit_name'])
    .where('c.commune_id', '=', ctx.communeId);
}

type Row = Awaited<ReturnType<ReturnType<typeof versionRows>['execute']>>[number];

function toContent(row: Row): Content {
  return {
    id: row.id,
    kind: row.kind,
    unitId: row.unit_id,
    unitName: row.unit_name,
    retiredOn: row.retired_on,
    version: row.version,
    title: row.title,
    topic: row.topic,
    platform: row.platform,
    link: row.link,
    validUntil: row.valid_until,
    loudspeaker: row.loudspeaker,
    leaflet: row.leaflet,
    zalo: row.zalo,
    talk: row.talk,
    writtenAt: row.written_at,
    writerName: row.full_name,
    forms: contentForms.filter((form) => row[form] !== null),
  };
}
