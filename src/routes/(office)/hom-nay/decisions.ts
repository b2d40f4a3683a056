import type { OwnDecision } from '#features/accounts/queries/own-decisions.server.ts';

/** Where a decision can be read: by what it is about. */
const pages: Readonly<Record<string, string>> = {
  task: '/giao-viec',
  obstacle: '/kho-khan',
  document: '/van-ban',
  commune_report: '/bao-cao/xa',
};

/** What counts as a decision on the first page of who leads (R47). */
export const decisionNames = [
  'task.given',
  'obstacle.directed',
  'document.approved',
  'document.returned',
  'commune_report.approved_by_leader',
  'commune_report.approved_by_office',
  'commune_report.returned',
];

/** The page of what was decided; of several at once, the list. */
export function pageOf({ subject, subjectId, count }: OwnDecision): string {
  const page = pages[subject] ?? '/hom-nay';
  return count === 1 && page !== '/hom-nay' ? `${page}/${subjectId}` : page;
}
