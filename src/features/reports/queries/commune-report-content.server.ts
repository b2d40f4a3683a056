import type { ReadContext } from '#platform/commands/command.server.ts';
import { emulationAsOf } from '#features/emulation/queries/as-of.server.ts';
import { obstaclesAsOf } from '#features/obstacles/queries/as-of.server.ts';
import { inspectionsAsOf } from '#features/inspection/queries/as-of.server.ts';
import { tasksAsOf } from '#features/tasks/queries/tasks-as-of.server.ts';
import { trainingAsOf } from '#features/training/queries/as-of.server.ts';
import { hamletsOn } from '#features/org/queries/hamlet-lives.server.ts';
import { getCommune } from '#features/org/queries.server.ts';
import { settingsOn } from '#features/documents/queries/settings-on.server.ts';
import type { Forms } from '../model/form-rules.ts';
import { askedOf, type AskedOfUnit, type FilledPart, type GivenFigures } from '../model/request.ts';
import type { PeriodKey } from '../model/span.ts';
import {
  fillersOf,
  joinedSections,
  textSections,
  titleIn,
  type ReportTemplate,
  type TemplateSection,
} from '../model/template.ts';
import { requestsOf } from './report-requests.server.ts';
import { unitNames } from '#features/units/queries/units.server.ts';
import { dayOf, monthOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { parts as words } from '../commune-words.ts';
import { reportsOf } from './find-report.server.ts';
import { periodOf } from '../model/period.ts';
import { pioneersAsOf } from '#features/units/queries/pioneers.server.ts';
import { pioneerPart } from '../model/pioneer-part.ts';
import { reportCalendar } from './report-calendar.server.ts';
import { getTemplate } from './templates.server.ts';
import { sumOf, type CommuneContent } from '../model/commune-content.ts';
import { draftCommuneText, type HamletTexts } from '../narrative/draft-commune-text.ts';
import { earlierRates } from '../model/earlier-rates.ts';
import { approvedBefore, type CommuneReport } from './find-commune-report.server.ts';

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
  report: Pick<CommuneReport, 'id' | 'span' | 'narrative' | 'templates'>,
): Promise<CommuneContent> {
  const office = (await getTemplate(ctx, report.templates.office)).definition;
  const committee = (await getTemplate(ctx, report.templates.commune)).definition;
  return composeCommuneWith(ctx, { office, commune: committee }, report);
}

/** The same by forms at hand: those that are being edited are looked at in this way. */
export async function composeCommuneWith(
  ctx: ReadContext,
  forms: Pick<Forms, 'office' | 'commune'>,
  { id, span, narrative }: Pick<CommuneReport, 'span' | 'narrative'> & { id: Id | null },
): Promise<CommuneContent> {
  const commune = await getCommune(ctx, span.to < ctx.today ? span.to : ctx.today);
  const papers = {
    office: await settingsOn(ctx, 'office_report', ctx.today),
    commune: await settingsOn(ctx, 'commune_report', ctx.today),
  };
  const accepted = (await reportsOf(ctx, [span.key])).filter(
    ({ state }) => state === 'accepted' || state === 'locked',
  );
  const hamlets = await hamletsOn(ctx, span.to);
  const earlier = span.kind === 'month' ? earlierRates(await approvedBefore(ctx, span.key), span.key) : [];
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
    ...(earlier.length > 0 ? { earlier } : {}),
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
  const { from, day } = periodOf(span, ctx.now);
  const obstacles = {
    from,
    day,
    list: await obstaclesAsOf(ctx, { hamletId: null, from, day, cutoffAt: ctx.now }),
    named: true,
  };
  const work = await tasksAsOf(ctx, { hamletId: null, from, day, cutoffAt: ctx.now });
  const inspections = await inspectionsAsOf(ctx, { hamletId: null, from, day, cutoffAt: ctx.now });
  const emulation = await emulationAsOf(ctx, { hamletId: null, from, day, cutoffAt: ctx.now });
  const training = await trainingAsOf(ctx, { from, day, cutoffAt: ctx.now });
  const sum = sumOf(bare, forms.office);
  const sections = joinedSections(forms.office.sections, forms.commune.sections);
  // An optional indicator: only where a form speaks of it.
  const asksPioneers = textSections({ sections }).some(({ draft }) => draft === 'pioneers');
  const month = span.kind === 'month' ? span.key : monthOf(span.to);
  const pioneers = asksPioneers ? await pioneersAsOf(ctx, month, ctx.now) : undefined;
  const counted = pioneers ? pioneerPart(pioneers) : null;
  const units = await unitsIn(ctx, id, sections, forms.office.parts, span.key);
  const filled = inOrderOf(forms.office.parts, [...units.values()].flatMap(filledParts));
  return {
    ...bare,
    sections: textSections({ sections }).map((section) => {
      const { code, title, draft } = section;
      const written = narrative[code];
      const drafted =
        draft === null
          ? ''
          : draftCommuneText(draft, sum, texts, {
              obstacles,
              training,
              work,
              filled,
              inspections,
              pioneers,
              emulation,
            });
      const asked = fillersOf(section).flatMap((id) => units.get(id) ?? []);
      return {
        code,
        title: titleIn(title, span.key),
        text: written?.text ?? withTextsOf(asked, code, drafted),
        written: written !== undefined,
        ...(asked.length > 0 && written === undefined
          ? { units: asked.map(({ name, sentOn }) => ({ name, sentOn })) }
          : {}),
      };
    }),
    ...(units.size > 0 || counted !== null ? { filled: [...filled, ...(counted ? [counted] : [])] } : {}),
  };
}

/** A unit's part of the report: what was asked, and what it has sent. */
interface UnitPart {
  name: string;
  asked: AskedOfUnit;
  sentOn: Day | null;
  texts: Record<string, string>;
  figures: GivenFigures;
}

/** The units that this report asked; without a report (null) those that its forms would ask. By their ids. */
async function unitsIn(
  ctx: ReadContext,
  reportId: Id | null,
  sections: readonly TemplateSection[],
  parts: ReportTemplate['parts'],
  period: PeriodKey,
): Promise<Map<Id, UnitPart>> {
  if (reportId !== null)
    return new Map(
      (await requestsOf(ctx, reportId)).map(({ unit, asked, sentAt, texts, figures }) => [
        unit.id,
        { name: unit.name, asked, sentOn: sentAt && dayOf(sentAt), texts, figures },
      ]),
    );
  const asked = askedOf(sections, parts, period);
  const nothing = { sentOn: null, texts: {}, figures: {} };
  return new Map(
    (await unitNames(ctx)).flatMap(({ id, name }) => {
      const what = asked.get(id);
      return what ? [[id, { ...nothing, name, asked: what }]] : [];
    }),
  );
}

/** What the product drafts, then the words of each unit with its name; units that have not sent are named. */
function withTextsOf(units: readonly UnitPart[], code: string, drafted: string): string {
  const said = units.flatMap(({ name, sentOn, texts }) => {
    const own = texts[code];
    return sentOn === null || own === undefined ? [] : [`${own}\n${words.by(name)}`];
  });
  const missing = units.filter(({ sentOn }) => sentOn === null).map(({ name }) => name);
  return [drafted, ...said, missing.length > 0 ? words.missing(missing.join(', ')) : '']
    .filter(Boolean)
    .join('\n');
}

/** What several units give to one part stands together. */
function inOrderOf(parts: ReportTemplate['parts'], filled: FilledPart[]): FilledPart[] {
  const place = (one: FilledPart) => parts.findIndex(({ code }) => code === one.code);
  return filled.sort((left, right) => place(left) - place(right));
}

function filledParts({ name, asked, sentOn, figures }: UnitPart): FilledPart[] {
  const none = { period: null, cumulative: null };
  return asked.parts.map(({ code, title, rows }) => ({
    code,
    title,
    unit: name,
    sentOn,
    // What is typed and not sent yet is no figure.
    rows: rows.map((row) => ({ ...row, values: sentOn === null ? none : (figures[row.code] ?? none) })),
  }));
}
