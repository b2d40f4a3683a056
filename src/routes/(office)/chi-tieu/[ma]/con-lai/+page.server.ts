import { found } from '#shared/problem.ts';
import { isId } from '#shared/ids.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { canExportRegister } from '#features/registry/policy.ts';
import { canOpenTargets, canSeeNames } from '#features/targets/policy.ts';
import { targetBoard } from '#features/targets/queries/target-board.server.ts';
import { leftPageSize, whoIsLeft } from '#features/targets/queries/who-is-left.server.ts';
import { canSeeAllTasks, hamletsLed } from '#features/tasks/policy.ts';
import { canRecordVisit } from '#features/visits/policy.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';

export const _access: Access = canOpenTargets;

/** `?ap=` the hamlet, `?sau=` the key of the last row of the page before, `?trang=` which page that makes (only said, not believed). */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = event.url.searchParams;
    const ap = asked.get('ap') ?? '';
    const own = hamletsOf(ctx.actor, 'member', 'hamlet_team_leader', 'hamlet_head');
    const everywhere = canSeeNames(ctx.actor, null);
    const hamletId = isId(ap) ? ap : everywhere ? null : (own[0] ?? null);
    const page = await whoIsLeft(ctx, event.params.ma, hamletId, asked.get('sau'));
    const board = found(await targetBoard(ctx, hamletId));
    const target = found(board.targets.find((one) => one.definition.code === event.params.ma));
    const hamlets = (await listHamlets(ctx)).filter((hamlet) => canSeeNames(ctx.actor, hamlet.id));
    const number = asked.has('sau') ? Math.max(2, Number(asked.get('trang')) || 2) : 1;
    return {
      code: page.definition.code,
      title: page.definition.title,
      unit: page.definition.unit,
      figure: target.figure,
      definition: target.definition,
      hamletId,
      hamlets,
      everywhere,
      subjects: page.subjects.map((subject) => ({
        ...subject,
        // The reason is restricted; a list shows that somebody comes first, the household's page says why (R88).
        reasons: subject.reasons.filter((reason) => reason !== 'vulnerable'),
        mayRecord: canRecordVisit(ctx.actor, { hamletId: subject.hamletId }, ''),
      })),
      next: page.next,
      number,
      from: (number - 1) * leftPageSize + 1,
      mayExport: canExportRegister(ctx.actor, hamletId),
      // The households that are left become somebody's work (R28, R70).
      mayGive:
        page.definition.subject !== 'group' &&
        hamletId !== null &&
        (canSeeAllTasks(ctx.actor) || hamletsLed(ctx.actor).includes(hamletId)),
    };
  });
