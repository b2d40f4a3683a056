import { canKeepForms } from '#features/reports/policy.ts';
import { indicatorsOf, reportKinds, textSections } from '#features/reports/model/template.ts';
import { keptForm } from '#features/reports/queries/form-drafts.server.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';
import { slugs } from './form-page.server.ts';

export const _access: Access = canKeepForms;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const forms = [];
    for (const kind of reportKinds) {
      const { versions, draft } = await keptForm(ctx, kind);
      const current = versions.find(({ validFrom }) => validFrom <= ctx.today) ?? versions.at(-1);
      const [newest] = versions;
      if (!current || !newest) continue;
      forms.push({
        kind,
        slug: slugs[kind],
        current: { version: current.version, from: current.validFrom },
        coming: newest.version > current.version ? { version: newest.version, from: newest.validFrom } : null,
        editing: draft !== null,
        sections: textSections(current.definition).length,
        rows: kind === 'hamlet' ? indicatorsOf(current.definition).length : 0,
        columns: current.definition.sumColumns.length,
      });
    }
    return { forms };
  });
