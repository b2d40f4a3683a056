import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { HamletRole } from '#features/accounts/model.ts';
import type { PhoneBusiness } from '#features/commerce/phone-business.ts';
import type { PhoneObstacle } from '#features/obstacles/phone-obstacle.ts';
import type { CatalogueKind } from '#features/plans/model.ts';
import type { OwedReport } from '#features/reports/model/reminder.ts';
import type { PhoneSupport } from '#features/support/phone-support.ts';
import type { PhoneTask } from '#features/tasks/phone-task.ts';
import type { PhoneTraining } from '#features/training/model/phone-training.ts';
import type { TargetDefinition } from '#features/targets/definition.ts';

/** What a phone needs besides households: who it belongs to, the plan, its targets, and the commune's catalogue. */
export interface Book {
  communeName: string;
  me: { accountId: Id; memberId: Id | null; fullName: string };
  /** The hamlets of this phone, with what its owner is there. */
  hamlets: { id: Id; name: string; roles: HamletRole[] }[];
  /** Hamlets of the commune to which a household may move. */
  allHamlets: { id: Id; name: string }[];
  /** Members of the teams of these hamlets and of the commune's; ended ones too, whose visits are in the history. */
  members: { id: Id; name: string; hamletId: Id | null; ended: boolean }[];
  plan: {
    title: string;
    year: number;
    startsOn: Day;
    endsOn: Day;
    reportDueDay: number;
    helperEveryDays?: number;
  } | null;
  targets: TargetDefinition[];
  /** Which platforms serve which essential domain (T3). */
  platforms: Record<string, string[]>;
  catalogue: CatalogueItem[];
  /** Reports that its hamlets owe, for who writes or sends them; a book kept by an earlier release has none. */
  owed?: OwedReport[];
  /** Obstacles that its owner raised, and those of its hamlets; a book kept by an earlier release has none. */
  obstacles?: PhoneObstacle[];
  /** Who asked for help, and where it is given; a book kept by an earlier release has none. */
  support?: PhoneSupport;
  /** What its owner was given to do; a book kept by an earlier release has none. */
  tasks?: PhoneTask[];
  /** What the owner has learnt, and the lists to tick at classes; a book kept by an earlier release has none. */
  training?: PhoneTraining;
  /** Who sells in its hamlets, and how far each has come; a book kept by an earlier release has none. */
  businesses?: PhoneBusiness[];
}

export interface CatalogueItem {
  kind: CatalogueKind;
  code: string;
  name: string;
  /** No longer offered; history keeps its name. */
  retired: boolean;
  details: Record<string, unknown>;
}

/** Counts of the hamlet for targets that ask what this phone may not know: the server's, with the moment they are of. */
export interface HamletFigures {
  at: string;
  targets: Record<string, { population: number; reached: number; unknown: number; uncertain: number }>;
}
