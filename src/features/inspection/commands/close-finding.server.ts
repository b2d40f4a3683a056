import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import type { Reaction } from '#platform/commands/events.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { FindingClosing } from '../model/inputs.ts';
import { canRecordInspection } from '../policy.ts';
import { getFinding } from '../queries/findings.server.ts';
import * as words from '../words.ts';
import { lockedFinding, mustBeOpen } from './lock-inspection.server.ts';

/** Says in a word that a finding was put right. Tells 'inspection.put_right'. Throws `state.conflict` for one that is closed. */
export const closeFinding = defineCommand({
  name: 'inspection.close_finding',
  input: FindingClosing,
  load: (ctx, input) => lockedFinding(ctx, input.findingId),
  allow: (actor, { inspection }) => canRecordInspection(actor, inspection),
  async run(ctx, input, finding) {
    mustBeOpen(finding);
    await writeClosing(ctx, finding, input.word);
  },
});

/**
 * A task that was given of a finding was found done: its finding is put right with it, when who verified may say so of the
 * inspection. What the hamlet verified itself stays open and waits for the word of who inspected: nobody ends what is said of them.
 */
export const closeWithTask: Reaction = async (ctx, events) => {
  for (const { subjectId } of events) {
    for (const { id } of await openFindingsOf(ctx, subjectId)) {
      const finding = await getFindingOrNothing(ctx, id);
      const isDone = finding?.task?.state === 'verified';
      if (finding && isDone && canRecordInspection(ctx.actor, finding.inspection))
        await writeClosing(ctx, finding, words.closedByTask);
    }
  }
};

const openFindingsOf = (ctx: WriteContext, taskId: Id) =>
  ctx.tx
    .selectFrom('inspection_findings')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('task_id', '=', taskId)
    .where('state', '=', 'open')
    .forUpdate()
    .execute();

/** Who verifies a task need not see the inspection at all. */
async function getFindingOrNothing(ctx: WriteContext, id: Id) {
  try {
    return await getFinding(ctx, id);
  } catch (cause) {
    if (cause instanceof Problem && cause.code === 'not_found') return null;
    throw cause;
  }
}

async function writeClosing(
  ctx: WriteContext,
  finding: Awaited<ReturnType<typeof getFinding>>,
  word: string,
): Promise<void> {
  await ctx.tx
    .updateTable('inspection_findings')
    .set({
      state: 'closed',
      closed_by: ctx.actor.accountId,
      closed_on: ctx.today,
      closed_at: ctx.now,
      closing_word: word,
    })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', finding.id)
    .execute();
  await ctx.emit({
    name: 'inspection.put_right',
    hamletId: finding.inspection.hamletId,
    subject: 'inspection',
    subjectId: finding.inspectionId,
    data: {
      findingId: finding.id,
      before: { finding: 'open' },
      after: { finding: 'closed' },
      note: `${finding.text}: ${word}`,
    },
  });
}
