import { canSeeAgreement } from '#features/reports/policy.ts';
import { sampleAgreement } from '#features/reports/queries/sample-agreement.server.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';

export const _access: Access = canSeeAgreement;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const year = ctx.today.slice(0, 4);
    return { year, ...(await sampleAgreement(ctx, `${year}-01-01`)) };
  });
