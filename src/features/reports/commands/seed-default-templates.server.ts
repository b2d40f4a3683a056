import type { WriteContext } from '#platform/commands/command.server.ts';
import { firstDayOf } from '#shared/calendar.ts';
import { defaultTemplates } from '../default-templates.ts';
import { reportKinds } from '../model/template.ts';

/**
 * Gives a commune its first report forms (domain/01 §2.5), valid from the first day of the year. A form that is already
 * there is left alone. For the set-up; not a command, since nobody may call it later.
 */
export async function seedDefaultTemplates(ctx: WriteContext): Promise<void> {
  const there = await ctx.tx
    .selectFrom('report_templates')
    .select('kind')
    .distinct()
    .where('commune_id', '=', ctx.communeId)
    .execute();
  for (const kind of reportKinds) {
    if (there.some((row) => row.kind === kind)) continue;
    const id = ctx.id();
    await ctx.tx
      .insertInto('report_templates')
      .values({
        commune_id: ctx.communeId,
        id,
        kind,
        version: 1,
        definition: JSON.stringify(defaultTemplates[kind]),
        valid_from: firstDayOf(`${ctx.today.slice(0, 4)}-01`),
        created_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'report_template.added',
      hamletId: null,
      subject: 'report_template',
      subjectId: id,
      data: { kind, version: 1 },
    });
  }
}
