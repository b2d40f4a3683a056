import type { Waiting } from '#platform/feature.server.ts';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { dayOf, type Day } from '#shared/calendar.ts';
import {
  canSeeBudget,
  canSeeVouchers,
  estimateStepsFor,
  settlementStepsFor,
  spendStepsFor,
} from './policy.ts';
import { periodOf, waiting as words } from './words.ts';

type Kind = keyof typeof words.of;
interface One {
  kind: Kind;
  href: string;
  name: string;
  since: Day;
}

/** Estimates to appraise, approve or mend, payments to approve or make, settlements to approve: one tile for each kind that the actor can go on with. */
export async function budgetWaiting(ctx: ReadContext): Promise<Waiting[]> {
  if (!canSeeBudget(ctx.actor)) return [];
  const all = [
    ...(await estimatesWaiting(ctx)),
    ...(await spendsWaiting(ctx)),
    ...(await settlementsWaiting(ctx)),
  ];
  return [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, alike]) => ({
    key: `budget ${kind}`,
    href: alike.length === 1 ? (alike[0]?.href ?? '/kinh-phi') : words.listOf[kind],
    count: alike.length,
    text: words.of[kind],
    detail: words.names(alike.map(({ name }) => name)),
    tone: 'warm',
    since: alike.map(({ since }) => since).sort()[0] ?? null,
  }));
}

async function estimatesWaiting({ tx, communeId, actor }: ReadContext): Promise<One[]> {
  const rows = await tx
    .selectFrom('budget_estimates')
    .select(['id', 'title', 'state', 'state_on', 'prepared_by', 'appraised_by'])
    .where('commune_id', '=', communeId)
    .where('state', 'in', ['proposed', 'appraised', 'returned'])
    .execute();
  return rows.flatMap((row): One[] => {
    const one = { href: `/kinh-phi/du-toan/${row.id}`, name: row.title, since: row.state_on };
    // Sent back: its own writer mends it.
    if (row.state === 'returned')
      return row.prepared_by === actor.accountId ? [{ kind: 'mend', ...one }] : [];
    const steps = estimateStepsFor(actor, {
      state: row.state,
      preparedBy: row.prepared_by,
      appraisedBy: row.appraised_by,
    });
    if (steps.includes('appraised')) return [{ kind: 'appraise', ...one }];
    return steps.includes('approved') ? [{ kind: 'approve', ...one }] : [];
  });
}

async function spendsWaiting({ tx, communeId, actor }: ReadContext): Promise<One[]> {
  if (!canSeeVouchers(actor)) return [];
  const rows = await tx
    .selectFrom('budget_spends')
    .select(['id', 'purpose', 'state', 'state_on', 'requested_by'])
    .where('commune_id', '=', communeId)
    .where('state', 'in', ['requested', 'approved'])
    .execute();
  return rows.flatMap((row): One[] => {
    const steps = spendStepsFor(actor, { state: row.state, requestedBy: row.requested_by });
    const one = { href: `/kinh-phi/chi/${row.id}`, name: row.purpose, since: row.state_on };
    if (steps.includes('approved')) return [{ kind: 'spend', ...one }];
    return steps.includes('paid') ? [{ kind: 'pay', ...one }] : [];
  });
}

async function settlementsWaiting({ tx, communeId, actor }: ReadContext): Promise<One[]> {
  const rows = await tx
    .selectFrom('budget_settlements')
    .select(['id', 'year', 'period', 'state', 'prepared_by', 'updated_at'])
    .where('commune_id', '=', communeId)
    .where('state', '=', 'submitted')
    .execute();
  return rows.flatMap((row): One[] =>
    settlementStepsFor(actor, { state: row.state, preparedBy: row.prepared_by }).length === 0
      ? []
      : [
          {
            kind: 'settle',
            href: `/kinh-phi/quyet-toan/${row.id}`,
            name: periodOf(row.year, row.period),
            since: dayOf(row.updated_at),
          },
        ],
  );
}
