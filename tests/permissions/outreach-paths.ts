import { changeCampaign } from '#features/outreach/commands/change-campaign.server.ts';
import { dropItem, holdCampaignItem, moveItem } from '#features/outreach/commands/campaign-items.server.ts';
import { planCampaign } from '#features/outreach/commands/plan-campaign.server.ts';
import { retireContent, writeContent } from '#features/outreach/commands/write-content.server.ts';
import {
  campaignReach,
  getCampaign,
  listCampaignItems,
  listCampaigns,
} from '#features/outreach/queries/campaigns.server.ts';
import {
  contentsOfUnit,
  getContent,
  listContents,
  listContentVersions,
} from '#features/outreach/queries/contents.server.ts';
import { command, query, verdict, type Ground, type Path } from './path.ts';
import { may, mayInCommune } from './predicate.ts';
import { readsUnit } from './unit-paths.ts';
import type { Operation } from './rights-table.ts';

/** The library is the commune's: read where outreach of the whole commune is, written by the offices. */
const reads: Path['expected'] = (actor) => verdict(mayInCommune(actor, 'outreach.read_commune_wide'), true);
const writes: Path['expected'] = (actor) =>
  verdict(mayInCommune(actor, 'outreach.read_commune_wide'), mayInCommune(actor, 'outreach.write_library'));

/** The outing that is planned in a place. */
const itemOf = ({ spot, settled }: Ground) => settled.campaign.items[spot.hamletId] ?? spot.hamletId;
const onItem =
  (operation: Operation): Path['expected'] =>
  (actor, { spot, settled }) =>
    verdict(
      settled.campaign.items[spot.hamletId] !== undefined &&
        mayInCommune(actor, 'outreach.read_commune_wide'),
      may(actor, operation, { hamletId: spot.hamletId }),
    );
const plan = { title: 'Đợt khác', startsOn: '2026-12-01', endsOn: '2026-12-31' };

const words = { kind: 'policy', title: 'Bài khác', talk: 'Lời nói' };

export const outreachCommands = [
  command(writeContent, () => words, writes),
  command(writeContent, ({ settled }) => ({ ...words, contentId: settled.contentId }), writes),
  command(retireContent, ({ settled }) => ({ contentId: settled.contentId }), writes),
  command(
    planCampaign,
    ({ spot }) => ({ ...plan, forms: ['hamlet_meeting'], places: [spot.here ? spot.hamletId : 'ca-xa'] }),
    (actor) =>
      verdict(
        mayInCommune(actor, 'outreach.read_commune_wide'),
        mayInCommune(actor, 'outreach.plan_campaign'),
      ),
  ),
  command(
    changeCampaign,
    ({ settled }) => ({ ...plan, campaignId: settled.campaign.id, startsOn: '2026-01-01' }),
    (actor) =>
      verdict(
        mayInCommune(actor, 'outreach.read_commune_wide'),
        mayInCommune(actor, 'outreach.plan_campaign'),
      ),
  ),
  command(
    moveItem,
    (ground) => ({ itemId: itemOf(ground), plannedOn: '2026-12-05' }),
    onItem('outreach.move_item'),
  ),
  command(dropItem, (ground) => ({ itemId: itemOf(ground), note: 'Trời mưa' }), onItem('outreach.move_item')),
  command(
    holdCampaignItem,
    (ground) => ({
      itemId: itemOf(ground),
      session: { form: 'hamlet_meeting', reach: 'estimated', estimatedPeople: 30 },
    }),
    onItem('outreach.record'),
  ),
];

export const outreachQueries = [
  query('listContents', (ctx) => listContents(ctx), reads),
  query('listCampaigns', (ctx) => listCampaigns(ctx), reads),
  query('getCampaign', (ctx, { settled }) => getCampaign(ctx, settled.campaign.id), reads),
  query('listCampaignItems', (ctx, { settled }) => listCampaignItems(ctx, settled.campaign.id), reads),
  query('campaignReach', (ctx, { settled }) => campaignReach(ctx, settled.campaign.id), reads),
  query(
    'contentsOfUnit',
    (ctx, { settled }) => contentsOfUnit(ctx, settled.part.unitId),
    (actor, { settled }) => verdict(readsUnit(actor, settled), true),
  ),
  query('getContent', (ctx, { settled }) => getContent(ctx, settled.contentId), reads),
  query('listContentVersions', (ctx, { settled }) => listContentVersions(ctx, settled.contentId), reads),
];
