import { productActor } from '#platform/commands/actor.ts';
import { writeContext, type WriteContext } from '#platform/commands/command.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import type { Database } from '#platform/db/database.server.ts';
import { insertAccount } from '#features/accounts/commands/invite.server.ts';
import { hashPassword } from '#features/accounts/secrets.server.ts';
import { insertHamlet } from '#features/org/commands/hamlets.server.ts';
import { communeTitle, hamletKindOf } from '#features/org/model.ts';
import { defaultTeamKind } from '#features/org/words.ts';
import { insertCatalogueEntry, insertPlan } from '#features/plans/commands.server.ts';
import { defaultCatalogue } from '#features/plans/default-catalogue.ts';
import { blankPlan, planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { seedDefaultIndicators } from '#features/indicators/commands/seed-default-indicators.server.ts';
import { seedDefaultTargets } from '#features/targets/commands/seed-default-targets.server.ts';
import { seedDefaultTemplates } from '#features/reports/commands/seed-default-templates.server.ts';
import { Problem } from '#shared/problem.ts';
import { sampleLeader } from './demo/cast.ts';
import { SetUpInput } from './model.ts';
import * as words from './words.ts';

/** True when a commune lives in this installation. */
export async function isInstalled(database: Database): Promise<boolean> {
  const row = await database.transaction('door', (tx) =>
    tx.selectFrom('installed_communes').select('commune_id').limit(1).executeTakeFirst(),
  );
  return row !== undefined;
}

/**
 * Sets up a real commune: its row, hamlets, plan, catalogue, targets, report templates and the first officer, who
 * also keeps the accounts until somebody else is named. Works once, and only with the code that the server printed;
 * throws `not_allowed` or `state.conflict` otherwise.
 */
export async function setUpCommune(
  database: Database,
  now: Date,
  expectedCode: string | null,
  rawInput: unknown,
): Promise<void> {
  const input = parseInput(SetUpInput, rawInput);
  if (expectedCode === null || input.setupCode.trim().toUpperCase() !== expectedCode) {
    throw new Problem('not_allowed', {
      message: words.setupCodeWrong,
      fields: { setupCode: words.setupCodeWrong },
    });
  }
  if (await isInstalled(database)) throw new Problem('state.conflict', { message: words.alreadyInstalled });
  const passwordHash = await hashPassword(input.officerPassword);
  await database.transaction({ commune: input.communeCode }, async (tx) => {
    const ctx = writeContext(tx, { actor: productActor(input.communeCode), now });
    await layGround(ctx, { isSample: false });
    for (const name of input.hamlets)
      await insertHamlet(ctx, { name, kind: hamletKindOf(name), validFrom: ctx.today });
    await insertAccount(ctx, {
      login: input.officerLogin,
      fullName: input.officerName,
      memberId: null,
      roles: [
        { role: 'culture_social_officer', hamletId: null },
        { role: 'commune_admin', hamletId: null },
      ],
      passwordHash,
    });
  });
}

/** What every commune begins with, before its hamlets and people: its own row, plan, catalogue, targets, templates. Returns the plan's id. */
export async function layGround(ctx: WriteContext, options: { isSample: boolean }): Promise<string> {
  const unit = await ctx.tx
    .selectFrom('communes')
    .selectAll()
    .where('code', '=', ctx.communeId)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  if (!unit) throw new Problem('input.invalid', { fields: { communeCode: words.communeUnknown } });
  await ctx.tx
    .insertInto('installed_communes')
    .values({
      commune_id: ctx.communeId,
      province_code: unit.province_code,
      is_sample: options.isSample,
      team_kind_name: defaultTeamKind,
      data_protection_contact: null,
      installed_at: ctx.now,
    })
    .execute();
  const year = Number(ctx.today.slice(0, 4));
  const plan =
    ctx.communeId === '30658' && year === planNhonMy2026.year
      ? planNhonMy2026
      : blankPlan(year, communeTitle(unit));
  // Who signs the real plan is a real person; everybody in the sample commune is invented.
  const planId = await insertPlan(ctx, options.isSample ? { ...plan, signerName: sampleLeader } : plan);
  for (const entry of defaultCatalogue) await insertCatalogueEntry(ctx, entry);
  await seedDefaultTargets(ctx, planId);
  await seedDefaultTemplates(ctx);
  await seedDefaultIndicators(ctx);
  return planId;
}
