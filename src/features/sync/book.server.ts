import { createHash } from 'node:crypto';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { hamletRoles, hasRoleIn } from '#features/accounts/model.ts';
import { syncedObstacles } from '#features/obstacles/sync.server.ts';
import { canSeeRestrictedList } from '#features/registry/policy.ts';
import { owedReports } from '#features/reports/queries/owed-reports.server.ts';
import { syncedBusinesses } from '#features/commerce/sync.server.ts';
import { syncedSupport } from '#features/support/sync.server.ts';
import { syncedTasks } from '#features/tasks/sync.server.ts';
import type { Condition, TargetDefinition } from '#features/targets/definition.ts';
import { phoneTraining } from '#features/training/phone.server.ts';
import { targetsInForce } from '#features/targets/in-force.server.ts';
import type { Book, HamletFigures } from './model/book.ts';
import { hamletsOnPhone } from './policy.ts';

/** The book of the actor's phone, and a hash of it: a phone that has the same needs it not again. */
export async function phoneBook(ctx: ReadContext): Promise<{ book: Book; hash: string }> {
  const mine = hamletsOnPhone(ctx.actor);
  const listed = await ctx.tx
    .selectFrom('communes')
    .select('name')
    .where('code', '=', ctx.communeId)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  const told = await ctx.tx
    .selectFrom('commune_names')
    .select('name')
    .where('commune_id', '=', ctx.communeId)
    .where('valid_from', '<=', ctx.today)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  const hamlets = await ctx.tx
    .selectFrom('hamlets')
    .select(['id', 'name', 'valid_to'])
    .where('commune_id', '=', ctx.communeId)
    .orderBy('sort_key')
    .orderBy('id')
    .execute();
  const members = await ctx.tx
    .selectFrom('team_members as m')
    .innerJoin('teams as t', (join) =>
      join.on('t.commune_id', '=', ctx.communeId).onRef('t.id', '=', 'm.team_id'),
    )
    .select(['m.id', 'm.full_name', 't.hamlet_id', 'm.ended_on'])
    .where('m.commune_id', '=', ctx.communeId)
    .where((on) =>
      on.or([on('t.hamlet_id', 'is', null), ...(mine.length > 0 ? [on('t.hamlet_id', 'in', mine)] : [])]),
    )
    .orderBy('m.sort_key')
    .orderBy('m.id')
    .execute();
  const catalogue = await ctx.tx
    .selectFrom('catalogue_entries')
    .select(['kind', 'code', 'name', 'details', 'valid_to'])
    .where('commune_id', '=', ctx.communeId)
    .where('kind', 'in', ['platform', 'outreach_form', 'topic'])
    .orderBy('kind')
    .orderBy('position')
    .orderBy('code')
    .execute();
  const targets = await targetsInForce(ctx, ctx.today);
  const book: Book = {
    communeName: told?.name ?? listed?.name ?? '',
    me: { accountId: ctx.actor.accountId, memberId: ctx.actor.memberId, fullName: ctx.actor.fullName },
    hamlets: hamlets
      .filter((hamlet) => mine.includes(hamlet.id))
      .map(({ id, name }) => ({
        id,
        name,
        roles: hamletRoles.filter((role) => hasRoleIn(ctx.actor, id, role)),
      })),
    allHamlets: hamlets
      .filter((hamlet) => hamlet.valid_to === null || hamlet.valid_to > ctx.today)
      .map(({ id, name }) => ({ id, name })),
    members: members.map((member) => ({
      id: member.id,
      name: member.full_name,
      hamletId: member.hamlet_id,
      ended: member.ended_on !== null && member.ended_on <= ctx.today,
    })),
    plan: targets
      ? {
          title: targets.plan.title,
          year: targets.plan.year,
          startsOn: targets.plan.startsOn,
          endsOn: targets.plan.endsOn,
          reportDueDay: targets.plan.settings.reportDueDay,
          helperEveryDays: targets.plan.settings.helperEveryDays,
        }
      : null,
    targets: (targets?.definitions ?? []).filter((target) => target.subject !== 'group'),
    platforms: Object.fromEntries(
      Object.entries(targets?.horizon.platforms ?? {}).map(([domain, codes]) => [domain, [...codes]]),
    ),
    catalogue: catalogue.map((entry) => ({
      kind: entry.kind,
      code: entry.code,
      name: entry.name,
      retired: entry.valid_to !== null,
      details: Object.fromEntries(Object.entries(entry.details ?? {})),
    })),
    owed: await owedReports(ctx),
    obstacles: await syncedObstacles(ctx),
    support: await syncedSupport(ctx),
    tasks: await syncedTasks(ctx),
    training: await phoneTraining(ctx),
    businesses: await syncedBusinesses(ctx),
  };
  const hash = createHash('sha256').update(JSON.stringify(book)).digest('base64url').slice(0, 16);
  return { book, hash };
}

/**
 * The hamlet's figures of targets that ask what the actor may not know: the phone cannot count them itself. Null: it can
 * count all of them, and does (law 5).
 */
export async function phoneFigures(
  ctx: ReadContext,
  hamletId: Id,
  targets: readonly TargetDefinition[],
): Promise<HamletFigures | null> {
  if (canSeeRestrictedList(ctx.actor, hamletId)) return null;
  const hidden = targets.filter(asksRestricted).map((target) => target.code);
  if (hidden.length === 0) return null;
  const rows = await ctx.tx
    .selectFrom('target_counters')
    .select(['target', 'population', 'reached', 'unknown', 'uncertain'])
    .where('commune_id', '=', ctx.communeId)
    .where('hamlet_id', '=', hamletId)
    .where('target', 'in', hidden)
    .execute();
  return {
    at: ctx.now.toISOString(),
    targets: Object.fromEntries(rows.map(({ target, ...counts }) => [target, counts])),
  };
}

/** Whether a target's figure depends on what is restricted: policy class or "yếu thế". */
export function asksRestricted(target: TargetDefinition): boolean {
  const asks = (given: Condition): boolean => {
    if ('all' in given) return given.all.some(asks);
    if ('any' in given) return given.any.some(asks);
    if ('not' in given) return asks(given.not);
    if ('someResident' in given) return asks(given.someResident);
    return (
      given.fact === 'poverty' ||
      given.fact === 'vulnerable' ||
      (given.fact === 'priority' && given.reasons.includes('vulnerable'))
    );
  };
  return asks(target.population) || asks(target.reached);
}
