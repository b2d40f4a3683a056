const dayMs = 24 * 60 * 60 * 1000;

/** After so long (ngày) without a call somebody should ask. */
export const silentDays = 7;

/** As much of a phone as its standing asks. */
export interface Standing {
  seenAt: Date;
  unsent: number;
  missing: number;
  vanished: number;
  copiedAt: Date | null;
  revokedAt: Date | null;
}

/** What may be the matter with a phone, the worst first. */
export const troubles = ['lost', 'copied', 'silent', 'unsent'] as const;
export type Trouble = (typeof troubles)[number];

/**
 * What is the matter with a phone: numbers that never came or a store that vanished ('lost'), two phones with one store
 * ('copied'), no call for more than a week ('silent'), work that it last said it had not sent ('unsent'). A revoked phone is
 * not asked to call any more.
 */
export function troublesOf(phone: Standing, now: Date): Trouble[] {
  const isIn: Record<Trouble, boolean> = {
    lost: phone.missing > 0 || phone.vanished > 0,
    copied: phone.copiedAt !== null,
    silent: phone.revokedAt === null && now.getTime() - phone.seenAt.getTime() > silentDays * dayMs,
    unsent: phone.unsent > 0,
  };
  return troubles.filter((trouble) => isIn[trouble]);
}
