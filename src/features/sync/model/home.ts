import type { Shape } from '#shared/columns.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type {
  Answer,
  BirthPrecision,
  HouseholdState,
  PovertyClass,
  Relation,
  Residence,
  ResidentState,
  Sex,
} from '#features/registry/model.ts';
import type { Answers } from '#features/visits/model/digital-status.ts';
import type { GuidanceOutcome } from '#features/visits/model/guidance.ts';
import type { SkillAnswers } from '#features/visits/model/skill-check.ts';

/**
 * What a phone holds of one household: the minimum with which a member can visit, search and see who is left (P8). It is one
 * document, sent whole whenever something in it changes.
 */
export interface PhoneHome {
  id: Id;
  hamletId: Id;
  code: string;
  groupName: string | null;
  address: string | null;
  phone: string | null;
  headId: Id | null;
  statedSize: number | null;
  state: HouseholdState;
  hasSmartphone: Answer;
  hasInternet: Answer;
  note: string | null;
  /** Null: this phone may not know it (R104). */
  poverty: PovertyClass | null;
  /** The member who looks after the household. */
  responsibleId: Id | null;
  people: PhonePerson[];
  /** Effective visits, newest first: those of the plan's year, and the last ones before it. */
  visits: PhoneVisit[];
  /** Group outreach of the plan's year that names the household. */
  gatherings: { sessionId: Id; on: Day; form: string }[];
  helper: { id: Id; memberId: Id; everyDays: number; startedOn: Day } | null;
}

export interface PhonePerson {
  id: Id;
  fullName: string;
  sex: Sex | null;
  birthDate: Day | null;
  birthPrecision: BirthPrecision | null;
  residence: Residence;
  relation: Relation;
  relationText: string | null;
  phone: string | null;
  hasSmartphone: Answer;
  /** Null: this phone may not know it (R104). */
  vulnerable: boolean | null;
  state: ResidentState;
  /** Folded answers: the newest of each item. */
  digital: Answers;
  /** The newest skill check; null when there was none. */
  skills: (SkillAnswers & { checkedOn: Day }) | null;
}

export interface PhoneVisit {
  id: Id;
  on: Day;
  /** The account that recorded it, and the member whose visit it is (null: an officer's). */
  byId: Id;
  memberId: Id | null;
  form: string;
  met: 'someone' | 'nobody';
  metIds: Id[];
  need: string | null;
  topics: string[];
  guidances: { residentId: Id | null; platform: string; outcome: GuidanceOutcome }[];
  nextStep: string | null;
  nextOn: Day | null;
  note: string | null;
  minutes: number | null;
}

/** How a household travels (see `#shared/columns.ts`). Order is part of the wire: new fields go to the end, with a new version. */
export const homeShape: Shape<PhoneHome> = {
  id: 'id',
  hamletId: 'id',
  code: 'text',
  groupName: 'text',
  address: 'text',
  phone: 'text',
  headId: 'id',
  statedSize: 'plain',
  state: 'text',
  hasSmartphone: 'text',
  hasInternet: 'text',
  note: 'text',
  poverty: 'text',
  responsibleId: 'id',
  people: {
    each: {
      id: 'id',
      fullName: 'text',
      sex: 'text',
      birthDate: 'day',
      birthPrecision: 'text',
      residence: 'text',
      relation: 'text',
      relationText: 'text',
      phone: 'text',
      hasSmartphone: 'text',
      vulnerable: 'plain',
      state: 'text',
      digital: {
        of: {
          vneid: 'text',
          dvc_account: 'text',
          bank_account: 'text',
          e_payment: 'text',
          health_app: 'text',
          education_app: 'text',
          social_app: 'text',
        },
      },
      skills: {
        of: {
          online_services: 'plain',
          online_shopping: 'plain',
          online_payment: 'plain',
          self_protection: 'plain',
          other_platform: 'plain',
          vneid_account: 'plain',
          dvc_account: 'plain',
          checkedOn: 'day',
        },
      },
    },
  },
  visits: {
    each: {
      id: 'id',
      on: 'day',
      byId: 'id',
      memberId: 'id',
      form: 'text',
      met: 'text',
      metIds: 'ids',
      need: 'text',
      topics: 'texts',
      guidances: { each: { residentId: 'id', platform: 'text', outcome: 'text' } },
      nextStep: 'text',
      nextOn: 'day',
      note: 'text',
      minutes: 'plain',
    },
  },
  gatherings: { each: { sessionId: 'id', on: 'day', form: 'text' } },
  helper: { of: { id: 'id', memberId: 'id', everyDays: 'plain', startedOn: 'day' } },
};
