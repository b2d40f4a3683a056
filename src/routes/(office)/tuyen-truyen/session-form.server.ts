import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { attendanceChoices } from '#features/outreach/queries/attendance-choices.server.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';

/** What the form about a session offers: forms and topics of the catalogue, and the households of its hamlet. */
export async function sessionChoices(ctx: ReadContext, hamletId: Id | null) {
  const forms = await listCatalogue(ctx, 'outreach_form');
  const topics = await listCatalogue(ctx, 'topic');
  return {
    // A visit to one household is recorded on that household's page.
    forms: forms
      .filter(({ code }) => code !== 'home_visit')
      .map(({ code, name, details }) => ({ value: code, label: name, mass: details.mass })),
    topics: topics.map(({ code, name }) => ({ value: code, label: name })),
    households: hamletId === null ? null : await attendanceChoices(ctx, hamletId),
  };
}
export type SessionChoices = Awaited<ReturnType<typeof sessionChoices>>;
