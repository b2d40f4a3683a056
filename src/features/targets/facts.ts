import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { HouseholdState, Residence, ResidentState } from '#features/registry/model.ts';
import type { SkillItem } from '#features/visits/model/skill-check.ts';
import type { DigitalItem, Outcome, groupStates } from './definition.ts';

/** What is known about one household on one day, in memory: what the phone holds, and what the server's SQL reads. */
export interface HouseholdFacts {
  id: Id;
  hamletId: Id;
  state: HouseholdState;
  smartphone: 'yes' | 'no' | 'unknown';
  poverty: 'none' | 'poor' | 'near_poor' | 'escaped_poverty' | 'unknown';
  /** People as stated by a list that names only the head; more than are listed means that somebody is missing here. */
  statedSize: number | null;
  residents: readonly ResidentFacts[];
  /** Every effective contact by the day: visits at which somebody was met, attendance lists that name the household. */
  contacts: readonly { on: Day; form: string }[];
  /** Every guidance at an effective visit by the day. */
  guidances: readonly { on: Day; platform: string; outcome: Outcome }[];
  /** An assignment of a helper has begun and not ended on the day. */
  hasHelper: boolean;
}

export interface ResidentFacts {
  id: Id;
  state: ResidentState;
  residence: Residence;
  birth: Day | null;
  smartphone: 'yes' | 'no' | 'unknown';
  vulnerable: boolean;
  /** Folded answers; absent or 'unknown' is not known. */
  digital: Readonly<Partial<Record<DigitalItem, string | null>>>;
  /** The newest skill check; null when there was none, an item null when it was not checked. */
  skills: Readonly<Record<SkillItem, boolean | null>> | null;
}

export interface GroupFacts {
  id: Id;
  hamletId: Id;
  state: (typeof groupStates)[number];
}

/** What figures are asked for: the day, and the part of the plan year that has passed by it. */
export interface Horizon {
  /** Ages, terms and states are of this day. */
  day: Day;
  /** First and last day whose contacts count. */
  from: Day;
  to: Day;
  /** The plan's last day, for sentences. */
  planEnd: Day;
  /** Which platforms serve which essential domain, by the plan's catalogue: 'health' → ['so_suc_khoe', …]. */
  platforms: Readonly<Record<string, readonly string[]>>;
}
