import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import type { Forms } from '../model/form-rules.ts';
import { reportKinds, type ReportKind, type ReportTemplate } from '../model/template.ts';
import { canKeepForms } from '../policy.ts';
import { templateVersions, type StoredTemplate } from './templates.server.ts';

/** A form that is being edited. */
export interface FormDraft {
  id: Id;
  kind: ReportKind;
  definition: ReportTemplate;
  basedOn: Id;
  begunBy: Id;
  begunAt: Date;
  updatedAt: Date;
}

/** Where a form stands: its versions, the newest first, and the draft if somebody is editing it. */
export interface KeptForm {
  kind: ReportKind;
  versions: StoredTemplate[];
  draft: FormDraft | null;
}

/** A form for who keeps forms; else, and where the commune has none of the kind, `not_found`. */
export async function keptForm(ctx: ReadContext, kind: ReportKind): Promise<KeptForm> {
  visible(ctx.actor, canKeepForms);
  const versions = await templateVersions(ctx, kind);
  found(versions[0]);
  return { kind, versions, draft: await findDraft(ctx, kind) };
}

/** The three forms as they would stand together: each as its draft, else as its newest version. Asks no permission. */
export async function formsInWork(
  ctx: ReadContext,
  { drafts = true }: { drafts?: boolean } = {},
): Promise<Forms> {
  const forms: Partial<Forms> = {};
  for (const kind of reportKinds) {
    const draft = drafts ? await findDraft(ctx, kind) : null;
    forms[kind] = draft?.definition ?? found((await templateVersions(ctx, kind))[0]).definition;
  }
  return { hamlet: found(forms.hamlet), office: found(forms.office), commune: found(forms.commune) };
}

/** Every form that holds or is being edited: the newest version and the draft of each kind; none where the commune has none. Asks no permission. */
export async function formsStanding(
  ctx: ReadContext,
): Promise<{ kind: ReportKind; definition: ReportTemplate }[]> {
  const standing: { kind: ReportKind; definition: ReportTemplate }[] = [];
  for (const kind of reportKinds)
    for (const one of [await findDraft(ctx, kind), (await templateVersions(ctx, kind))[0]])
      if (one) standing.push({ kind, definition: one.definition });
  return standing;
}

async function findDraft(ctx: ReadContext, kind: ReportKind): Promise<FormDraft | null> {
  const row = await ctx.tx
    .selectFrom('report_template_drafts')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        kind: row.kind,
        // Written by this room's commands only, in this shape.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        definition: row.definition as ReportTemplate,
        basedOn: row.based_on,
        begunBy: row.begun_by,
        begunAt: row.begun_at,
        updatedAt: row.updated_at,
      }
    : null;
}
