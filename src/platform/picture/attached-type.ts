/** What may be attached as a paper or a proof. */
export const attachedTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;
export type AttachedType = (typeof attachedTypes)[number];

/** For the box of a form in which a file is chosen. */
export const acceptAttached = attachedTypes.join(',');
