import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { OfficialDocument } from '#platform/docx/document-model.ts';
import type { Id } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import { findHamlet, listHamlets } from '#features/org/queries.server.ts';
import { communeReportDocument } from '../document/commune-report-document.ts';
import { hamletReportDocument } from '../document/hamlet-report-document.ts';
import type { CommuneContent } from '../model/commune-content.ts';
import type { ReportContent } from '../model/content.ts';
import type { ReportKind, ReportTemplate } from '../model/template.ts';
import { canKeepForms } from '../policy.ts';
import { composeCommuneWith } from './commune-report-content.server.ts';
import { formsInWork, keptForm } from './form-drafts.server.ts';
import { reportCalendar } from './report-calendar.server.ts';
import { composeWith } from './report-content.server.ts';

/** What a form would make of the newest data: the report of a hamlet, or the commune's, and its document. Nothing is kept. */
export type FormPreview = { form: ReportTemplate; document: OfficialDocument } & (
  | { kind: 'hamlet'; hamletId: Id; content: ReportContent }
  | { kind: 'office' | 'commune'; content: CommuneContent }
);

/**
 * The draft of a form, else its newest version, filled with the newest data: for a hamlet's form the month that runs in one hamlet
 * (null: the first), for the commune's the month that ended last. Figures only and drafted words, of nobody's own texts.
 */
export async function previewForm(
  ctx: ReadContext,
  { kind, hamletId }: { kind: ReportKind; hamletId: Id | null },
): Promise<FormPreview> {
  visible(ctx.actor, canKeepForms);
  const { draft, versions } = await keptForm(ctx, kind);
  const newest = found(versions[0]);
  const form = draft?.definition ?? newest.definition;
  const calendar = await reportCalendar(ctx);
  if (kind === 'hamlet') {
    const hamlet = found(hamletId === null ? (await listHamlets(ctx))[0] : await findHamlet(ctx, hamletId));
    const content = await composeWith(
      ctx,
      { id: newest.id, version: newest.version, definition: form },
      {
        id: null,
        hamletId: hamlet.id,
        span: calendar.spanOf(calendar.running('month')),
        narrative: {},
        firstSubmittedAt: null,
        dueOn: null,
      },
      { cutoffAt: ctx.now, sent: false },
    );
    return { kind, form, hamletId: hamlet.id, content, document: hamletReportDocument(content, form) };
  }
  const content = await composeCommuneWith(ctx, await formsInWork(ctx), {
    id: null,
    span: calendar.spanOf(calendar.toReport('month')),
    narrative: {},
  });
  const registered = { number: null, datedOn: null };
  const document = communeReportDocument(content, form, { document: kind, registered });
  return { kind, form, content, document };
}
