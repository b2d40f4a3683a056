import { sql } from 'kysely';
import type { Feature } from '#platform/feature.server.ts';
import { endAssignmentsOfMember } from './reactions.server.ts';
import { helpersWaiting } from './waiting.server.ts';

export const visits: Feature = {
  name: 'visits',
  waiting: helpersWaiting,
  reactions: [{ on: ['team_member.ended'], react: endAssignmentsOfMember }],
  // Withdrawn visits too: what happened is history, and an import under it stays.
  async standsOn(ctx, householdIds) {
    const { rows } = await sql<{ stands: boolean }>`
      select exists (select 1 from visits where commune_id = ${ctx.communeId} and household_id = any(${householdIds}::uuid[]))
          or exists (select 1 from digital_records where commune_id = ${ctx.communeId} and household_id = any(${householdIds}::uuid[]))
          or exists (select 1 from skill_checks where commune_id = ${ctx.communeId} and household_id = any(${householdIds}::uuid[]))
          or exists (select 1 from helper_assignments where commune_id = ${ctx.communeId} and household_id = any(${householdIds}::uuid[]))
          as stands`.execute(ctx.tx);
    return rows[0]?.stands === true;
  },
};
