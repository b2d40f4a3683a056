import type { ReadContext } from '#platform/commands/command.server.ts';
import { indicatorsOf } from '#features/reports/model/template.ts';
import { templateFor } from '#features/reports/queries/templates.server.ts';

/** The figures that hamlets report on today, as choices: "B2 Số hộ được tuyên truyền (hộ)". */
export async function figureOptions(ctx: ReadContext): Promise<{ value: string; label: string }[]> {
  const { definition } = await templateFor(ctx, 'hamlet', ctx.today);
  return indicatorsOf(definition).flatMap(({ code, title, unit, figure }) =>
    figure === null || figure === 'contacts_by_form'
      ? []
      : [{ value: figure, label: `${code} ${title} (${unit})` }],
  );
}
