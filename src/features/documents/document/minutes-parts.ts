import { blocksOfText, type Block, type OfficialDocument } from '#platform/docx/document-model.ts';
import type { Contents } from '../model/content.ts';
import { momentInText } from '../model/fields.ts';
import type { PaperSettings } from '../model/settings.ts';
import { kinds, minutes as words } from './words.ts';

/** Minutes (form 1.9): when, where, who, what was said, and the end; secretary and chair sign side by side. */
export function minutesParts(
  content: Contents['minutes'],
  { signer }: PaperSettings,
): Pick<OfficialDocument, 'kind' | 'subject' | 'body' | 'signature' | 'secretary'> {
  const line = (label: string, text: string): Block => ({
    kind: 'paragraph',
    text: `${label}: ${text || '…'}`,
  });
  const person = (name: string, title: string) => [name, title].filter(Boolean).join(', ');
  const part = (label: string, text: string): Block[] =>
    text === ''
      ? []
      : [{ kind: 'paragraph', text: [{ text: `${label}:`, bold: true }] }, ...blocksOfText(text)];
  return {
    kind: kinds.minutes,
    subject: content.subject,
    body: [
      line(words.started, momentInText(content.startedOn, content.startedAt)),
      line(words.place, content.place),
      { kind: 'paragraph', text: `${words.present}:` },
      ...content.present.map((text): Block => ({ kind: 'bullet', text })),
      line(words.chair, person(content.chairName, content.chairTitle)),
      line(words.secretary, person(content.secretaryName, content.secretaryTitle)),
      ...part(words.course, content.course),
      ...part(words.conclusions, content.conclusions),
      { kind: 'paragraph', text: words.ended(momentInText(content.endedOn, content.endedAt)) },
    ],
    signature: { authority: signer.authority, title: signer.title, name: content.chairName || signer.name },
    secretary: { title: words.secretaryTitle, name: content.secretaryName || null },
  };
}
