import { measures } from '#features/emulation/model/movement.ts';
import { canOpenMovements } from '#features/emulation/policy.ts';
import { countedRows, mostCounted } from '#features/emulation/queries/ranking.server.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { isId } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { movementAt } from '../../movement-at.server.ts';

export const _access: Access = canOpenMovements;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const movement = await movementAt(ctx, event.params.id);
    const { searchParams } = event.url;
    const measure = measures.find((one) => one === searchParams.get('muc'));
    const hamletId = searchParams.get('ap') ?? '';
    const memberId = searchParams.get('nguoi');
    if (measure === undefined || !isId(hamletId) || (memberId !== null && !isId(memberId))) throw notFound();
    const behind = await countedRows(ctx, movement, { measure, hamletId, memberId });
    const hamlet = found(await findHamlet(ctx, hamletId));
    return {
      movement,
      measure,
      // A member is named by the rows that the reader sees, and by nothing else.
      name: (memberId !== null && behind.rows[0]?.memberName) || hamlet.name,
      ...behind,
      isCut: behind.rows.length === mostCounted,
    };
  });
