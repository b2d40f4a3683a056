import type { TextEncoding } from '#platform/sheet/workbook.ts';
import type { Birth, Sex } from '../model.ts';
import type { ListWarning, ParsedHousehold, ParsedList, StatedResidence } from './parsed-list.ts';
import * as words from './words.ts';

export interface PreviewRow {
  hamlet: string | null;
  /** The household's number in the list, or its place in it. */
  no: number | string;
  name: string;
  sex: 'Nam' | 'Nữ' | null;
  /** 'YYYY-MM-DD', or as far as it is known: 'YYYY-MM', 'YYYY'. */
  birth: string | null;
  relation: string | null;
  phone: string | null;
  residence: string | null;
}

/** What `import --preview --json` prints. */
export interface PreviewJson {
  encoding: TextEncoding;
  /** hộ */
  households: number;
  /** người: those named; in a list that names heads only, the sum of the sizes it states. */
  residents: number;
  byHamlet: Record<string, { households: number; residents: number }>;
  /** hộ; null when the list does not say which households are poor. */
  poor: number | null;
  nearPoor: number | null;
  rows: PreviewRow[];
  warnings: ListWarning[];
}

/** A parsed list as one JSON object: counts, each named person, warnings. */
export function previewJson(list: ParsedList): PreviewJson {
  const byHamlet = new Map<string, { households: number; residents: number }>();
  const counters = new Map<string, number>();
  const rows: PreviewRow[] = [];
  for (const household of list.households) {
    const hamlet = household.hamlet ?? words.unknownHamlet;
    const counted = byHamlet.get(hamlet) ?? { households: 0, residents: 0 };
    counted.households += 1;
    counted.residents += sizeOf(household, list.kind);
    byHamlet.set(hamlet, counted);
    const place = (counters.get(hamlet) ?? 0) + 1;
    counters.set(hamlet, place);
    rows.push(...rowsOf(household, numberOf(household, list.kind, place)));
  }
  const stated = list.households.some(({ poverty }) => poverty !== null);
  const count = (poverty: ParsedHousehold['poverty']) =>
    stated ? list.households.filter((household) => household.poverty === poverty).length : null;
  return {
    encoding: list.encoding,
    households: list.households.length,
    residents: [...byHamlet.values()].reduce((sum, { residents }) => sum + residents, 0),
    byHamlet: Object.fromEntries(byHamlet),
    poor: count('poor'),
    nearPoor: count('near_poor'),
    rows,
    warnings: list.warnings,
  };
}

function sizeOf(household: ParsedHousehold, kind: ParsedList['kind']): number {
  return kind === 'households'
    ? (household.statedSize ?? household.residents.length)
    : household.residents.length;
}

function numberOf(household: ParsedHousehold, kind: ParsedList['kind'], place: number): number | string {
  const { bookNumber, order } = household;
  if (bookNumber !== null) return /^\d{1,9}$/.test(bookNumber) ? Number(bookNumber) : bookNumber;
  return kind === 'households' && order !== null ? order : place;
}

const residences: Record<StatedResidence, string> = {
  permanent: words.permanent,
  temporary: words.temporary,
  lodging: words.lodging,
  absent: words.absent,
};
const sexes: Record<Sex, 'Nam' | 'Nữ'> = { male: words.male, female: words.female };

function rowsOf(household: ParsedHousehold, no: number | string): PreviewRow[] {
  return household.residents.map((resident) => ({
    hamlet: household.hamlet,
    no,
    name: resident.fullName,
    sex: resident.sex && sexes[resident.sex],
    birth: resident.birth && birthText(resident.birth),
    relation: resident.relationText ?? (resident.relation === 'head' ? words.head : null),
    phone: resident.phone,
    residence: resident.residence && residences[resident.residence],
  }));
}

function birthText({ date, precision }: Birth): string {
  return date.slice(0, { year: 4, month: 7, day: 10 }[precision]);
}
