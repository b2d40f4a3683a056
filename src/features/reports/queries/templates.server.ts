import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import type { ReportKind, ReportTemplate } from '../model/template.ts';

export interface StoredTemplate {
  id: Id;
  /** 'asked': the form of one thematic or ad-hoc report. */
  kind: ReportKind | 'asked';
  version: number;
  definition: ReportTemplate;
  validFrom: Day;
}

/** The form of a period: the newest version valid on its last day, else the first there ever was. Throws `not_found` when the commune has none. */
export async function templateFor(
  ctx: Pick<ReadContext, 'tx' | 'communeId'>,
  kind: ReportKind,
  lastDay: Day,
): Promise<StoredTemplate> {
  const versions = await templateVersions(ctx, kind);
  return found(versions.find(({ validFrom }) => validFrom <= lastDay) ?? versions.at(-1));
}

/** Every version of a form there ever was, the newest first. */
export async function templateVersions(
  ctx: Pick<ReadContext, 'tx' | 'communeId'>,
  kind: ReportKind,
): Promise<StoredTemplate[]> {
  const rows = await ctx.tx
    .selectFrom('report_templates')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(toTemplate);
}

/** The very version that a report was opened with (R83). */
export async function getTemplate(
  ctx: Pick<ReadContext, 'tx' | 'communeId'>,
  id: Id,
): Promise<StoredTemplate> {
  return toTemplate(
    found(
      await ctx.tx
        .selectFrom('report_templates')
        .selectAll()
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', id)
        .executeTakeFirst(),
    ),
  );
}

const toTemplate = (row: {
  id: Id;
  kind: ReportKind | 'asked';
  version: number;
  definition: unknown;
  valid_from: Day;
}): StoredTemplate => ({
  id: row.id,
  kind: row.kind,
  version: row.version,
  // Parsed by its schema when it was written; only this room writes it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  definition: row.definition as ReportTemplate,
  validFrom: row.valid_from,
});
