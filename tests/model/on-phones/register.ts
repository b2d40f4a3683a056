import { awake, pick, record } from '../model.ts';
import { about, fresh, shown, withHome, withPerson, type Doing } from './doing.ts';

const numberOf = (some: number) => `09${String(10_000_000 + some * 137)}`;
const contact = withHome((model, carried, home, _one, other) =>
  record(
    model,
    carried,
    other % 2 === 0
      ? about(
          'household.correct',
          home,
          { householdId: home.id, phone: numberOf(other) },
          { phone: home.phone },
        )
      : about('household.correct', home, { householdId: home.id, note: `Dặn ${other}` }, { note: home.note }),
  ),
);

const name = withPerson((model, carried, home, person, other) => {
  const residentId = person.id;
  const birth = person.birthDate && { date: person.birthDate, precision: person.birthPrecision };
  const [told, base] =
    other % 3 === 0
      ? [{ fullName: `Nguyễn Thị Tên ${other}` }, { fullName: person.fullName }]
      : other % 3 === 1
        ? [{ birth: `0${1 + (other % 9)}/03/1962` }, { birth }]
        : [{ phone: numberOf(other) }, { phone: person.phone }];
  return record(model, carried, about('resident.correct', home, { residentId, ...told }, base));
});

const newHome: Doing = async (model, carried, one, other) => {
  const phone = await awake(carried);
  const hamlet = pick(phone.register.book?.hamlets ?? [], one);
  if (!hamlet) return;
  const id = fresh(model);
  await record(model, carried, {
    command: 'household.register',
    scope: hamlet.id,
    household: id,
    input: {
      id,
      hamletId: hamlet.id,
      address: `Nhà ${other}`,
      residents: [
        { id: fresh(model), fullName: `Trần Văn Mới ${other}`, relation: 'head', birth: '1950' },
        { id: fresh(model), fullName: `Lê Thị Mới ${other}`, relation: 'spouse' },
      ],
    },
  });
};

const newcomer = withHome((model, carried, home, _one, other) =>
  record(
    model,
    carried,
    about('resident.register', home, {
      householdId: home.id,
      resident: {
        id: fresh(model),
        fullName: `Phạm Thị Dâu ${other}`,
        relation: 'child',
        birth: '02/02/1990',
      },
    }),
  ),
);

const away = withHome((model, carried, home) =>
  record(
    model,
    carried,
    about('household.change_state', home, {
      householdId: home.id,
      state: home.state === 'living' ? 'away' : 'living',
      on: '2026-11-20',
    }),
  ),
);

const carryOver = withPerson(async (model, carried, home, person, other) => {
  const to = pick(await shown(carried), other);
  if (to)
    await record(
      model,
      carried,
      about('resident.move', home, {
        residentId: person.id,
        toHouseholdId: to.id,
        relation: 'child',
        on: '2026-11-20',
      }),
    );
});

const carryHome = withHome((model, carried, home, one, other) =>
  record(
    model,
    carried,
    about('household.move', home, {
      householdId: home.id,
      hamletId: model.world.hamlets[one % 2 === 0 ? 'mau1' : 'mau2'],
      address: `Nhà ${other}`,
      on: '2026-11-20',
    }),
  ),
);

const inCharge = withHome((model, carried, home, _one, other) =>
  record(
    model,
    carried,
    about('household.name_responsible', home, {
      householdIds: [home.id],
      memberId: other % 3 === 0 ? null : model.world.cast[other % 2 === 0 ? 'lan' : 'binh'].memberId,
    }),
  ),
);

/** What people write about households. */
export const register = {
  contact,
  name,
  register: newHome,
  newcomer,
  away,
  carry_over: carryOver,
  carry_home: carryHome,
  in_charge: inCharge,
} as const satisfies Record<string, Doing>;
