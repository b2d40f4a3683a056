import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Command, ReadContext } from '#platform/commands/command.server.ts';
import { notFound, Problem } from '#shared/problem.ts';
import type { ReportKind, ReportTemplate } from '#features/reports/model/template.ts';
import { keptForm } from '#features/reports/queries/form-drafts.server.ts';
import { act, type FormValues } from '#routes/door.server.ts';
import { formWords } from '#features/reports/form-words.ts';

const kinds: Record<string, ReportKind> = { ap: 'hamlet', phong: 'office', xa: 'commune' };

/** The address of each kind of form: /bao-cao/mau/ap, phong, xa. */
export const slugs: Record<ReportKind, string> = { hamlet: 'ap', office: 'phong', commune: 'xa' };

/** Which form an address speaks of; what is none is not found. */
export function kindOfAddress(event: RequestEvent): ReportKind {
  const slug = event.params['mau'] ?? '';
  const kind = Object.hasOwn(kinds, slug) ? kinds[slug] : undefined;
  if (kind === undefined) throw notFound();
  return kind;
}

/** The draft that a page of one thing edits; without one there is nothing to edit. */
export async function draftFor(ctx: ReadContext, kind: ReportKind): Promise<ReportTemplate> {
  const { draft } = await keptForm(ctx, kind);
  if (draft === null) throw new Problem('state.conflict', { message: formWords.noDraft });
  return draft.definition;
}

/** Runs a change of the form in the address and shows the form again, where the change was made. */
export async function change<Input, Loaded, Result>(
  event: RequestEvent,
  command: Command<Input, Loaded, Result>,
  values: FormValues,
  { done, at = '' }: { done: string; at?: string },
) {
  const slug = event.params['mau'] ?? '';
  const { problem } = await act(event, command, { ...values, kind: kinds[slug] ?? '' });
  return problem ?? redirect(303, `/bao-cao/mau/${slug}?xong=${done}${at}`);
}

/** What the address of a page says of its thing, to stand before the name of a form's action ("?ma=B2&/luu"). */
export function addressed(event: RequestEvent): string {
  return ['ma', 'trong', 'nhom', 'so']
    .flatMap((name) => {
      const value = event.url.searchParams.get(name);
      return value === null ? [] : [`${name}=${encodeURIComponent(value)}&`];
    })
    .join('');
}
