import { newId, type Id } from '#shared/ids.ts';
import type { PhoneHome, PhonePerson } from '#features/sync/model/home.ts';
import { awake, pick, type Carried, type Model } from '../model.ts';

/** Something that somebody does on a phone, with what the phone shows at that moment. */
export type Doing = (model: Model, carried: Carried, one: number, other: number) => Promise<void>;

export const shown = async (carried: Carried): Promise<PhoneHome[]> =>
  [...(await awake(carried)).register.homes()].sort((left, right) => (left.id < right.id ? -1 : 1));

/** Runs with a household that the phone shows; nothing happens on an empty phone. */
export const withHome =
  (
    work: (model: Model, carried: Carried, home: PhoneHome, one: number, other: number) => Promise<void>,
  ): Doing =>
  async (model, carried, one, other) => {
    const home = pick(await shown(carried), one);
    if (home) await work(model, carried, home, one, other);
  };

/** Runs with a person that the phone shows. */
export const withPerson = (
  work: (
    model: Model,
    carried: Carried,
    home: PhoneHome,
    person: PhonePerson,
    other: number,
  ) => Promise<void>,
) =>
  withHome(async (model, carried, home, _one, other) => {
    const person = pick(home.people, other);
    if (person) await work(model, carried, home, person, other);
  });

export const fresh = (model: Model): Id => newId(model.world.now);
export const about = (
  command: string,
  home: PhoneHome,
  input: Record<string, unknown>,
  base?: Record<string, unknown>,
) => ({
  command,
  scope: home.hamletId,
  household: home.id,
  input,
  ...(base && { base }),
});
