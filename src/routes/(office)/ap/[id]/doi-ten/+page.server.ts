import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { renameHamletFrom } from '#features/org/commands/hamlet-names.server.ts';
import { canKeepUnits } from '#features/org/policy.ts';
import { livingHamlet } from '#features/org/queries/hamlet-names.server.ts';
import { listTeams } from '#features/org/queries.server.ts';
import { readDay } from '#ui/read-day.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canKeepUnits;

/** First what is meant (`?ten=…&tu=…&theo=…`), then the same with what it will change, to be pressed. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const hamlet = visible(await livingHamlet(ctx, event.params.id), () => true);
    const asked = (name: string) => event.url.searchParams.get(name)?.trim() ?? '';
    const team = (await listTeams(ctx)).find((one) => one.hamletId === hamlet.id);
    const validFrom = readDay(asked('tu'));
    return {
      hamlet,
      team: team ? { id: team.id, name: team.name } : null,
      // A team that is called after its hamlet.
      teamName:
        team?.name.includes(hamlet.name) && asked('ten') !== ''
          ? team.name.replace(hamlet.name, asked('ten'))
          : null,
      asked: { name: asked('ten'), validFrom: asked('tu'), decision: asked('theo') },
      dayWrong: asked('ten') !== '' && validFrom === null,
      preview: asked('ten') !== '' && validFrom !== null ? { name: asked('ten'), validFrom } : null,
      today: ctx.today,
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), hamletId: event.params.id };
    const { problem } = await act(event, renameHamletFrom, values);
    return problem ?? redirect(303, '/ap?xong=doi-ten');
  },
};
