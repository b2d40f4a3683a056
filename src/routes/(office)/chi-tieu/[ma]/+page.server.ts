import { formatMoment } from '#shared/calendar.ts';
import { found } from '#shared/problem.ts';
import { canSeeNames, canDefineTargets, canOpenTargets } from '#features/targets/policy.ts';
import { targetBoard } from '#features/targets/queries/target-board.server.ts';
import { trends } from '#features/targets/queries/trends.server.ts';
import { targetNotes } from '#features/targets/queries/target-notes.server.ts';
import { targetVersions } from '#features/targets/queries/target-versions.server.ts';
import { firstFact, showTarget } from '#features/targets/shown-target.ts';
import { showTrend } from '#features/targets/shown-trend.ts';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { done } from '../words.ts';

export const _access: Access = canOpenTargets;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const board = found(await targetBoard(ctx));
    const target = found(
      board.targets.find(
        (one) =>
          one.definition.code === event.params.ma &&
          (board.area === 'commune' || one.definition.goal.kind === 'rate'),
      ),
    );
    const { definition, figure, hamlets } = target;
    const own = board.area === 'commune' ? null : (hamlets[0]?.id ?? null);
    const onlyOne = board.area === 'commune' || hamlets.length === 1;
    const names = onlyOne && canSeeNames(ctx.actor, own);
    const notes = onlyOne ? await targetNotes(ctx, own) : undefined;
    const curves = await trends(ctx, board.area === 'commune' ? null : hamlets.map((hamlet) => hamlet.id));
    const kind = ageKind(firstFact(definition.reached));
    return {
      target: {
        definition,
        figure,
        hamlets,
        beside: target.beside,
        sentence: target.sentence,
        shown: showTarget(definition, figure, target.planLine, target.forecast, ctx.today),
      },
      trend: showTrend(definition, curves.get(definition.code) ?? [], board.plan),
      at: formatMoment(ctx.now),
      age: notes && kind ? { kind, ...notes[kind] } : null,
      leftHref: names ? `/chi-tieu/${definition.code}/con-lai${own === null ? '' : `?ap=${own}`}` : null,
      mass: notes && definition.showMassChannels === true ? notes.massChannels : null,
      share: notes && definition.showVisitShare === true ? notes.priorityVisits : null,
      versions: await targetVersions(ctx, definition.code),
      mayDefine: canDefineTargets(ctx.actor),
      done: doneText(done, event.url),
    };
  });

/** Which facts a target lives on, so that their age can be said; a target about groups has none. */
function ageKind(fact: ReturnType<typeof firstFact>): 'contacts' | 'records' | 'checks' | null {
  if (fact === 'digital') return 'records';
  if (fact === 'skilled' || fact === 'helper') return 'checks';
  return fact === 'group_state' ? null : 'contacts';
}
