import type { WriteContext } from '#platform/commands/command.server.ts';

/** The lists that leave as files besides the register's own (issue 1 line 10). */
export type ExportedList =
  | 'members'
  | 'groups'
  | 'helpers'
  | 'helper_loads'
  | 'tasks'
  | 'units'
  | 'pioneers'
  | 'obstacles'
  | 'inspections'
  | 'inspected_hamlets'
  | 'inspection_findings'
  | 'agreement'
  | 'businesses'
  | 'support'
  | 'outreach'
  | 'outreach_contents'
  | 'outreach_campaign'
  | 'emulation'
  | 'classes'
  | 'competence'
  | 'accounts'
  | 'audit'
  | 'figure_rows'
  | 'budget';

/** Writes into the audit that somebody took a list away, and how many lines it had; in the transaction that read it. */
export async function noteExport(ctx: WriteContext, list: ExportedList, lines: number): Promise<void> {
  await ctx.emit({
    name: `${list}.exported`,
    hamletId: null,
    subject: 'list',
    subjectId: ctx.id(),
    data: { lines },
  });
}
