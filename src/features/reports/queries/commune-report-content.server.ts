import type { ReadContext } from '#platform/commands/command.server.ts';
import { getCommune, listHamlets } from '#features/org/queries.server.ts';
import { settingsOn } from '#features/documents/queries/settings-on.server.ts';
import type { Forms } from '../model/form-rules.ts';
import { joinedSections, textSections, titleIn } from '../model/template.ts';
import { reportsOf } from './find-report.server.ts';
import { reportCalendar } from './report-calendar.server.ts';
import { getTemplate } from './templates.server.ts';
import { sumOf, type CommuneContent } from '../model/commune-content.ts';
import { draftCommuneText, type HamletTexts } from '../narrative/draft-commune-text.ts';
import type { CommuneReport } from './find-commune-report.server.ts';

/** The report as it is read now: what was approved, or, while it is a draft, what the hamlets' accepted reports say today. */
export async function communeContentOf(ctx: ReadContext, report: CommuneReport): Promise<CommuneContent> {
  return report.state !== 'draft' && report.snapshot ? report.snapshot : composeCommuneReport(ctx, report);
}

/**
 * Puts the commune's report together from the hamlets' accepted reports, as they were sent; a hamlet without one is in it by
 * name, and never estimated. Everything by value. Asks no permission: who calls it has.
 */
export async function composeCommuneReport(
  ctx: ReadContext,
  report: Pick<CommuneReport, 'span' | 'narrative' | 'templates'>,
): Promise<CommuneContent> {
  const office = (await getTemplate(ctx, report.templates.office)).definition;
  const committee = (await getTemplate(ctx, report.templates.commune)).definition;
  return composeCommuneWith(ctx, { office, commune: committee }, report);
}

/** The same by forms at hand: those that are being edited are looked at in this way. */
export async function composeCommuneWith(
  ctx: ReadContext,
  forms: Pick<Forms, 'office' | 'commune'>,
  { span, narrative }: Pick<CommuneReport, 'span' | 'narrative'>,
): Promise<CommuneContent> {
  const commune = await getCommune(ctx);
  const papers = {
    office: await settingsOn(ctx, 'office_report', ctx.today),
    commune: await settingsOn(ctx, 'commune_report', ctx.today),
  };
  const accepted = (await reportsOf(ctx, [span.key])).filter(
    ({ state }) => state === 'accepted' || state === 'locked',
  );
  const hamlets = await listHamlets(ctx);
  const bare: CommuneContent = {
    format: 1,
    period: span.key,
    closing: span.closing,
    cutoffAt: ctx.now.toISOString(),
    dueOn: (await reportCalendar(ctx)).dueOn(span.key, null),
    commune: { name: commune.name, title: commune.title, isSample: commune.isSample },
    team: commune.teamKindName,
    rows: hamlets.map(({ id, name }) => {
      const found = accepted.find((one) => one.hamletId === id);
      return {
        hamletId: id,
        name,
        report: found?.snapshot
          ? {
              id: found.id,
              version: found.version,
              daysLate: found.snapshot.daysLate,
              figures: found.snapshot.figures,
            }
          : null,
      };
    }),
    sections: [],
    signer: papers.commune.signer,
    recipients: papers.commune.recipients,
    papers,
  };
  const texts: HamletTexts = new Map(
    ['obstacles', 'proposals'].map((code) => [
      code,
      hamlets.flatMap(({ id, name }) => {
        const sections = accepted.find((one) => one.hamletId === id)?.snapshot?.sections;
        const section = sections?.find((one) => one.code === code && one.written);
        return section ? [{ hamlet: name, text: section.text }] : [];
      }),
    ]),
  );
  const sum = sumOf(bare, forms.office);
  const sections = joinedSections(forms.office.sections, forms.commune.sections);
  return {
    ...bare,
    sections: textSections({ sections }).map(({ code, title, draft }) => {
      const written = narrative[code];
      return {
        code,
        title: titleIn(title, span.key),
        text: written?.text ?? (draft === null ? '' : draftCommuneText(draft, sum, texts)),
        written: written !== undefined,
      };
    }),
  };
}
