import type { Block, OfficialDocument } from '#platform/docx/document-model.ts';
import { formatDay, type Day } from '#shared/calendar.ts';
import { commitment as words } from './words.ts';

/** What a promise of quality says: of a business, and signed or still to be signed. */
export interface PrintedCommitment {
  business: { name: string; hamlet: string; products: string; contactName: string | null };
  version: string;
  /** A clause a line. */
  text: string;
  /** Null: to be printed and signed; nothing is written where the hand writes. */
  signed: { on: Day; by: string } | null;
}

/** Where and when it is printed. */
export interface CommitmentPlace {
  commune: { name: string; title: string };
  day: Day;
  isSample: boolean;
}

/**
 * A business's promise to supply goods of the right quality (R41), in the layout of NĐ 30/2020 as far as it binds whoever is no
 * office: no number, the business as issuer, its representative signs, the commune keeps a copy.
 */
export function commitmentDocument(
  { business, version, text, signed }: PrintedCommitment,
  { commune, day, isSample }: CommitmentPlace,
): OfficialDocument {
  const representative = signed?.by ?? business.contactName;
  return {
    issuer: [business.name.toLocaleUpperCase('vi')],
    number: null,
    symbol: null,
    place: commune.name,
    date: signed?.on ?? null,
    year: Number((signed?.on ?? day).slice(0, 4)),
    kind: words.kind,
    subject: words.subject,
    addressees: [words.addressee(commune.title)],
    body: [
      line(words.business, business.name),
      line(words.representative, representative ?? words.blank),
      line(words.place, words.placeOf(business.hamlet, commune.title)),
      line(words.products, business.products),
      { kind: 'paragraph', text: words.opening },
      ...text.split('\n').map((clause): Block => ({ kind: 'bullet', text: clause.replace(/\.$/, '') })),
      { kind: 'paragraph', text: words.closing },
      {
        kind: 'paragraph',
        text: [
          {
            text: signed ? words.signedOf(version, formatDay(signed.on)) : words.versionOf(version),
            italic: true,
          },
        ],
      },
    ],
    signature: { title: words.signer, name: signed?.by ?? null },
    recipients: words.recipients(commune.title, business.hamlet),
    sampleData: isSample,
  };
}

const line = (label: string, text: string): Block => ({ kind: 'paragraph', text: `${label}: ${text}` });
