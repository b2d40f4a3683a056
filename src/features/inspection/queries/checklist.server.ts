import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { defaultChecklist } from '../default-checklist.ts';
import type { Question } from '../model/checklist.ts';

/** The newest version of the commune's checklist; version 0 without an id, the product's own, until the commune has one. */
export interface CurrentChecklist {
  id: Id | null;
  version: number;
  questions: readonly Question[];
}

export async function currentChecklist(ctx: ReadContext): Promise<CurrentChecklist> {
  const row = await ctx.tx
    .selectFrom('inspection_checklists')
    .select(['id', 'version', 'questions'])
    .where('commune_id', '=', ctx.communeId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { id: null, version: 0, questions: defaultChecklist };
}

/** Codes of all questions that any version had: a code never comes to mean something else. */
export async function codesEverUsed(ctx: ReadContext): Promise<Set<string>> {
  const rows = await ctx.tx
    .selectFrom('inspection_checklists')
    .select('questions')
    .where('commune_id', '=', ctx.communeId)
    .execute();
  return new Set([...defaultChecklist, ...rows.flatMap((row) => row.questions)].map(({ code }) => code));
}
