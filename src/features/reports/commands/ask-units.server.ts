import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { askedOf } from '../model/request.ts';
import { joinedSections } from '../model/template.ts';
import type { CommuneReport } from '../queries/find-commune-report.server.ts';
import { reportCalendar } from '../queries/report-calendar.server.ts';
import { requestsOf } from '../queries/report-requests.server.ts';
import { unitNames } from '#features/units/queries/units.server.ts';
import { getTemplate } from '../queries/templates.server.ts';

/**
 * Asks each unit for its part when the commune's report is opened, by the forms of that report. A new version of a report begins with
 * what the units gave for the one before (R83). Not a command: opening the report is.
 */
export async function askUnits(
  ctx: WriteContext,
  report: Pick<CommuneReport, 'id' | 'span' | 'templates'>,
  before: Id | null,
): Promise<void> {
  const office = (await getTemplate(ctx, report.templates.office)).definition;
  const committee = (await getTemplate(ctx, report.templates.commune)).definition;
  const sections = joinedSections(office.sections, committee.sections);
  const asked = askedOf(sections, office.parts, report.span.key);
  const earlier = before === null ? [] : await requestsOf(ctx, before);
  const dueOn = (await reportCalendar(ctx)).dueOn(report.span.key, null);
  for (const unit of await unitNames(ctx)) {
    const what = asked.get(unit.id);
    if (!what) continue;
    const given = earlier.find((one) => one.unit.id === unit.id);
    const id = ctx.id();
    await ctx.tx
      .insertInto('report_requests')
      .values({
        commune_id: ctx.communeId,
        id,
        report_id: report.id,
        unit_id: unit.id,
        unit_name: unit.name,
        asked: JSON.stringify(what),
        due_on: dueOn,
        state: given?.state ?? 'asked',
        texts: JSON.stringify(given?.texts ?? {}),
        figures: JSON.stringify(given?.figures ?? {}),
        source: given?.source ?? null,
        filled_by: given?.filledBy ?? null,
        sent_at: given?.sentAt ?? null,
        return_note: null,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'report_request.asked',
      hamletId: null,
      subject: 'report_request',
      subjectId: id,
      data: { period: report.span.key, unit: unit.name, dueOn },
    });
  }
}
