import type { Selectable } from 'kysely';
import {
  callCommand,
  defineCommand,
  visible,
  type ReadContext,
  type WriteContext,
} from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import { canFollow, ItemDay, ItemDrop, ItemHeld, type ItemState } from '../campaign.ts';
import * as words from '../campaign-words.ts';
import { canMoveItem, canRecordOutreach, canSeeContents } from '../policy.ts';
import { getCampaign, type Campaign } from '../queries/campaigns.server.ts';
import type { OutreachCampaignItemTable } from '../tables.ts';
import { recordOutreach } from './record-outreach.server.ts';

interface HeldItem {
  row: Selectable<OutreachCampaignItemTable>;
  campaign: Campaign;
  hamletId: Id | null;
}

/** Holds an outing before anything is asked about it; throws `not_found` when there is none that the actor may read. */
async function holdItem(ctx: ReadContext, id: Id): Promise<HeldItem> {
  visible(ctx.actor, canSeeContents);
  const row = found(
    await ctx.tx
      .selectFrom('outreach_campaign_items')
      .selectAll()
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  );
  return { row, campaign: await getCampaign(ctx, row.campaign_id), hamletId: row.hamlet_id };
}

/** Gives an outing that has not been another day of its campaign. Tells 'outreach_item.moved'. */
export const moveItem = defineCommand({
  name: 'outreach.move_item',
  input: ItemDay,
  load: (ctx, input) => holdItem(ctx, input.itemId),
  allow: (actor, item) => canMoveItem(actor, item),
  async run(ctx, { plannedOn }, { row, campaign }) {
    if (row.state !== 'planned')
      throw new Problem('state.conflict', { message: words.noSuchStep(row.state) });
    if (plannedOn < campaign.startsOn || plannedOn > campaign.endsOn)
      throw new Problem('input.invalid', { fields: { plannedOn: words.outsideCampaign } });
    if (plannedOn !== row.planned_on) await write(ctx, row, { planned_on: plannedOn });
  },
});

/** Leaves an outing out, with the reason. Tells 'outreach_item.moved'. */
export const dropItem = defineCommand({
  name: 'outreach.drop_item',
  input: ItemDrop,
  load: (ctx, input) => holdItem(ctx, input.itemId),
  allow: (actor, item) => canMoveItem(actor, item),
  async run(ctx, { note }, { row }) {
    if (row.state === 'dropped') return;
    step(row.state, 'dropped');
    await write(ctx, row, { state: 'dropped', note });
  },
});

/**
 * Says what happened: the session is recorded by its own command, in the form and the place that were planned, so that T2 and T4
 * move by the households that its list names, and by nothing else. Tells 'outreach.recorded' and 'outreach_item.moved'. Throws
 * whatever the session's own command throws.
 */
export const holdCampaignItem = defineCommand({
  name: 'outreach.hold_item',
  input: ItemHeld,
  load: (ctx, input) => holdItem(ctx, input.itemId),
  allow: (actor, item) => canRecordOutreach(actor, item),
  async run(ctx, { session }, { row }) {
    if (row.state === 'held') return { sessionId: row.session_id };
    step(row.state, 'held');
    const planned = { ...session, form: row.form, hamletId: row.hamlet_id };
    const { id } = await callCommand(ctx, recordOutreach, planned);
    await write(ctx, row, { state: 'held', session_id: id });
    return { sessionId: id };
  },
});

function step(from: ItemState, to: ItemState): void {
  if (!canFollow(from, to)) throw new Problem('state.conflict', { message: words.noSuchStep(from) });
}

async function write(
  ctx: WriteContext,
  row: Selectable<OutreachCampaignItemTable>,
  change: Partial<OutreachCampaignItemTable>,
): Promise<void> {
  await ctx.tx
    .updateTable('outreach_campaign_items')
    .set(change)
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', row.id)
    .execute();
  await ctx.emit({
    name: 'outreach_item.moved',
    hamletId: row.hamlet_id,
    subject: 'outreach_campaign',
    subjectId: row.campaign_id,
    data: {
      itemId: row.id,
      form: row.form,
      before: { state: row.state, plannedOn: row.planned_on },
      after: change,
    },
  });
}
