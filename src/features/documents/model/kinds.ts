/**
 * The official documents that the office writes besides its periodic reports (issue 4, line 8): a plan, a letter that
 * reminds hamlets of a report, the list of registered self-managed tech groups, whom to commend in a movement, an invitation to a class, minutes.
 */
export const documentKinds = [
  'plan',
  'reminder',
  'group_list',
  'commendation_list',
  'invitation',
  'minutes',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Whatever leaves on paper under somebody's name: these, the two documents of the commune's own report, and those of its money. */
export const paperKinds = [
  ...documentKinds,
  'office_report',
  'commune_report',
  'estimate',
  'settlement',
] as const;
export type PaperKind = (typeof paperKinds)[number];

export function isDocumentKind(text: string): text is DocumentKind {
  return (documentKinds as readonly string[]).includes(text);
}
export function isPaperKind(text: string): text is PaperKind {
  return (paperKinds as readonly string[]).includes(text);
}
