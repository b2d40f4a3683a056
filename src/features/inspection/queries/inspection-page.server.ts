import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import type { Question } from '../model/checklist.ts';
import type { Result } from '../model/inputs.ts';
import type { FrozenFigures } from '../model/known-figures.ts';
import { canSeeFigure } from '../policy.ts';
import { getInspection } from './inspections.server.ts';
import { figuresOf } from './known-figures.server.ts';

/** A question of an inspection with what the product knows and what was found. */
export interface AskedQuestion extends Question {
  result: Result | null;
  remark: string | null;
}

/** The questions of an inspection, in the words of its own version of the checklist; `not_found` when the actor may not see it. */
export async function askedQuestions(ctx: ReadContext, inspectionId: Id): Promise<AskedQuestion[]> {
  const { id, topics } = await getInspection(ctx, inspectionId);
  const { questions } = await ctx.tx
    .selectFrom('inspections as i')
    .innerJoin('inspection_checklists as c', (join) =>
      join.on('c.commune_id', '=', ctx.communeId).onRef('c.id', '=', 'i.checklist_id'),
    )
    .select('c.questions')
    .where('i.commune_id', '=', ctx.communeId)
    .where('i.id', '=', id)
    .executeTakeFirstOrThrow();
  const results = await ctx.tx
    .selectFrom('inspection_results')
    .select(['code', 'result', 'remark'])
    .where('commune_id', '=', ctx.communeId)
    .where('inspection_id', '=', id)
    .execute();
  return questions
    .filter(({ code }) => topics.includes(code))
    .map((question) => {
      const given = results.find(({ code }) => code === question.code);
      return { ...question, result: given?.result ?? null, remark: given?.remark ?? null };
    });
}

/**
 * What the product knows of the inspected hamlet: as it was frozen when it was held, until then as it is now. Only what the actor
 * may read of it. Throws `not_found` when the actor may not see the inspection.
 */
export async function inspectionFigures(ctx: ReadContext, inspectionId: Id): Promise<FrozenFigures> {
  const { id, hamletId } = await getInspection(ctx, inspectionId);
  const { figures } = found(
    await ctx.tx
      .selectFrom('inspections')
      .select('figures')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  const known = figures ?? (await figuresOf(ctx, hamletId));
  return { on: known.on, values: known.values.filter(({ code }) => canSeeFigure(ctx.actor, code)) };
}
