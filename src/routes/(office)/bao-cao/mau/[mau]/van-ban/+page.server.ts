import { writeFormDocument } from '#features/reports/commands/edit-form.server.ts';
import { placesOf, type DocumentField } from '#features/reports/model/form-inputs.ts';
import type { ReportTemplate } from '#features/reports/model/template.ts';
import { canKeepForms } from '#features/reports/policy.ts';
import type { Actions, PageServerLoad } from './$types';
import { formOf, read, type Access } from '#routes/door.server.ts';
import { change, draftFor, kindOfAddress } from '../../form-page.server.ts';
import { document as words } from '../../words.ts';

export const _access: Access = canKeepForms;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const kind = kindOfAddress(event);
    const form = await draftFor(ctx, kind);
    return {
      kind,
      slug: event.params.mau,
      places: placesOf[kind].map((place) => words.places[place] ?? '').join(''),
      texts: textsOf(form),
    };
  });

/** Every field as it is typed: lists one a line. */
function textsOf({ name, document }: ReportTemplate): Record<DocumentField, string> {
  const lines = (list: readonly string[]) => list.join('\n');
  return {
    name,
    superior: lines(document.superior),
    issuer: lines(document.issuer),
    issuerInText: document.issuerInText,
    symbol: document.symbol ?? '',
    subject: document.subject,
    addressees: lines(document.addressees),
    opening: document.opening,
    closing: document.closing,
    annexTitle: document.annexTitle,
    authority: lines(document.signature.authority),
    signerTitle: document.signature.title,
    recipients: lines(document.recipients),
  };
}

export const actions: Actions = {
  default: async (event) => change(event, writeFormDocument, await formOf(event), { done: 'luu' }),
};
