import type { ReadContext } from '#platform/commands/command.server.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { listContents } from '#features/outreach/queries/contents.server.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';
import type { FieldProblems } from '#shared/problem.ts';

/** What the form of a campaign offers: contents, channels, hamlets. */
export async function campaignChoices(ctx: ReadContext) {
  return {
    contents: (await listContents(ctx)).map(({ id, title }) => ({ value: id, label: title })),
    // A visit to one household is recorded on that household's page.
    forms: (await listCatalogue(ctx, 'outreach_form'))
      .filter(({ code }) => code !== 'home_visit')
      .map(({ code, name, details }) => ({ value: code, label: name, mass: details.mass })),
    hamlets: (await listHamlets(ctx)).map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** Lists of choices carry [] in their names; the summary leads to the first of them. */
export function namedInForm({ forms, places, ...fields }: FieldProblems): FieldProblems {
  return {
    ...fields,
    ...(forms !== undefined && { 'forms[]': forms }),
    ...(places !== undefined && { 'places[]': places }),
  };
}
