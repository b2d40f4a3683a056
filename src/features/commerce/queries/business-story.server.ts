import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { storyOf } from '#features/accounts/queries/story.server.ts';
import type { SellingStep } from '../model.ts';
import { getBusiness, listBusinessSteps } from './businesses.server.ts';

/** One line of a business's story. */
export interface BusinessStory {
  on: Date;
  actorName: string | null;
  /** 'business.committed' */
  name: string;
  /** Of the pipeline: which step, whether it was taken back, and the words beside it. */
  step: SellingStep | null;
  takenBack: boolean;
  note: string | null;
}

/** Told by the rows of the pipeline; a paper that somebody took away is in the log, and no part of the story. */
const toldElsewhere = new Set(['business.step_recorded', 'business.commitment_exported']);

/** What happened to a business, oldest first; throws `not_found` when the actor may not see it. */
export async function listBusinessStory(ctx: ReadContext, id: Id): Promise<BusinessStory[]> {
  const steps = (await listBusinessSteps(ctx, id)).map((row) => ({
    on: row.recordedAt,
    actorName: row.recordedBy,
    name: 'business.step_recorded',
    step: row.step,
    takenBack: row.takenBack,
    note: row.note,
  }));
  const others = (await storyOf(ctx, id))
    .filter(({ name }) => !toldElsewhere.has(name))
    .map(({ on, actorName, name, note }) => ({ on, actorName, name, step: null, takenBack: false, note }));
  return [...steps, ...others].toSorted((one, other) => one.on.getTime() - other.on.getTime());
}

/** Promises of quality of a business, the newest first, each with the text that was signed. */
export async function listCommitments(
  ctx: ReadContext,
  id: Id,
): Promise<{ id: Id; version: string; text: string; signedOn: Day; signedBy: string }[]> {
  const business = await getBusiness(ctx, id);
  const rows = await ctx.tx
    .selectFrom('quality_commitments')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('business_id', '=', business.id)
    .orderBy('signed_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.text_version,
    text: row.text,
    signedOn: row.signed_on,
    signedBy: row.signed_by,
  }));
}

/** Technology that a business applies, the newest first. */
export async function listTechnologies(
  ctx: ReadContext,
  id: Id,
): Promise<{ id: Id; name: string; appliedOn: Day; note: string | null }[]> {
  const business = await getBusiness(ctx, id);
  const rows = await ctx.tx
    .selectFrom('business_technologies')
    .select(['id', 'name', 'applied_on', 'note'])
    .where('commune_id', '=', ctx.communeId)
    .where('business_id', '=', business.id)
    .orderBy('applied_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ applied_on: appliedOn, ...rest }) => ({ ...rest, appliedOn }));
}
