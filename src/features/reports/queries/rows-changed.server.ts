import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { notFound } from '#shared/problem.ts';
import type { FigureCode } from '../model/figure-codes.ts';
import { behindSource, type BehindQuestion } from './behind-source.server.ts';
import { canOpenBehind, type BehindRow } from './rows-behind.server.ts';

/** A row that a figure counts now and did not count then, or the other way round. */
export interface ChangedRow extends BehindRow {
  change: 'added' | 'gone';
}

/** More than anybody reads; the number of all is told beside. */
export const mostChangedRows = 200;

/**
 * The rows behind the difference between a figure as it was sent and as it is now (P17: "+3 hộ", with the rows). `question` has
 * the cut-off of the sending; now is the context's. At most 200 rows, with how many there are. Throws `not_found` for who may
 * not see such rows of the hamlet.
 */
export async function rowsChanged(
  ctx: ReadContext,
  figure: FigureCode,
  question: BehindQuestion,
): Promise<{ rows: ChangedRow[]; total: number }> {
  if (!canOpenBehind(ctx, figure, question.hamletId)) throw notFound();
  const then = await behindSource(ctx, figure, question);
  const now = await behindSource(ctx, figure, { ...question, cutoffAt: ctx.now });
  const { rows } = await sql<ChangedRow & { sort: string; total: number }>`
    with sent as materialized (${then}), now as materialized (${now}),
    changed as (
      select n.*, 'added' as change from now as n where not exists (select 1 from sent as s where s.key = n.key)
      union all
      select s.*, 'gone' as change from sent as s where not exists (select 1 from now as n where n.key = s.key)
    )
    select c.*, c.on::text as "on", (count(*) over ())::int as total from changed as c
     order by c.change, c.sort, c.key limit ${mostChangedRows}`.execute(ctx.tx);
  return {
    rows: rows.map(({ sort: _sort, total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
  };
}
