import { deviations } from './deviations.ts';
import { table, type Only, type Operation, type Right } from './rights-table.ts';

/** Who asks, as much of it as rights depend on. */
export interface Asker {
  accountId: string;
  memberId: string | null;
  grants: readonly { role: string; hamletId: string | null }[];
}

/** What it is about: where it lies, and the facts that narrow a right. */
export interface Thing {
  /** Null: the commune as a whole. */
  hamletId: string | null;
  responsibleMemberId?: string | null;
  recordedBy?: string;
  memberId?: string | null;
  form?: string;
  reportState?: string;
  submittedBy?: string | null;
  registeredBy?: string | null;
  groupState?: string;
  classState?: string;
  /** Accounts named for a unit. */
  named?: readonly string[];
  documentState?: string;
  level?: string;
  obstacleState?: string;
  inspectionKind?: string;
  inspectionState?: string;
  /** Accounts that wrote, proposed or appraised. */
  hands?: readonly (string | null)[];
}

const holds: Record<Only, (asker: Asker, thing: Thing) => boolean> = {
  assigned: (asker, thing) => asker.memberId !== null && thing.responsibleMemberId === asker.memberId,
  given: (asker, thing) => asker.memberId !== null && thing.memberId === asker.memberId,
  own: (asker, thing) =>
    thing.recordedBy === asker.accountId || (asker.memberId !== null && thing.memberId === asker.memberId),
  own_counter: (asker, thing) => thing.recordedBy === asker.accountId,
  counter: (_asker, thing) => thing.form === 'counter',
  sent: (_asker, thing) => thing.reportState !== 'draft',
  sent_by_another: (asker, thing) => thing.submittedBy !== asker.accountId,
  registered_by_another: (asker, thing) => thing.registeredBy !== asker.accountId,
  named: (asker, thing) => thing.named?.includes(asker.accountId) ?? false,
  entered: (asker, thing) => thing.recordedBy === asker.accountId,
  entered_by_another: (asker, thing) => thing.recordedBy !== asker.accountId,
  proposal: (_asker, thing) => thing.classState === 'proposed',
  own_proposal: (asker, thing) => thing.classState === 'proposed' && thing.recordedBy === asker.accountId,
  prepared_by_another: (asker, thing) => !(thing.hands ?? []).includes(asker.accountId),
  unchecked: (_asker, thing) => thing.groupState === 'registered',
  open: (_asker, thing) => thing.groupState !== 'closed',
  at_hamlet: (_asker, thing) => thing.level === 'hamlet',
  not_closed: (_asker, thing) => thing.obstacleState !== 'confirmed',
  put_to_province: (_asker, thing) => thing.level === 'province' && thing.obstacleState !== 'escalated',
  not_with_leader: (_asker, thing) => thing.level !== 'province' || thing.obstacleState !== 'escalated',
  told: (_asker, thing) =>
    thing.inspectionKind === 'regular' || ['held', 'closed'].includes(thing.inspectionState ?? ''),
  approved: (_asker, thing) => thing.documentState !== 'draft' && thing.documentState !== 'discarded',
};

/** By operation: a property asks some million times. */
const rightsTo = new Map<Operation, Right[]>();
for (const right of [...table, ...deviations.flatMap((one) => one.adds)])
  for (const operation of right.operations)
    rightsTo.set(operation, [...(rightsTo.get(operation) ?? []), right]);

/** True when a right of the table, or a deviation from it, allows the operation on the thing. */
export function may(asker: Asker, operation: Operation, thing: Thing): boolean {
  return (rightsTo.get(operation) ?? []).some(
    (right) =>
      asker.grants.some(
        (grant) =>
          grant.role === right.role &&
          (right.reach === 'commune' || (thing.hamletId !== null && grant.hamletId === thing.hamletId)),
      ) &&
      (right.only === undefined || holds[right.only](asker, thing)),
  );
}

/** The same for the whole commune. */
export const mayInCommune = (asker: Asker, operation: Operation): boolean =>
  may(asker, operation, { hamletId: null });

/** True when the right is held in at least one of the hamlets, or in the commune. */
export const mayAnywhere = (asker: Asker, operation: Operation): boolean =>
  mayInCommune(asker, operation) ||
  asker.grants.some(
    (grant) => grant.hamletId !== null && may(asker, operation, { hamletId: grant.hamletId }),
  );
