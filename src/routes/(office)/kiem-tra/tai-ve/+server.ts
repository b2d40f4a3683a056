import { canOpenInspections } from '#features/inspection/policy.ts';
import { inspectedBoard } from '#features/inspection/queries/hamlet-board.server.ts';
import { findingState, kind } from '#features/inspection/words.ts';
import { states as taskStates } from '#features/tasks/words.ts';
import { formatDay, type Day } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { chosenFindings, chosenInspections } from '../chosen.server.ts';
import { askedOf } from '../filter.ts';
import { exported as words, exportedColumns as columns, stateText } from '../words.ts';

export const _access: Access = canOpenInspections;

const dayOrNothing = (day: Day | null) => day && formatDay(day);

/** What the reader sees: inspections, hamlets or findings, under the same conditions and the same rights. */
export const GET: RequestHandler = (event) => {
  const asked = askedOf(event.url.searchParams);
  if (asked.view === 'hamlets')
    return listFile(event, {
      list: 'inspected_hamlets',
      title: words.hamlets,
      columns: columns.hamlets,
      rows: async (ctx) =>
        (await inspectedBoard(ctx)).map((row) => [
          row.hamletName,
          dayOrNothing(row.lastHeldOn),
          row.heldThisYear,
          row.findingsOpen,
          row.findingsLate,
          dayOrNothing(row.nextOn),
        ]),
    });
  if (asked.view === 'findings')
    return listFile(event, {
      list: 'inspection_findings',
      title: words.findings,
      columns: columns.findings,
      rows: async (ctx) =>
        (await chosenFindings(ctx, asked.findingChip)).map((one) => [
          one.inspection.hamletName,
          formatDay(one.inspection.heldOn ?? one.inspection.plannedOn),
          one.text,
          one.remedy,
          formatDay(one.dueOn),
          one.overdue > 0 ? one.overdue : null,
          one.task ? taskStates[one.task.state] : null,
          one.answers.map(({ text }) => text).join('\n') || null,
          findingState[one.state],
          dayOrNothing(one.closedOn),
          one.closingWord,
        ]),
    });
  return listFile(event, {
    list: 'inspections',
    title: words.list,
    columns: columns.list,
    rows: async (ctx) =>
      (await chosenInspections(ctx, asked.inspectionChip)).map((one) => [
        one.hamletName,
        kind[one.kind],
        formatDay(one.plannedOn),
        dayOrNothing(one.heldOn),
        one.peopleNames.join(', '),
        stateText(one),
        one.heldOn === null ? null : one.met,
        one.heldOn === null ? null : one.notMet,
        one.heldOn === null ? null : one.findings,
        one.heldOn === null ? null : one.findingsOpen,
        one.conclusion ?? one.reason,
      ]),
  });
};
