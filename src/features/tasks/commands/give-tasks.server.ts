import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { insertRows } from '#platform/db/insert-rows.server.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import { hasRole } from '#features/accounts/model.ts';
import { TaskInput, type TaskSource } from '../model/task-input.ts';
import { canGiveTo } from '../policy.ts';
import { possibleDoers } from '../queries/possible-doers.server.ts';
import * as words from '../words.ts';
import { checkHouseholds } from './task-households.server.ts';

/**
 * Gives work (R52, R70; a leader's is a directive, R47): one task for each doer, all of one batch. The same id again gives
 * nothing anew. Tells 'task.given' for each. Throws `not_found` for a doer who is not (or no longer) among those whom the actor
 * may give work, `input.invalid` for a day in the past or households that are not the doer's hamlet's.
 */
export const giveTasks = defineCommand({
  name: 'task.give',
  input: TaskInput,
  async load(ctx, input) {
    const possible = await possibleDoers(ctx);
    return input.assignees.map(({ kind, id }) =>
      found(possible.find((one) => one.kind === kind && one.id === id)),
    );
  },
  allow: (actor, doers) =>
    doers.every((doer) => canGiveTo(actor, { assignee: doer, hamletId: doer.hamletId })),
  async run(ctx, input, doers): Promise<{ batchId: Id; taskIds: Id[] }> {
    const batchId = input.id ?? ctx.id();
    const given = await tasksOfBatch(ctx, batchId);
    if (given.length > 0) {
      if (given.some((task) => task.created_by !== ctx.actor.accountId)) throw new Problem('duplicate');
      return { batchId, taskIds: given.map((task) => task.id) };
    }
    if (input.dueOn < ctx.today) throw new Problem('input.invalid', { fields: { dueOn: words.dueInPast } });
    await checkHouseholds(ctx, input.householdIds, doers);
    const rows = doers.map((doer) => ({
      commune_id: ctx.communeId,
      id: ctx.id(),
      batch_id: batchId,
      title: input.title,
      text: input.text,
      source: sourceOf(ctx, input),
      plan_item: input.planItem,
      target: input.target,
      assignee_kind: doer.kind,
      assignee_id: doer.id,
      hamlet_id: doer.hamletId,
      due_on: input.dueOn,
      priority: input.priority,
      repeats: input.repeats,
      follows: null,
      state: 'new' as const,
      state_at: ctx.now,
      state_by: ctx.actor.accountId,
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
    }));
    await insertRows(ctx.tx, 'tasks', rows);
    await insertRows(
      ctx.tx,
      'task_checks',
      rows.flatMap(({ id }) =>
        input.checklist.map((text, index) => ({
          commune_id: ctx.communeId,
          task_id: id,
          position: index + 1,
          text,
          done_at: null,
          done_by: null,
        })),
      ),
    );
    await insertRows(
      ctx.tx,
      'task_households',
      rows.flatMap(({ id }) =>
        input.householdIds.map((householdId) => ({
          commune_id: ctx.communeId,
          task_id: id,
          household_id: householdId,
        })),
      ),
    );
    await ctx.emitAll(
      rows.map((row) => ({
        name: 'task.given',
        hamletId: row.hamlet_id,
        subject: 'task',
        subjectId: row.id,
        data: {
          after: { ...row, state: 'new', created_at: undefined, state_at: undefined },
          checks: input.checklist.length,
          households: input.householdIds.length,
        },
      })),
    );
    return { batchId, taskIds: rows.map(({ id }) => id) };
  },
});

const tasksOfBatch = (ctx: WriteContext, batchId: Id) =>
  ctx.tx
    .selectFrom('tasks')
    .select(['id', 'created_by'])
    .where('commune_id', '=', ctx.communeId)
    .where('batch_id', '=', batchId)
    .execute();

function sourceOf(ctx: WriteContext, input: TaskInput): TaskSource {
  if (hasRole(ctx.actor, 'commune_leader')) return 'directive';
  if (input.householdIds.length > 0) return 'gap';
  return input.planItem === null ? 'own' : 'plan';
}
