import { sql } from 'kysely';
import type { Feature } from '#platform/feature.server.ts';
import { supportWaiting } from './waiting.server.ts';

export const support: Feature = {
  name: 'support',
  waiting: supportWaiting,
  async standsOn(ctx, householdIds) {
    const { rows } = await sql<{ stands: boolean }>`
      select exists (select 1 from support_requests where commune_id = ${ctx.communeId} and household_id = any(${householdIds}::uuid[])) as stands`.execute(
      ctx.tx,
    );
    return rows[0]?.stands === true;
  },
};
