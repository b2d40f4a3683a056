import { pick, record } from '../model.ts';
import { about, fresh, shown, withHome, withPerson, type Doing } from './doing.ts';

const pairs = [
  ['vneid', 'activated'],
  ['so_suc_khoe', 'installed'],
  ['dvc', 'activated'],
  ['smart_an_giang', 'practised'],
] as const;

const visit = withPerson((model, carried, home, person, other) => {
  const [platform, outcome] = pick(pairs, other) ?? pairs[0];
  return record(
    model,
    carried,
    about('visit.record', home, {
      id: fresh(model),
      householdId: home.id,
      met: 'someone',
      metResidents: [person.id],
      guidances: [{ residentId: person.id, platform, outcome }],
      [carried.app === 1 ? 'remark' : 'note']: `Ghi lần ${model.saved.length}`,
    }),
  );
});

const nobody = withHome((model, carried, home) =>
  record(
    model,
    carried,
    about('visit.record', home, { id: fresh(model), householdId: home.id, met: 'nobody' }),
  ),
);

const withdraw: Doing = async (model, carried, one) => {
  const { accountId } = model.world.cast[carried.who];
  const own = (await shown(carried)).flatMap((home) =>
    home.visits.filter((one_) => one_.byId === accountId).map((found) => ({ home, found })),
  );
  const chosen = pick(own, one);
  if (chosen)
    await record(
      model,
      carried,
      about('visit.withdraw', chosen.home, {
        id: fresh(model),
        visitId: chosen.found.id,
        reason: 'Ghi nhầm hộ',
      }),
    );
};

const digital = withPerson((model, carried, home, person, other) =>
  record(
    model,
    carried,
    about('digital.record', home, {
      id: fresh(model),
      residentId: person.id,
      source: 'declared',
      bank_account: other % 2 === 0 ? 'yes' : 'no',
      vneid: other % 3 === 0 ? 'installed' : null,
    }),
  ),
);

const skill = withPerson((model, carried, home, person, other) =>
  record(
    model,
    carried,
    about('skill.check', home, {
      id: fresh(model),
      residentId: person.id,
      online_services: other % 2 === 0,
      dvc_account: other % 3 === 0,
    }),
  ),
);

const meeting: Doing = async (model, carried, one, other) => {
  const homes = await shown(carried);
  const hamletId = pick(homes, one)?.hamletId;
  const there = homes.filter((home) => home.hamletId === hamletId).slice(0, 1 + (other % 3));
  if (hamletId === undefined) return;
  await record(model, carried, {
    command: 'outreach.record',
    scope: hamletId,
    input: {
      id: fresh(model),
      hamletId,
      form: 'hamlet_meeting',
      reach: 'listed',
      householdIds: there.map((home) => home.id),
    },
  });
};

const helper = withHome((model, carried, home) =>
  record(
    model,
    carried,
    about('helper.assign', home, {
      id: fresh(model),
      householdId: home.id,
      memberId: model.world.cast[home.hamletId === model.world.hamlets.mau2 ? 'binh' : 'lan'].memberId,
      reason: 'Ông bà sống một mình',
    }),
  ),
);

/** What people do with households. */
export const work = { visit, nobody, withdraw, digital, skill, meeting, helper } as const satisfies Record<
  string,
  Doing
>;
