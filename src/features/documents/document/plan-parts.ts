import { blocksOfText, type Block, type OfficialDocument } from '#platform/docx/document-model.ts';
import { planSections, type Contents } from '../model/content.ts';
import * as words from './words.ts';

/** A plan (form 1.4): legal basis, aims, work, who does what, as the commune's own plan is laid out. */
export function planDocumentParts({
  subject,
  basis,
  opening,
  sections,
  closing,
}: Contents['plan']): Pick<OfficialDocument, 'kind' | 'subject' | 'basis' | 'body'> {
  return {
    kind: words.kinds.plan,
    subject,
    basis: basis.map(words.basis),
    body: [
      ...blocksOfText(opening),
      ...planSections.flatMap(({ code, parts }): Block[] => [
        { kind: 'heading', level: 1, text: words.planHeadings[code] },
        ...parts.flatMap((part): Block[] => [
          { kind: 'heading', level: 2, text: words.planParts[part] },
          ...blocksOfText(sections[part]),
        ]),
      ]),
      ...blocksOfText(closing),
    ],
  };
}
