import { newId, type Id } from '#shared/ids.ts';

/** A household of the matrix, its people named after the hamlet so that a leak is found in any text. */
export interface Home {
  id: Id;
  people: Id[];
  responsibleMemberId: Id | null;
}

/** One of everything in one place: a hamlet of the commune, a hamlet of another commune, or nowhere at all. */
export interface Spot {
  key: 'mau1' | 'mau2' | 'foreign' | 'absent';
  /** False for another commune and for nowhere: the two must look alike. */
  here: boolean;
  hamletId: Id;
  /** Looked after by the hamlet's member. */
  assigned: Home;
  /** Looked after by nobody. */
  other: Home;
  /** Merged into `other`. */
  double: Home;
  visit: { id: Id; recordedBy: Id; memberId: Id | null };
  counterVisit: { id: Id; recordedBy: Id };
  session: { id: Id; recordedBy: Id };
  helperId: Id;
  draft: Id;
  sent: { id: Id; submittedBy: Id };
  /** A visit that was drawn of `sent`. */
  sampleId: Id;
  /** A reminder of a report that the hamlet's head got. */
  reminder: { id: Id; accountId: Id };
  /** A word of the reader that went back to the hamlet. */
  remarkId: Id;
  group: { id: Id; registeredBy: Id; memberId: Id; openId: Id };
  /** A producer, with one step done. */
  businessId: Id;
  /** Raised by the hamlet's head, taken up by nobody. */
  obstacle: { id: Id; raisedBy: Id };
  /** Asked by the hamlet's head, given to its member; and one that is finished. */
  request: { id: Id; raisedBy: Id };
  finished: { id: Id };
  /** One that was held with something found, one that is announced, one without notice, and who goes on all of them. */
  inspection: { held: Id; finding: Id; announced: Id; surprise: Id; people: readonly Id[] };
  /** Given to the hamlet's member by its head, and taken up by nobody. */
  /** With a file that who gave it attached. */
  task: { id: Id; evidenceId: Id; memberId: Id; createdBy: Id };
  /** A class that the office planned for today, with the hamlet's member in it; and one that the hamlet's head proposed. */
  trainingClass: { id: Id; createdBy: Id };
  proposal: { id: Id; createdBy: Id };
  /** What VNeID showed of the hamlet's member. */
  confirmationId: Id;
  teamId: Id;
  /** A member of the team who has no account. */
  freeMemberId: Id;
  memberId: Id;
  /** The phone of the hamlet's member, and what it told of somebody against the register. */
  phone: { id: Id; reviewId: Id };
  /** The account of the hamlet's member, and the roles it has. */
  account: { id: Id; grants: readonly { role: string; hamletId: Id | null }[] };
}

/** Words that stand in the register of a hamlet and nowhere else. */
export const marker = (key: string): string => `Dau${key}x`;
/** Words that stand in the restricted fields of a hamlet's households and nowhere else. */
export const restrictedMarker = (key: string): string => `QĐMAT${key}x`;

/** A place that is not there, with things that are not there. */
export function nowhere(now: Date): Spot {
  const id = () => newId(now);
  const home = (): Home => ({ id: id(), people: [id(), id(), id()], responsibleMemberId: null });
  return {
    key: 'absent',
    here: false,
    hamletId: id(),
    assigned: home(),
    other: home(),
    double: home(),
    visit: { id: id(), recordedBy: id(), memberId: null },
    counterVisit: { id: id(), recordedBy: id() },
    session: { id: id(), recordedBy: id() },
    helperId: id(),
    draft: id(),
    sent: { id: id(), submittedBy: id() },
    sampleId: id(),
    reminder: { id: id(), accountId: id() },
    remarkId: id(),
    group: { id: id(), registeredBy: id(), memberId: id(), openId: id() },
    businessId: id(),
    obstacle: { id: id(), raisedBy: id() },
    request: { id: id(), raisedBy: id() },
    finished: { id: id() },
    inspection: { held: id(), finding: id(), announced: id(), surprise: id(), people: [] },
    task: { id: id(), evidenceId: id(), memberId: id(), createdBy: id() },
    trainingClass: { id: id(), createdBy: id() },
    proposal: { id: id(), createdBy: id() },
    confirmationId: id(),
    teamId: id(),
    memberId: id(),
    freeMemberId: id(),
    phone: { id: id(), reviewId: id() },
    account: { id: id(), grants: [] },
  };
}
