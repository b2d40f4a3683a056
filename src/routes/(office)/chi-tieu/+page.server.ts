import { formatMoment } from '#shared/calendar.ts';
import { canSeeNames, canOpenTargets } from '#features/targets/policy.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { canRecordOutreach } from '#features/outreach/policy.ts';
import { targetBoard } from '#features/targets/queries/target-board.server.ts';
import { trends } from '#features/targets/queries/trends.server.ts';
import { targetNotes } from '#features/targets/queries/target-notes.server.ts';
import { showTarget } from '#features/targets/shown-target.ts';
import { showTrend } from '#features/targets/shown-trend.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';
import { heatTable, readSort } from './heat-rows.ts';

export const _access: Access = canOpenTargets;

/** `?xep=` sorts the table of hamlets (`heat-rows.ts`). */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const board = await targetBoard(ctx);
    const mayPlan = canKeepPlan(ctx.actor);
    if (!board) return { board: null, mayPlan };
    // A plain number is wanted of the commune, not of each hamlet.
    const targets = board.targets.filter(
      ({ definition }) => board.area === 'commune' || definition.goal.kind === 'rate',
    );
    const hamlets = targets[0]?.hamlets ?? [];
    // Names of the whole area are for who sees the register; of one hamlet for its team.
    const own = board.area === 'commune' ? null : (hamlets[0]?.id ?? null);
    const onlyOne = board.area === 'commune' || hamlets.length === 1;
    const names = onlyOne && canSeeNames(ctx.actor, own);
    const rates = targets.filter((target) => target.definition.goal.kind === 'rate');
    const notes = onlyOne ? await targetNotes(ctx, own) : undefined;
    const curves = await trends(ctx, board.area === 'commune' ? null : hamlets.map((hamlet) => hamlet.id));
    const sort = readSort(event.url.searchParams.get('xep'), rates);
    return {
      mayPlan,
      mayRecord: canRecordOutreach(ctx.actor, { hamletId: own }),
      board: {
        plan: board.plan.title,
        area: board.area,
        hamletNames: hamlets.map((hamlet) => hamlet.name),
        at: formatMoment(ctx.now),
        newest: notes?.contacts.newestOn ?? null,
        targets: targets.map(({ definition, figure, planLine, forecast }) => ({
          code: definition.code,
          title: definition.title,
          shown: showTarget(definition, figure, planLine, forecast, ctx.today),
          leftHref: names ? `/chi-tieu/${definition.code}/con-lai${own === null ? '' : `?ap=${own}`}` : null,
        })),
        trends: targets.flatMap(({ definition }) => {
          const trend = showTrend(definition, curves.get(definition.code) ?? [], board.plan);
          return trend ? [{ code: definition.code, title: definition.title, trend }] : [];
        }),
        heat: hamlets.length > 1 ? heatTable(rates, sort) : null,
        mass:
          notes && targets.some((target) => target.definition.showMassChannels) ? notes.massChannels : null,
      },
    };
  });
