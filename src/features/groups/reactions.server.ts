import { sql } from 'kysely';
import type { NewEvent, Reaction } from '#platform/commands/events.server.ts';
import { atPoint } from './model.ts';

/**
 * A visit "Tại điểm hỗ trợ" in a hamlet that had one point on that day was there, whoever wrote it down and with what; where there
 * were several it is not guessed. A corrected visit stays at the point of the one that it replaces.
 */
export const notePoints: Reaction = async (ctx, events) => {
  const visits = events.filter(isAtPoint);
  if (visits.length === 0) return;
  const ids = visits.map(({ subjectId }) => subjectId);
  await sql`
    insert into point_visits (commune_id, visit_id, group_id)
    select ${ctx.communeId}, v.id, p.group_id
      from visits as v
      join point_visits as p on p.commune_id = ${ctx.communeId} and p.visit_id = v.replaces
     where v.commune_id = ${ctx.communeId} and v.id = any(${ids}::uuid[])
    on conflict do nothing`.execute(ctx.tx);
  await sql`
    insert into point_visits (commune_id, visit_id, group_id)
    select ${ctx.communeId}, v.id, (array_agg(g.id))[1]
      from visits as v
      join groups as g on g.commune_id = ${ctx.communeId} and g.hamlet_id = v.hamlet_id and g.registered_on <= v.visited_on
       and (g.state in ('recognised', 'active', 'suspended') or (g.state = 'closed' and g.state_on > v.visited_on))
     where v.commune_id = ${ctx.communeId} and v.id = any(${ids}::uuid[])
     group by v.id
    having count(*) = 1
    on conflict do nothing`.execute(ctx.tx);
};

function isAtPoint({ data }: NewEvent): boolean {
  const { form, after } = data;
  const corrected = typeof after === 'object' && after !== null && 'form' in after ? after.form : undefined;
  return form === atPoint || corrected === atPoint;
}
