import type { OfficialDocument } from '#platform/docx/document-model.ts';
import type { Day } from '#shared/calendar.ts';
import { kinds as names } from '../words.ts';
import type { PaperKind } from '../model/kinds.ts';
import type { PaperSettings } from '../model/settings.ts';
import { headOf } from './compose-document.ts';
import { kinds, minutes } from './words.ts';

/** What the settings of a kind say of its papers, with room for the rest: head, signature, recipients. */
export function composeFrame(kind: PaperKind, settings: PaperSettings, day: Day): OfficialDocument {
  const { authority, title, name } = settings.signer;
  return {
    ...headOf(settings.issuer, { number: null, datedOn: null }, day),
    kind: kind === 'reminder' ? null : kinds[kind],
    subject: '…',
    ...(kind === 'reminder' ? { regarding: '…' } : {}),
    body: [{ kind: 'paragraph', text: names[kind] }],
    signature: { authority, title, name },
    ...(kind === 'minutes' ? { secretary: { title: minutes.secretaryTitle, name: null } } : {}),
    recipients: settings.recipients,
  };
}
