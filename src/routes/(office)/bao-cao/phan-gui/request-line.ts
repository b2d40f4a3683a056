import type { ReportRequest } from '#features/reports/queries/report-requests.server.ts';

/** A request in a list: whose, of which period, where it stands. */
export function requestLine({ id, unit, period, dueOn, state, reportState, asked, sentAt }: ReportRequest) {
  return {
    id,
    unit: unit.name,
    period,
    dueOn,
    state,
    sentAt,
    isOpen: reportState === 'draft',
    sections: asked.sections.length,
    rows: asked.parts.reduce((sum, part) => sum + part.rows.length, 0),
  };
}
