import { redirect } from '@sveltejs/kit';
import { listCatalogue } from '#features/plans/queries.server.ts';
import { defineTarget } from '#features/targets/commands/define-target.server.ts';
import { optionsOf, withOptions } from '#features/targets/options.ts';
import { canDefineTargets } from '#features/targets/policy.ts';
import { targetDefinition } from '#features/targets/definition.ts';
import { previewDefinition } from '#features/targets/queries/preview-definition.server.ts';
import { targetBoard } from '#features/targets/queries/target-board.server.ts';
import { targetVersions } from '#features/targets/queries/target-versions.server.ts';
import { runCommand, runQuery, type ReadContext } from '#platform/commands/command.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { found } from '#shared/problem.ts';
import { attempt, formOf, originOf, read, text, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { readOptions } from './read-options.ts';

export const _access: Access = canDefineTargets;

async function currentTarget(ctx: ReadContext, code: string) {
  const board = found(await targetBoard(ctx));
  const target = found(board.targets.find((one) => one.definition.code === code));
  return { plan: board.plan, target };
}

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { target } = await currentTarget(ctx, event.params.ma);
    return {
      title: target.definition.title,
      code: target.definition.code,
      unit: target.definition.unit,
      goalKind: target.definition.goal.kind,
      sentence: target.sentence,
      figure: target.figure,
      options: optionsOf(target.definition),
      domains: (await listCatalogue(ctx, 'essential_domain')).map(({ code, name }) => ({
        value: code,
        label: name,
      })),
      versions: await targetVersions(ctx, event.params.ma),
      today: ctx.today,
    };
  });

export const actions: Actions = {
  /** Says what the target would say and count; writes nothing. */
  xem: async (event) => {
    const values = await formOf(event);
    const { done, problem } = await attempt(values, () =>
      runQuery(sharedRuntime().database, originOf(event), async (ctx) => {
        const { target } = await currentTarget(ctx, event.params.ma);
        const changed = parseInput(
          targetDefinition,
          withOptions(target.definition, readOptions(values, optionsOf(target.definition))),
        );
        const same = JSON.stringify(changed) === JSON.stringify(target.definition);
        return { ...(await previewDefinition(ctx, changed)), same };
      }),
    );
    return problem ?? { preview: done, problem: { values } };
  },
  luu: async (event) => {
    const values = await formOf(event);
    const { plan, target } = await read(event, (ctx) => currentTarget(ctx, event.params.ma));
    const { problem } = await attempt(values, () =>
      runCommand(sharedRuntime().database, defineTarget, originOf(event), {
        planId: plan.id,
        definition: withOptions(target.definition, readOptions(values, optionsOf(target.definition))),
        validFrom: text(values, 'validFrom'),
        reason: text(values, 'reason'),
      }),
    );
    if (problem) return problem;
    return redirect(303, `/chi-tieu/${event.params.ma}?xong=dinh-nghia`);
  },
};
