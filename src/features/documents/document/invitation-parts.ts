import { blocksOfText, type Block, type OfficialDocument } from '#platform/docx/document-model.ts';
import type { Contents } from '../model/content.ts';
import { momentInText } from '../model/fields.ts';
import type { PaperSettings } from '../model/settings.ts';
import { invitation as words, kinds } from './words.ts';

/** More people than this are named in an annex, so that the invitation itself stays on one page. */
const mostInText = 8;

/** An invitation (form 1.7): who is invited, to what, who presides, when, where, and what to mind. */
export function invitationParts(
  content: Contents['invitation'],
  { issuer }: PaperSettings,
): Pick<OfficialDocument, 'kind' | 'subject' | 'body' | 'annexes'> {
  const { invited } = content;
  const isLong = invited.length > mostInText;
  const line = (label: string, text: string): Block[] =>
    text === '' ? [] : [{ kind: 'paragraph', text: [{ text: `${label}: `, bold: true }, { text }] }];
  return {
    kind: kinds.invitation,
    subject: content.subject,
    body: [
      ...whom(`${words.invites(issuer.inText)}:`, isLong ? [words.annexed(invited.length)] : invited),
      ...line(words.event, content.event.replaceAll('\n', ' ')),
      ...line(words.chair, content.chair),
      ...line(words.time, momentInText(content.heldOn, content.heldAt)),
      ...line(words.place, content.place),
      ...blocksOfText(content.note),
    ],
    ...(isLong ? { annexes: [listOf(invited)] } : {}),
  };
}

function whom(lead: string, invited: readonly string[]): Block[] {
  const [only] = invited;
  if (invited.length <= 1) return [{ kind: 'paragraph', text: `${lead} ${only ?? '…'}` }];
  return [{ kind: 'paragraph', text: lead }, ...invited.map((text): Block => ({ kind: 'bullet', text }))];
}

const listOf = (invited: readonly string[]) => ({
  title: words.annexTitle,
  landscape: false,
  blocks: [
    {
      kind: 'table' as const,
      columns: [
        { header: 'TT', width: 8, align: 'center' as const },
        { header: words.person, width: 70, align: 'left' as const },
        { header: words.note, width: 22, align: 'left' as const },
      ],
      rows: invited.map((person, index) => ({ cells: [String(index + 1), person, ''] })),
    },
  ],
});
