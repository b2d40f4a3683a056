import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { newId, type Id } from '#shared/ids.ts';
import { problemOf, settleCatalogue, settleHome } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { canFollow, itemStates, wholeCommune, type ItemState } from './campaign.ts';
import { changeCampaign } from './commands/change-campaign.server.ts';
import { dropItem, holdCampaignItem, moveItem } from './commands/campaign-items.server.ts';
import { planCampaign } from './commands/plan-campaign.server.ts';
import { withdrawOutreach } from './commands/withdraw-outreach.server.ts';
import { campaignReach, getCampaign, listCampaignItems } from './queries/campaigns.server.ts';

/** R24, W5: channel × place × day, what happened of it, and named reach apart from mass reach (issue 5, line 7). */
const world = useWorld();
let campaignId: Id;
beforeEach(async () => {
  const { cast, hamlets, run } = world();
  await settleCatalogue(world());
  campaignId = (
    await run(planCampaign, cast.hanh, {
      title: 'Tháng cao điểm VNeID',
      startsOn: '20/11/2026',
      endsOn: '20/12/2026',
      forms: ['hamlet_meeting', 'loudspeaker'],
      places: [hamlets.mau1, hamlets.mau2, wholeCommune],
    })
  ).id;
});
const items = () => world().read(world().cast.hanh, (ctx) => listCampaignItems(ctx, campaignId));
const itemOf = async (form: string, hamletId: Id | null) =>
  (await items()).find((item) => item.form === form && item.hamletId === hamletId)?.id ?? '';

test('no walk leaves the machine: what was held or dropped stays so', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...itemStates), { maxLength: 8 }), (wanted) => {
      const walk: ItemState[] = ['planned'];
      for (const to of wanted) if (canFollow(walk.at(-1) ?? 'planned', to)) walk.push(to);
      expect(walk.length).toBeLessThanOrEqual(2);
      expect(walk.slice(1)).not.toContain('planned');
    }),
  );
});

test('cô Hạnh plans each channel in each place; a list of households moves what is named, a guess stays apart', async () => {
  const { cast, hamlets, run, read } = world();
  expect(await items()).toHaveLength(6);
  const home = await settleHome(world());
  const meeting = { form: 'hamlet_meeting', reach: 'listed', householdIds: [home.id], heldOn: '2026-11-24' };
  const meetingId = await itemOf('hamlet_meeting', hamlets.mau1);
  const told = { itemId: meetingId, session: { id: newId(world().now), ...meeting } };
  await run(holdCampaignItem, cast.lan, told);
  // Told twice it was held once.
  await run(holdCampaignItem, cast.lan, told);
  await run(holdCampaignItem, cast.hanh, {
    itemId: await itemOf('loudspeaker', null),
    session: { form: 'loudspeaker', reach: 'estimated', estimatedPeople: '900' },
  });
  expect(await read(cast.hanh, (ctx) => getCampaign(ctx, campaignId))).toMatchObject({
    held: 2,
    planned: 4,
    late: 4,
  });
  expect(await read(cast.hanh, (ctx) => campaignReach(ctx, campaignId))).toEqual({
    households: 1,
    estimatedPeople: 900,
  });
  expect((await items()).find((item) => item.id === meetingId)).toMatchObject({
    households: 1,
    estimatedPeople: null,
  });
  // The neighbour hamlet reads the plan, not who was there.
  const seen = await read(cast.binh, (ctx) => listCampaignItems(ctx, campaignId));
  expect(seen.find((item) => item.id === meetingId)).toMatchObject({ state: 'held', households: null });
});

test('an outing is held in the form and place that were planned, and a broadcast names nobody', async () => {
  const { cast, hamlets, run } = world();
  const home = await settleHome(world());
  const listed = { form: 'hamlet_meeting', hamletId: hamlets.mau2, reach: 'listed', householdIds: [home.id] };
  const itemId = await itemOf('loudspeaker', hamlets.mau1);
  const problem = await problemOf(run(holdCampaignItem, cast.tu, { itemId, session: listed }));
  expect(Object.keys(problem.fields)).toEqual(['reach']);
  expect((await items()).find((item) => item.id === itemId)?.state).toBe('planned');
});

test('the head gives it another day of the campaign or leaves it out with a reason; what was held stays', async () => {
  const { cast, hamlets, run } = world();
  const itemId = await itemOf('hamlet_meeting', hamlets.mau1);
  expect(
    Object.keys((await problemOf(run(moveItem, cast.tu, { itemId, plannedOn: '2026-12-21' }))).fields),
  ).toEqual(['plannedOn']);
  await run(moveItem, cast.tu, { itemId, plannedOn: '2026-12-01' });
  expect((await problemOf(run(moveItem, cast.sau, { itemId, plannedOn: '2026-12-02' }))).code).toBe(
    'not_allowed',
  );
  await run(dropItem, cast.tu, { itemId, note: 'Trùng ngày hội' });
  expect((await items()).find((item) => item.id === itemId)).toMatchObject({
    state: 'dropped',
    note: 'Trùng ngày hội',
    plannedOn: '2026-12-01',
  });
  for (const attempt of [
    run(moveItem, cast.tu, { itemId, plannedOn: '2026-12-03' }),
    run(holdCampaignItem, cast.tu, {
      itemId,
      session: { form: 'hamlet_meeting', reach: 'estimated', estimatedPeople: 5 },
    }),
  ])
    expect((await problemOf(attempt)).code).toBe('state.conflict');
});

test('a session that was taken back reaches nobody any more', async () => {
  const { cast, hamlets, run, read } = world();
  const home = await settleHome(world());
  const { sessionId } = await run(holdCampaignItem, cast.tu, {
    itemId: await itemOf('hamlet_meeting', hamlets.mau1),
    session: { form: 'hamlet_meeting', reach: 'listed', householdIds: [home.id] },
  });
  await run(withdrawOutreach, cast.tu, { sessionId, reason: 'Ghi nhầm' });
  expect(await read(cast.hanh, (ctx) => campaignReach(ctx, campaignId))).toEqual({
    households: 0,
    estimatedPeople: 0,
  });
});

test('a planned campaign is changed: its words and days, and more outings; none is doubled, and none is left outside its days', async () => {
  const { cast, hamlets, run, read } = world();
  const meeting = await itemOf('hamlet_meeting', hamlets.mau1);
  await run(holdCampaignItem, cast.tu, {
    itemId: meeting,
    session: { form: 'hamlet_meeting', reach: 'estimated', estimatedPeople: 30 },
  });
  const change = {
    campaignId,
    title: 'Tháng cao điểm VNeID và thanh toán',
    goal: 'Mỗi hộ một người',
    startsOn: '01/11/2026',
    endsOn: '31/12/2026',
    forms: ['hamlet_meeting', 'counter'],
    places: [hamlets.mau1],
  };
  await run(changeCampaign, cast.hanh, change);
  // Once more it changes nothing.
  await run(changeCampaign, cast.hanh, change);
  expect(await read(cast.hanh, (ctx) => getCampaign(ctx, campaignId))).toMatchObject({
    title: 'Tháng cao điểm VNeID và thanh toán',
    goal: 'Mỗi hộ một người',
    startsOn: '2026-11-01',
    endsOn: '2026-12-31',
    held: 1,
    planned: 6,
  });
  const added = (await items()).filter((item) => item.form === 'counter');
  expect(added).toMatchObject([{ hamletId: hamlets.mau1, plannedOn: '2026-11-24', state: 'planned' }]);
  // Six wait for days of November: the campaign does not end before them.
  const early = { ...change, forms: [], places: [], endsOn: '2026-11-19' };
  const problem = await problemOf(run(changeCampaign, cast.hanh, early));
  expect(Object.keys(problem.fields)).toEqual(['endsOn']);
  expect(problem.fields['endsOn']).toContain('6 buổi');
  expect((await problemOf(run(changeCampaign, cast.tu, change))).code).toBe('not_allowed');
});
