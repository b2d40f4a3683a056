import { runCommand, runQuery } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { wholeCommune } from '#features/outreach/campaign.ts';
import { dropItem, holdCampaignItem, moveItem } from '#features/outreach/commands/campaign-items.server.ts';
import { planCampaign } from '#features/outreach/commands/plan-campaign.server.ts';
import { listCampaignItems } from '#features/outreach/queries/campaigns.server.ts';
import { listContents } from '#features/outreach/queries/contents.server.ts';
import { addDays, dayOf, startOf } from '#shared/calendar.ts';
import { officeActor, type DemoPlace } from './demo-actors.ts';

/** A campaign that runs: one broadcast that was heard, one outing left out, one whose day has passed, the others to come. */
export async function writeDemoCampaign(database: Database, place: DemoPlace): Promise<void> {
  const actor = officeActor(place, 'hanh');
  const today = dayOf(place.now);
  const at = (ago: number) => ({
    actor,
    now: new Date(startOf(addDays(today, -ago)).getTime() + 10 * 3_600_000),
  });
  const [first, second] = place.hamlets;
  if (!first || !second) return;
  const contents = await runQuery(database, at(9), (ctx) => listContents(ctx));
  const { id } = await runCommand(database, planCampaign, at(9), {
    title: 'Tháng cao điểm phòng chống lừa đảo',
    contentId: contents.find((one) => one.kind === 'scam_warning')?.id,
    goal: 'Nhà nào cũng biết: không đọc mã OTP cho ai.',
    startsOn: addDays(today, -8),
    endsOn: addDays(today, 22),
    forms: ['loudspeaker', 'hamlet_meeting'],
    places: [wholeCommune, first.id, second.id],
  });
  const items = await runQuery(database, at(9), (ctx) => listCampaignItems(ctx, id));
  const itemOf = (form: string, hamletId: string | null) =>
    items.find((item) => item.form === form && item.hamletId === hamletId)?.id ?? '';
  await runCommand(database, holdCampaignItem, at(7), {
    itemId: itemOf('loudspeaker', null),
    session: { form: 'loudspeaker', reach: 'estimated', estimatedPeople: 2500 },
  });
  const wide = itemOf('hamlet_meeting', null);
  await runCommand(database, dropItem, at(7), { itemId: wide, note: 'Mỗi ấp họp riêng' });
  for (const [days, form, hamletId] of [
    [-2, 'hamlet_meeting', first.id],
    [3, 'loudspeaker', first.id],
    [5, 'hamlet_meeting', second.id],
    [6, 'loudspeaker', second.id],
  ] as const)
    await runCommand(database, moveItem, at(6), {
      itemId: itemOf(form, hamletId),
      plannedOn: addDays(today, days),
    });
}
