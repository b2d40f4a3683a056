import { blocksOfText, type OfficialDocument } from '#platform/docx/document-model.ts';
import type { Contents } from '../model/content.ts';

/** A letter (công văn, form 1.5): no kind above the text, "V/v" under the number, and whom it is for. */
export function reminderParts({
  subject,
  addressees,
  text,
}: Contents['reminder']): Pick<OfficialDocument, 'kind' | 'subject' | 'regarding' | 'addressees' | 'body'> {
  return { kind: null, subject, regarding: subject, addressees, body: blocksOfText(text) };
}
