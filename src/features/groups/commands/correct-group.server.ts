import { defineCommand } from '#platform/commands/command.server.ts';
import { GroupCorrection } from '../model.ts';
import { canCorrectGroup } from '../policy.ts';
import { getGroup } from '../queries.server.ts';

/** Corrects name, place, hours and what is there. Tells 'group.corrected' with what changed, or nothing when nothing did. */
export const correctGroup = defineCommand({
  name: 'group.correct',
  input: GroupCorrection,
  load: (ctx, input) => getGroup(ctx, input.groupId),
  allow: (actor, group) => canCorrectGroup(actor, group),
  async run(ctx, input, group) {
    const before = {
      name: group.name,
      place: group.place,
      place_kind: group.placeKind,
      opening_hours: group.openingHours,
      services: group.services,
      equipment: group.equipment,
      note: group.note,
    };
    const after = {
      name: input.name,
      place: input.place,
      place_kind: input.placeKind,
      opening_hours: input.openingHours,
      services: input.services,
      equipment: input.equipment,
      note: input.note,
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await ctx.tx
      .updateTable('groups')
      .set(after)
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', group.id)
      .execute();
    await ctx.emit({
      name: 'group.corrected',
      hamletId: group.hamletId,
      subject: 'group',
      subjectId: group.id,
      data: { before, after },
    });
  },
});
