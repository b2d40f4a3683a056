import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { listEvents } from '#features/accounts/queries/list-events.server.ts';
import { grantRole } from '#features/accounts/commands/keep.server.ts';
import { listHouseholds } from '#features/registry/queries/list-households.server.ts';
import { HouseholdFilter } from '#features/registry/model/household-filter.ts';
import { seeRestrictedHouseholds } from '#features/registry/commands/see-restricted.server.ts';
import { acceptReport, lockReport, returnReport } from '#features/reports/commands/decide-report.server.ts';
import { spanOf } from '#features/reports/model/span.ts';
import { rowsBehind } from '#features/reports/queries/rows-behind.server.ts';
import { whoIsLeft } from '#features/targets/queries/who-is-left.server.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { listAttention } from '#features/sync/queries/list-attention.server.ts';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { foreignCommune, useWorld } from '#tests/world.ts';
import { commandPaths } from './every-command.ts';
import { outcomeOf, type Ground } from './path.ts';
import { settle, type Settled } from './settled-world.ts';

const world = useWorld();
let settled: Settled;
beforeEach(async () => {
  settled = await settle(world());
});
const ground = (): Ground => {
  const { mau1 } = settled.spots;
  return { spot: mau1, second: mau1, assigned: true, settled };
};

describe('fields that nobody asked for (A4)', () => {
  const planted = {
    commune_id: foreignCommune,
    communeId: foreignCommune,
    approved_by: 'x',
    approvedBy: 'x',
    recorded_by: 'x',
    recordedBy: 'x',
    submittedBy: 'x',
    decided_by: 'x',
    hamlet_id: 'x',
    actor: { grants: [{ role: 'commune_admin', hamletId: null }] },
    grants: [{ role: 'commune_admin', hamletId: null }],
    isAdmin: true,
    merged_into: 'x',
    verdict: true,
  };

  it('never reach a command', () => {
    const through: string[] = [];
    for (const path of commandPaths) {
      const input = path.input(ground());
      const parsed = path.value.input.safeParse({ ...input, ...planted });
      if (typeof parsed !== 'object' || parsed === null || !('data' in parsed)) continue;
      const kept = Object.keys(parsed.data as object).filter((key) => key in planted && !(key in input));
      if (kept.length > 0) through.push(`${path.name}: ${kept.join(', ')}`);
    }
    expect(through).toEqual([]);
  });

  it('change neither whose a visit is nor where', async () => {
    const { cast, run } = world();
    const { id } = await run(recordVisit, cast.lan, {
      ...planted,
      householdId: settled.spots.mau1.other.id,
      met: 'nobody',
      member_id: cast.binh.memberId,
      memberId: cast.binh.memberId,
    });
    const row = await world().read(cast.hanh, (ctx) =>
      ctx.tx.selectFrom('visits').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({
      commune_id: cast.lan.communeId,
      hamlet_id: settled.spots.mau1.hamletId,
      recorded_by: cast.lan.accountId,
      member_id: cast.lan.memberId,
    });
  });
});

describe('separation of duties (A5)', () => {
  it('who sent a report never decides about it, whatever else they are', async () => {
    const { cast, hamlets, run } = world();
    const { sent } = settled.spots.mau1;
    const both = {
      ...cast.tu,
      grants: [
        ...cast.tu.grants,
        { role: 'culture_social_officer', hamletId: null },
        { role: 'commune_leader', hamletId: null },
        { role: 'hamlet_head', hamletId: hamlets.mau2 },
      ],
    };
    for (const command of [acceptReport, returnReport, lockReport] as const) {
      const outcome = await outcomeOf(
        run(command as typeof returnReport, both, { reportId: sent.id, note: 'x' }),
      );
      expect(outcome).toMatchObject({ done: false, code: 'not_allowed' });
    }
    expect(await outcomeOf(run(acceptReport, cast.hanh, { reportId: sent.id }))).toMatchObject({
      done: true,
    });
  });

  it('nobody gives themselves a role', async () => {
    const { cast, run } = world();
    for (const actor of [cast.quan, cast.hanh, cast.tu, cast.lan]) {
      const outcome = await outcomeOf(
        run(grantRole, actor, { accountId: actor.accountId, role: 'culture_social_officer', hamletId: null }),
      );
      expect(outcome).toMatchObject({ done: false, code: 'not_found' });
    }
  });
});

describe('text where a column, an order or a cursor was meant (A16)', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      "'; drop table households; --",
      "' or '1'='1",
      'head_sort_key desc, (select password_hash from accounts)',
      '$1',
      '%',
      '\\',
      '\u0000',
      `a${'-'.repeat(36)}x`,
      `a${'0'.repeat(36)}x`,
      'a01890000-0000-7000-8000-000000000000\u0000',
      'b01890000-0000-7000-8000-000000000000\ud800',
      `9999999999999999_${'0'.repeat(36)}`,
      `8640000000000001_01890000-0000-7000-8000-000000000000`,
      '0.2026-11-24.01890000-0000-7000-8000-000000000000.\u0000',
      '9.infinity.01890000-0000-7000-8000-000000000000.x',
      '["a"]',
      '{"sort":"x","key":"y"}',
    ),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('is refused or taken as text, and never breaks a query', async () => {
    const { cast, now } = world();
    const figure = {
      hamletId: null,
      span: spanOf('2026-11', 'calendar'),
      cutoffAt: now,
      value: 'period' as const,
      form: null,
    };
    const asked: Record<string, (ctx: ReadContext, text: string) => Promise<unknown>> = {
      'households, cursor': (ctx, cursor) => listHouseholds(ctx, HouseholdFilter.parse({ cursor })),
      'households, text': (ctx, text) => listHouseholds(ctx, HouseholdFilter.parse({ text })),
      'households, group': (ctx, groupName) => listHouseholds(ctx, HouseholdFilter.parse({ groupName })),
      'audit, after': (ctx, after) => listEvents(ctx, { after }),
      'who is left, target': (ctx, target) => whoIsLeft(ctx, target, null),
      'who is left, cursor': (ctx, cursor) => whoIsLeft(ctx, 'T2', null, cursor),
      'behind a figure, cursor': (ctx, cursor) => rowsBehind(ctx, 'contacts', figure, cursor),
      'attention, cursor': (ctx, cursor) => listAttention(ctx, { hamletId: null }, cursor),
      'behind a figure, form': (ctx, form) => rowsBehind(ctx, 'contacts_by_form', { ...figure, form }, null),
    };
    const ways = Object.keys(asked);
    const faults = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        for (const way of ways) {
          const outcome = await outcomeOf(
            world().read(cast.hanh, async (ctx) => {
              try {
                return await asked[way]?.(ctx, text);
              } catch (error) {
                // A schema that refuses is as good as a Problem.
                if (error instanceof Error && error.constructor.name.includes('ZodError')) return null;
                throw error;
              }
            }),
          );
          if (!outcome.done && outcome.code === 'fault')
            faults.set(way, `${JSON.stringify(text)}: ${outcome.problem}`);
        }
      }),
      { numRuns: 60 },
    );
    expect([...faults]).toEqual([]);
  });

  it('is refused as a column to sort by', async () => {
    const { cast, run } = world();
    const sorts = ['head; drop table households', 'head_sort_key', '1', 'constructor', '__proto__'];
    for (const sort of sorts)
      expect(await outcomeOf(run(seeRestrictedHouseholds, cast.hanh, { sort }))).toMatchObject({
        done: false,
        code: 'input.invalid',
      });
  });
});
