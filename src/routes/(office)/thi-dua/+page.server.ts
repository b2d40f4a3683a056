import { canOpenMovements, canStartMovements } from '#features/emulation/policy.ts';
import { listMovements } from '#features/emulation/queries/movements.server.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';

export const _access: Access = canOpenMovements;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    movements: await listMovements(ctx),
    mayStart: canStartMovements(ctx.actor),
  }));
