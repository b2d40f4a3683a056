import { defineCommand } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import { SkillCheckInput, skillVerdict } from '../model/skill-check.ts';
import { canCheckSkills } from '../policy.ts';
import { getResidentPlace } from '../queries/place.server.ts';
import * as words from '../words.ts';

/**
 * Records a check of one person's basic digital skills (T6, W6). The newest check counts; one with no item checked takes
 * the earlier ones back. The same id again writes nothing. Tells 'skill.checked'.
 */
export const recordSkillCheck = defineCommand({
  name: 'skill.check',
  input: SkillCheckInput,
  load: (ctx, input) => getResidentPlace(ctx, input.residentId),
  allow: (actor, place) => canCheckSkills(actor, place),
  async run(ctx, input, place) {
    const { id: givenId, residentId, checkedOn, ...check } = input;
    const id = givenId ?? ctx.id();
    const on = checkedOn ?? dayOf(ctx.happenedAt);
    if (on > ctx.today) throw new Problem('input.invalid', { fields: { checkedOn: words.dayInFuture } });
    const written = await ctx.tx
      .insertInto('skill_checks')
      .values({
        commune_id: ctx.communeId,
        id,
        household_id: place.id,
        resident_id: residentId,
        checked_on: on,
        recorded_at: ctx.now,
        recorded_by: ctx.actor.accountId,
        ...check,
      })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      const known = await ctx.tx
        .selectFrom('skill_checks')
        .select('resident_id')
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', id)
        .executeTakeFirst();
      if (known?.resident_id !== residentId) throw new Problem('duplicate');
      return { id };
    }
    await ctx.emit({
      name: 'skill.checked',
      hamletId: place.hamletId,
      subject: 'resident',
      subjectId: residentId,
      data: {
        householdIds: [place.id],
        checkId: id,
        on,
        verdict: skillVerdict(check),
        confirmedOnVneid: check.confirmed_on_vneid,
      },
    });
    return { id };
  },
});
