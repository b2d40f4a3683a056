import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import { measures } from '../measures.ts';
import type { GuidedQuestion } from './tallies.server.ts';

/** An outreach form as a row of the report. */
export interface OutreachForm {
  code: string;
  name: string;
}

/** The catalogue's forms in the office's order, retired ones last: what was recorded keeps its row. */
export async function outreachForms(ctx: ReadContext): Promise<OutreachForm[]> {
  const rows = await ctx.tx
    .selectFrom('catalogue_entries')
    .select(['code', 'name', 'valid_to', 'position'])
    .where('commune_id', '=', ctx.communeId)
    .where('kind', '=', 'outreach_form')
    .orderBy((on) => on('valid_to', 'is not', null))
    .orderBy('position')
    .orderBy('code')
    .orderBy('valid_from', 'desc')
    .execute();
  const named = new Map<string, OutreachForm>();
  for (const { code, name } of rows) if (!named.has(code)) named.set(code, { code, name });
  return [...named.values()];
}

/** Which platforms each figure of guided people counts; a figure whose platforms the commune did not have by the day is not collected. */
export async function guidedQuestions(ctx: ReadContext, day: Day): Promise<GuidedQuestion[]> {
  const rows = await ctx.tx
    .selectFrom('catalogue_entries')
    .select(['code', 'details'])
    .where('commune_id', '=', ctx.communeId)
    .where('kind', '=', 'platform')
    .where((on) => on.or([on('joined_on', 'is', null), on('joined_on', '<=', day)]))
    .orderBy('code')
    .execute();
  return Object.entries(measures).flatMap(([key, measure]) => {
    if (measure.by !== 'guided') return [];
    const platforms = [
      ...new Set(
        rows
          .filter((row) =>
            measure.platform === null
              ? tracksOf(row.details) === measure.tracks
              : row.code === measure.platform,
          )
          .map((row) => row.code),
      ),
    ];
    return platforms.length === 0 ? [] : [{ key, platforms, outcomes: measure.outcomes }];
  });
}

function tracksOf(details: unknown): unknown {
  return typeof details === 'object' && details !== null && 'tracks' in details ? details.tracks : null;
}
