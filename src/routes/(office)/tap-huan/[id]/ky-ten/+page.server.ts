import { getCommune } from '#features/org/queries.server.ts';
import { canOpenTraining } from '#features/training/policy.ts';
import { listTrainees } from '#features/training/queries/trainees.server.ts';
import { notFound } from '#shared/problem.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { seenClass } from '../seen-class.server.ts';

export const _access: Access = canOpenTraining;

/** The list on paper, for signatures. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const one = await seenClass(ctx, event.params.id);
    const trainees = await listTrainees(ctx, one.id);
    if (trainees.length === 0) throw notFound();
    return { one, trainees, commune: (await getCommune(ctx)).title };
  });
