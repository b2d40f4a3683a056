import { measures } from '../measures.ts';
import { draftNames, figureNames, formNames, formWords as words } from '../form-words.ts';
import { figureKinds, unitOfFigure, type FigureCode } from './figure-codes.ts';
import {
  indicatorsOf,
  reportKinds,
  textSections,
  type DraftCode,
  type ReportKind,
  type ReportTemplate,
  type SumColumn,
  type TemplateIndicator,
} from './template.ts';

/** The three forms together: a change of one is looked at beside the others. */
export type Forms = Record<ReportKind, ReportTemplate>;

/** Something that must not be so, with the field where it is mended and a sentence that says how. */
export interface FormFault {
  /** The same fault has the same key before and after a change. */
  key: string;
  field: string | null;
  message: string;
}

/**
 * What a draft says wrongly, or cannot say at all, without these figures: nobody takes them out of the hamlets' form while a
 * section is drafted from them.
 */
export const neededByDraft: Record<DraftCode, readonly FigureCode[]> = {
  general: ['households', 'teams', 'members'],
  hamlets: ['households_informed', 'households_guided', 'people_14_all_three'],
  outreach: ['households_informed', 'contacts'],
  government: [
    'people_guided_services',
    'people_services_account',
    'people_vneid',
    'people_smart_an_giang',
    'people_14_vneid',
  ],
  economy: ['people_14_bank', 'people_14_e_payment', 'people_14_all_three'],
  society: ['households_guided', 'households_priority_served', 'households_skilled_or_helped'],
  groups: ['groups_active'],
  training: [],
  budget: [],
  obstacles: [],
  proposals: [],
  pioneers: [],
  tasks: [
    'households_priority_served',
    'households_informed',
    'households_guided',
    'people_14_all_three',
    'households_skilled_or_helped',
  ],
};

/** True when a figure is a part of a whole, so that it has a rate. */
export function hasWhole(figure: FigureCode): boolean {
  const measure = measures[figure];
  return measure.by === 'verdict' && measure.count !== 'population';
}

/** The target of the plan that a figure is the numerator of; null: of none. */
export function targetOf(figure: FigureCode | null): string | null {
  if (figure === null) return null;
  const measure = measures[figure];
  const isTarget = measure.by === 'verdict' && measure.count === 'reached' && /^T\d/.test(measure.question);
  return isTarget ? measure.question : null;
}

/** Everything that is wrong in the forms taken together; empty when they may be put in force. */
export function faultsOf(forms: Forms): FormFault[] {
  return [
    ...reportKinds.flatMap((kind) => ownFaults(kind, forms[kind])),
    ...(['office', 'commune'] as const).flatMap((kind) => columnFaults(kind, forms)),
    ...reportKinds.flatMap((kind) => draftFaults(kind, forms)),
    ...upwardFaults(forms),
  ];
}

function ownFaults(kind: ReportKind, form: ReportTemplate): FormFault[] {
  const rows = form.parts.flatMap((part) => part.indicators.map((row) => ({ part: part.code, row })));
  return [
    ...form.parts.flatMap((part) =>
      part.indicators.length > 0
        ? []
        : [fault(`${kind} empty ${part.code}`, null, words.emptyPart(part.code, part.title))],
    ),
    ...doubles(rows.map(({ row }) => row.code)).map((code) =>
      fault(`${kind} double ${code}`, 'code', words.codeTaken(code)),
    ),
    ...rows.flatMap(({ part, row }) =>
      row.code.startsWith(part)
        ? []
        : [fault(`${kind} letter ${row.code}`, 'code', words.codeOfPart(row.code, part))],
    ),
    ...doubles(rows.flatMap(({ row }) => row.figure ?? [])).map((figure) =>
      fault(`${kind} twice ${figure}`, 'figure', words.figureTwice(figureNames[figure])),
    ),
    ...rows.flatMap(({ row }) => rowFaults(kind, row)),
    ...(form.sections.length === 0 ? [fault(`${kind} no section`, null, words.noSection)] : []),
  ];
}

function rowFaults(kind: ReportKind, row: TemplateIndicator): FormFault[] {
  const { figure, code } = row;
  const key = (what: string) => `${kind} ${what} ${code}`;
  if (figure === null)
    return row.rate || row.target !== null
      ? [fault(key('rate of nothing'), 'shows', words.nothingToRate)]
      : [];
  const unit = unitOfFigure(figure);
  return [
    ...(row.unit === unit ? [] : [fault(key('unit'), 'unit', words.wrongUnit(figureNames[figure], unit))]),
    ...(row.period && figureKinds[figure] === 'state'
      ? [fault(key('state'), 'shows', words.stateHasNoPeriod(figureNames[figure]))]
      : []),
    ...(row.rate && !hasWhole(figure)
      ? [fault(key('whole'), 'shows', words.noWhole(figureNames[figure]))]
      : []),
    ...(row.target !== null && row.target !== targetOf(figure)
      ? [fault(key('target'), 'goal', words.noTarget(figureNames[figure]))]
      : []),
  ];
}

/** True when a row of the hamlets' form has this value in its column. */
export function hasValue(row: TemplateIndicator, value: SumColumn['value']): boolean {
  // Its rows are those of the catalogue; none of them is always there.
  if (row.figure === 'contacts_by_form') return false;
  if (value === 'population') return row.figure !== null && hasWhole(row.figure);
  return row[value];
}

function columnFaults(kind: 'office' | 'commune', forms: Forms): FormFault[] {
  const rows = indicatorsOf(forms.hamlet);
  return forms[kind].sumColumns.flatMap(({ indicator, value, header, group }) => {
    const row = rows.find((one) => one.code === indicator);
    if (row && hasValue(row, value)) return [];
    const named = group === null ? header : `${group}: ${header}`;
    return [
      fault(
        `${kind} column ${indicator} ${value}`,
        'source',
        words.columnNeeds(named, indicator, formNames[kind]),
      ),
    ];
  });
}

/** Drafts speak of the hamlets' figures, in the hamlets' reports and in the commune's. */
function draftFaults(kind: ReportKind, forms: Forms): FormFault[] {
  const measured = new Set(indicatorsOf(forms.hamlet).map((row) => row.figure));
  return textSections(forms[kind]).flatMap(({ code, title, draft }) =>
    draft === null
      ? []
      : neededByDraft[draft].flatMap((figure) =>
          measured.has(figure)
            ? []
            : [
                fault(
                  `${kind} draft ${code} ${figure}`,
                  'draft',
                  words.draftNeeds(title, figureNames[figure], formNames[kind]),
                ),
              ],
        ),
  );
}

/** What hamlets write about obstacles and proposals goes up by its section; the sum table is told under two headings. */
function upwardFaults(forms: Forms): FormFault[] {
  const written = new Set(textSections(forms.hamlet).map(({ code }) => code));
  const office = new Set(forms.office.sections.map(({ code }) => code));
  return [
    ...(['office', 'commune'] as const).flatMap((kind) =>
      textSections(forms[kind]).flatMap(({ title, draft }) =>
        (draft === 'obstacles' || draft === 'proposals') && !written.has(draft)
          ? [fault(`${kind} up ${draft}`, 'draft', words.goesUp(draftNames[draft], title, formNames[kind]))]
          : [],
      ),
    ),
    ...(['general', 'results'] as const).flatMap((code) =>
      office.has(code) ? [] : [fault(`office sum ${code}`, null, words.sumNeeds)],
    ),
  ];
}

/** The faults that a change brings: what was wrong before it does not stop other work. */
export function newFaults(before: Forms, after: Forms): FormFault[] {
  const known = new Set(faultsOf(before).map(({ key }) => key));
  return faultsOf(after).filter(({ key }) => !known.has(key));
}

const fault = (key: string, field: string | null, message: string): FormFault => ({ key, field, message });

function doubles<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
