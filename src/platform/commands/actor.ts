import type { Id } from '#shared/ids.ts';

/** One thing that somebody is, somewhere: a role in the whole commune (hamletId null) or in one hamlet. */
export interface Grant {
  role: string;
  hamletId: Id | null;
  /** True of a hamlet that has ended, merged into another: for what was written there, never for new work. */
  past?: true;
}

/** Who asks. Loaded afresh for every request, so that a changed or ended role works at once (A5). */
export interface Actor {
  accountId: Id;
  communeId: string;
  fullName: string;
  /** The team member that this account belongs to; null for officers. */
  memberId: Id | null;
  grants: readonly Grant[];
}

/** The product itself: set-up, clock, command line of the owner. It holds no role; what it runs has been allowed by whoever started it. */
export function productActor(communeId: string): Actor {
  return {
    accountId: '00000000-0000-0000-0000-000000000000',
    communeId,
    fullName: 'Tổ Số',
    memberId: null,
    grants: [],
  };
}
