import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { dayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import { emulationAsOf } from '#features/emulation/queries/as-of.server.ts';
import { obstaclesAsOf } from '#features/obstacles/queries/as-of.server.ts';
import { hamletNameOn } from '#features/org/queries/hamlet-names.server.ts';
import { getCommune } from '#features/org/queries.server.ts';
import { hamletKinds } from '#features/org/words.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import { targetsInForce } from '#features/targets/in-force.server.ts';
import { inspectionsAsOf } from '#features/inspection/queries/as-of.server.ts';
import { tasksAsOf } from '#features/tasks/queries/tasks-as-of.server.ts';
import type { Explanation, Narrative, ReportContent } from '../model/content.ts';
import { daysLate } from '../model/due.ts';
import { explanationsAsked } from '../model/explanations.ts';
import type { ReportFigure } from '../model/figures.ts';
import { periodOf } from '../model/period.ts';
import type { PeriodKey } from '../model/span.ts';
import { textSections, titleIn, type ReportTemplate } from '../model/template.ts';
import { draftText, type DraftGround } from '../narrative/draft-text.ts';
import type { Report } from './find-report.server.ts';
import { reportCalendar } from './report-calendar.server.ts';
import { reportFigures } from './report-figures.server.ts';
import { getTemplate, type StoredTemplate } from './templates.server.ts';

/** The report as it is read now: what was sent, or, while it is a draft, today's figures with the person's texts. */
export async function contentOf(ctx: ReadContext, report: Report): Promise<ReportContent> {
  return report.state !== 'draft' && report.snapshot
    ? report.snapshot
    : composeContent(ctx, report, { cutoffAt: ctx.now, sent: false });
}

/** Puts a report together from the event log as of a cut-off, with everything by value. */
export async function composeContent(
  ctx: ReadContext,
  report: Pick<
    Report,
    'id' | 'hamletId' | 'span' | 'templateId' | 'narrative' | 'firstSubmittedAt' | 'dueOn'
  >,
  { cutoffAt, sent }: { cutoffAt: Date; sent: boolean },
): Promise<ReportContent> {
  return composeWith(ctx, await getTemplate(ctx, report.templateId), report, { cutoffAt, sent });
}

/** The same by a form at hand: one that is being edited is looked at in this way. */
export async function composeWith(
  ctx: ReadContext,
  template: Pick<StoredTemplate, 'id' | 'version' | 'definition'>,
  report: Pick<Report, 'hamletId' | 'span' | 'narrative' | 'firstSubmittedAt' | 'dueOn'> & { id: Id | null },
  { cutoffAt, sent }: { cutoffAt: Date; sent: boolean },
): Promise<ReportContent> {
  const { hamletId, span } = report;
  const figures = await reportFigures(ctx, template.definition, { hamletId, span, cutoffAt });
  const commune = await getCommune(ctx, span.to < ctx.today ? span.to : ctx.today);
  const hamlet = await hamletAndHead(ctx, hamletId, span.to);
  const plan = await findPlan(ctx, span.to);
  const { from, day } = periodOf(span, cutoffAt);
  const targets = await targetsInForce(ctx, day, cutoffAt);
  const due = report.dueOn ?? (await reportCalendar(ctx)).dueOn(span.key, hamletId);
  const ground = {
    kind: span.kind,
    rows: figures.rows,
    place: hamlet.name,
    team: commune.teamKindName,
    work: await tasksAsOf(ctx, { hamletId, from, day, cutoffAt }),
    inspections: await inspectionsAsOf(ctx, { hamletId, from, day, cutoffAt }),
    emulation: await emulationAsOf(ctx, { hamletId, from, day, cutoffAt }),
    obstacles: {
      from,
      day,
      list: await obstaclesAsOf(ctx, { hamletId, from, day, cutoffAt }),
      named: false,
    },
  };
  return {
    format: 1,
    period: span.key,
    startsOn: span.from,
    endsOn: span.to,
    cutoffAt: cutoffAt.toISOString(),
    day,
    hamlet: { id: hamletId, name: hamlet.name, kind: hamlet.kind },
    commune: { name: commune.name, title: commune.title, isSample: commune.isSample },
    team: commune.teamKindName,
    template: { id: template.id, version: template.version },
    plan: plan ? { title: plan.title, number: plan.number, issuedOn: plan.issuedOn } : null,
    definitions: Object.fromEntries(
      (targets?.stored ?? []).map(({ definition, version }) => [definition.code, version]),
    ),
    figures: figures.rows,
    sections: sectionsOf(template.definition, report.narrative, { ...ground, period: span.key }),
    explanations: await explanationsOf(ctx, report.id, figures.rows),
    signer: hamlet.head,
    sentOn: sent ? dayOf(cutoffAt) : null,
    dueOn: due,
    daysLate: daysLate(due, report.firstSubmittedAt ?? cutoffAt),
  };
}

/** What the figures ask about, with the hamlet's words. */
async function explanationsOf(
  ctx: ReadContext,
  reportId: Id | null,
  figures: readonly ReportFigure[],
): Promise<Explanation[]> {
  const given =
    reportId === null
      ? []
      : await ctx.tx
          .selectFrom('report_remarks')
          .select(['code', 'answer'])
          .where('commune_id', '=', ctx.communeId)
          .where('report_id', '=', reportId)
          .where('question', 'is', null)
          .execute();
  const texts = new Map(given.map(({ code, answer }) => [code, answer]));
  return explanationsAsked(figures).map((asked) => ({ ...asked, text: texts.get(asked.code) ?? null }));
}

/** Each section's text: what a person wrote, else the draft of that section only. */
export function sectionsOf(
  template: Pick<ReportTemplate, 'sections'>,
  narrative: Narrative,
  { period, ...ground }: DraftGround & { period: PeriodKey },
): ReportContent['sections'] {
  return textSections(template).map(({ code, title, draft }) => {
    const written = narrative[code];
    return {
      code,
      title: titleIn(title, period),
      text: written?.text ?? (draft === null ? '' : draftText(draft, ground)),
      written: written !== undefined,
    };
  });
}

/** What a hamlet was called on the period's last day, ended ones too, and who is its head: the account that holds that right now. */
async function hamletAndHead(
  ctx: ReadContext,
  hamletId: Id,
  day: Day,
): Promise<{ name: string; kind: string; head: string | null }> {
  const { rows } = await sql<{ name: string; kind: keyof typeof hamletKinds; head: string | null }>`
    select h.name, h.kind, (
             select a.full_name from account_roles as r
               join accounts as a on a.commune_id = ${ctx.communeId} and a.id = r.account_id
              where r.commune_id = ${ctx.communeId} and r.role = 'hamlet_head' and r.hamlet_id = h.id
                and r.revoked_on is null and a.disabled_at is null
              order by r.granted_on desc, a.id limit 1) as head
      from hamlets as h where h.commune_id = ${ctx.communeId} and h.id = ${hamletId}`.execute(ctx.tx);
  const row = found(rows[0]);
  const name = (await hamletNameOn(ctx, hamletId, day)) ?? row.name;
  return { name, kind: hamletKinds[row.kind].toLowerCase(), head: row.head };
}
