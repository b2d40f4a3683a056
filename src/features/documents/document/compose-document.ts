import type { OfficialDocument } from '#platform/docx/document-model.ts';
import type { Day } from '#shared/calendar.ts';
import type { Issuer, PaperSettings } from '../model/settings.ts';
import type { DocumentContent } from '../model/content.ts';
import { commendationListParts } from './commendation-list-parts.ts';
import { groupListParts } from './group-list-parts.ts';
import { invitationParts } from './invitation-parts.ts';
import { minutesParts } from './minutes-parts.ts';
import { planDocumentParts } from './plan-parts.ts';
import { reminderParts } from './reminder-parts.ts';
import * as words from './words.ts';

/** Everything that a document is made of, by value: the same gives the same document, whatever changes around it. */
export interface DocumentMatter {
  content: DocumentContent;
  settings: PaperSettings;
  /** The day whose settings and rows these are: today of a draft, the day of approval after. */
  day: Day;
  isSample: boolean;
}

/** Number and date as the records clerk gave them; null until then, never invented (domain/04 §3.4). */
export interface Registered {
  number: string | null;
  datedOn: Day | null;
}

/** A document in the boxes of NĐ 30/2020/NĐ-CP, Phụ lục I and the forms 1.4, 1.5, 1.7 and 1.9 of Phụ lục III. */
export function composeDocument(matter: DocumentMatter, registered: Registered): OfficialDocument {
  const { content, settings, day, isSample } = matter;
  const { authority, title, name } = settings.signer;
  return {
    ...headOf(settings.issuer, registered, day),
    signature: { authority, title, name },
    recipients: withArchive(content.recipients.length > 0 ? content.recipients : settings.recipients),
    ...partsOf(content, settings),
    sampleData: isSample,
  };
}

type Parts = Pick<OfficialDocument, 'kind' | 'subject' | 'body'> & Partial<OfficialDocument>;

function partsOf(content: DocumentContent, settings: PaperSettings): Parts {
  switch (content.kind) {
    case 'plan':
      return planDocumentParts(content);
    case 'reminder':
      return reminderParts(content);
    case 'group_list':
      return groupListParts(content);
    case 'commendation_list':
      return commendationListParts(content);
    case 'invitation':
      return invitationParts(content, settings);
    case 'minutes':
      return minutesParts(content, settings);
  }
}

/** Boxes 2, 3 and 4 of any paper: who issues, number and symbol, place and date. A number keeps the symbol that it was registered with. */
export function headOf(
  issuer: Issuer,
  { number: registered, datedOn }: Registered,
  day: Day,
): Pick<
  OfficialDocument,
  'superior' | 'issuer' | 'issuerInText' | 'number' | 'symbol' | 'place' | 'date' | 'year'
> {
  const [number = null, symbol = issuer.symbol] = registered?.split('/') ?? [];
  return {
    ...(issuer.superior.length > 0 ? { superior: issuer.superior } : {}),
    issuer: issuer.lines,
    issuerInText: issuer.inText,
    number,
    symbol,
    place: issuer.place,
    date: datedOn,
    year: Number((datedOn ?? day).slice(0, 4)),
  };
}

/** Box 9b ends with where it is kept. */
function withArchive(recipients: readonly string[]): string[] {
  return recipients.at(-1)?.startsWith('Lưu:') === true ? [...recipients] : [...recipients, words.archive];
}
